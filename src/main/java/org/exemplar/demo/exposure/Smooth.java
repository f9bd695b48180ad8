package org.exemplar.demo.exposure;

/** Blurring of square pictures. */
final class Smooth {
  private Smooth() {}

  /** Separable Gaussian, edges repeated; the picture itself when sigma is under a quarter pixel. */
  static float[] gaussian(float[] values, int side, double sigma) {
    if (sigma < 0.25) {
      return values;
    }
    int reach = (int) Math.ceil(2.6 * sigma);
    float[] weights = new float[reach + 1];
    double sum = 0;
    for (int i = 0; i <= reach; i++) {
      weights[i] = (float) Math.exp(-0.5 * i * i / (sigma * sigma));
      sum += i == 0 ? weights[i] : 2 * weights[i];
    }
    for (int i = 0; i <= reach; i++) {
      weights[i] /= (float) sum;
    }
    float[] across = new float[values.length];
    float[] line = new float[side + 2 * reach];
    for (int row = 0; row < side; row++) {
      int start = row * side;
      for (int i = 0; i < line.length; i++) {
        line[i] = values[start + Math.clamp(i - reach, 0, side - 1)];
      }
      for (int column = 0; column < side; column++) {
        across[start + column] = weights[0] * line[column + reach];
      }
      for (int k = 1; k <= reach; k++) {
        add(across, start, line, reach - k, side, weights[k]);
        add(across, start, line, reach + k, side, weights[k]);
      }
    }
    return down(across, side, weights, reach);
  }

  private static void add(
      float[] target, int start, float[] line, int from, int count, float weight) {
    for (int i = 0; i < count; i++) {
      target[start + i] += weight * line[from + i];
    }
  }

  private static float[] down(float[] values, int side, float[] weights, int reach) {
    float[] result = new float[values.length];
    for (int row = 0; row < side; row++) {
      int target = row * side;
      for (int k = -reach; k <= reach; k++) {
        int source = Math.clamp(row + k, 0, side - 1) * side;
        float weight = weights[Math.abs(k)];
        add(result, target, values, source, side, weight);
      }
    }
    return result;
  }

  /** Means over blocks; {@code side} need not be a multiple. */
  static float[] reduced(float[] values, int side, int small) {
    float[] means = new float[small * small];
    for (int r = 0; r < small; r++) {
      int top = r * side / small;
      int bottom = Math.max(top + 1, (r + 1) * side / small);
      for (int c = 0; c < small; c++) {
        int left = c * side / small;
        int right = Math.max(left + 1, (c + 1) * side / small);
        float sum = 0;
        for (int row = top; row < bottom; row++) {
          for (int column = left; column < right; column++) {
            sum += values[row * side + column];
          }
        }
        means[r * small + c] = sum / ((bottom - top) * (right - left));
      }
    }
    return means;
  }

  /** Bilinear enlargement of a reduced picture, read row by row. */
  static float[] enlarged(float[] small, int smallSide, int side) {
    float[] large = new float[side * side];
    float scale = (float) smallSide / side;
    int[] index = new int[side];
    float[] share = new float[side];
    for (int i = 0; i < side; i++) {
      float at = Math.clamp((i + 0.5f) * scale - 0.5f, 0, smallSide - 1.001f);
      index[i] = (int) at;
      share[i] = at - index[i];
    }
    float[] line = new float[smallSide];
    for (int row = 0; row < side; row++) {
      int top = index[row] * smallSide;
      for (int c = 0; c < smallSide; c++) {
        line[c] = small[top + c] + share[row] * (small[top + smallSide + c] - small[top + c]);
      }
      for (int column = 0; column < side; column++) {
        int c = index[column];
        large[row * side + column] = line[c] + share[column] * (line[c + 1] - line[c]);
      }
    }
    return large;
  }
}
