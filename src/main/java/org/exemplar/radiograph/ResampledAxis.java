package org.exemplar.radiograph;

/**
 * How one axis of an image is resampled to one axis of a view: for each view sample inside the
 * image the source samples it is made of, and their weights, which add up to 1.
 *
 * <p>Area average below a scale of 1, linear up to 4, nearest above.
 */
final class ResampledAxis {
  private static final double NEAREST_ABOVE = 4;

  /** First view sample inside the image, and one past the last; equal when none is. */
  final int from;

  final int to;

  /** For view sample {@code i}: its first source sample is {@code start[i - from]}. */
  final int[] start;

  /** Weights of view sample {@code i} begin at {@code (i - from) × taps}. */
  final float[] weights;

  final int taps;

  /**
   * @param length source samples
   * @param viewLength view samples
   * @param centre the source coordinate in the middle of the view
   * @param scale view samples per source sample
   */
  ResampledAxis(int length, int viewLength, double centre, double scale) {
    double left = centre - viewLength / 2.0 / scale;
    int first = 0;
    while (first < viewLength && left + (first + 0.5) / scale < 0) {
      first++;
    }
    int last = viewLength;
    while (last > first && left + (last - 0.5) / scale >= length) {
      last--;
    }
    from = first;
    to = last;
    boolean shrink = scale < 1;
    taps = Math.min(length, shrink ? areaTaps(scale) : scale > NEAREST_ABOVE ? 1 : 2);
    start = new int[to - from];
    weights = new float[(to - from) * taps];
    for (int i = 0; i < start.length; i++) {
      double at = left + (from + i + 0.5) / scale;
      if (shrink) {
        area(i, at, 0.5 / scale, length);
      } else if (scale > NEAREST_ABOVE) {
        start[i] = Math.clamp((long) Math.floor(at), 0, length - 1);
        weights[i] = 1;
      } else {
        linear(i, at - 0.5, length);
      }
    }
  }

  /** As many source samples as an area can touch; four instead of three, which run faster. */
  private static int areaTaps(double scale) {
    return Math.max(4, (int) Math.ceil(1 / scale) + 1);
  }

  private void area(int i, double at, double half, int length) {
    double low = Math.max(0, at - half);
    double high = Math.min(length, at + half);
    start[i] = Math.clamp((long) Math.floor(low), 0, length - taps);
    for (int tap = 0; tap < taps; tap++) {
      double pixel = start[i] + tap;
      double overlap = Math.min(high, pixel + 1) - Math.max(low, pixel);
      weights[i * taps + tap] = (float) (Math.max(0, overlap) / (high - low));
    }
  }

  private void linear(int i, double at, int length) {
    double within = Math.clamp(at, 0.0, length - 1.0);
    start[i] = Math.min((int) within, length - taps);
    float second = (float) (within - start[i]);
    weights[i * taps] = 1 - second;
    if (taps == 2) {
      weights[i * taps + 1] = second;
    }
  }
}
