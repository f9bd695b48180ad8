package org.exemplar.pie;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Mean probabilities over runs, in double precision: images × findings, row-major.
 *
 * <p>Runs are added one at a time, so that memory does not grow with their number. Not thread-safe
 * while runs are being added.
 */
public final class MeanPredictions {
  private final int images;
  private final int findings;
  private final double[] sums;
  private int runs;

  /**
   * @param images number of rows
   * @param findings number of columns
   */
  public MeanPredictions(int images, int findings) {
    if (images < 0 || findings < 1) {
      throw new IllegalArgumentException("shape " + images + " × " + findings);
    }
    this.images = images;
    this.findings = findings;
    this.sums = new double[Math.multiplyExact(images, findings)];
  }

  /**
   * The mean of several runs.
   *
   * @param runs at least one, each images × findings, row-major
   */
  public static MeanPredictions of(int images, int findings, Iterable<float[]> runs) {
    MeanPredictions mean = new MeanPredictions(images, findings);
    runs.forEach(mean::add);
    return mean;
  }

  /** Vectors that are means already, e.g. read from somebody's table; the array is copied. */
  public static MeanPredictions ofMeans(int images, int findings, double[] values) {
    MeanPredictions mean = new MeanPredictions(images, findings);
    mean.requireShape(values.length);
    System.arraycopy(values, 0, mean.sums, 0, values.length);
    mean.runs = 1;
    return mean;
  }

  /**
   * Adds one run.
   *
   * @param run probabilities, images × findings, row-major
   */
  public void add(float[] run) {
    requireShape(run.length);
    IntStream.range(0, images)
        .parallel()
        .forEach(image -> {
          int end = (image + 1) * findings;
          for (int i = image * findings; i < end; i++) {
            sums[i] += run[i];
          }
        });
    runs++;
  }

  /**
   * Adds some rows of a run {@code times} times, on the calling thread: its row {@code from} to our
   * first row, and so on. Rows that were not given keep what they have.
   */
  void addRows(float[] run, int from, int count, int times) {
    int start = from * findings;
    for (int i = 0; i < count * findings; i++) {
      sums[i] += times * (double) run[start + i];
    }
    runs += times;
  }

  /** Forgets all runs. */
  void clear() {
    Arrays.fill(sums, 0);
    runs = 0;
  }

  /** Number of rows. */
  public int images() {
    return images;
  }

  /** Number of columns. */
  public int findings() {
    return findings;
  }

  /** Number of runs in the mean. */
  public int runs() {
    return runs;
  }

  /** Mean probability of one finding on one image. */
  public double value(int image, int finding) {
    return sums[image * findings + finding] / runs;
  }

  /** Copies one image's mean vector into {@code target}, which has one element per finding. */
  public void copyRow(int image, double[] target) {
    int start = image * findings;
    for (int i = 0; i < findings; i++) {
      target[i] = sums[start + i] / runs;
    }
  }

  /**
   * Copies the mean vectors of consecutive images, finding by finding: {@code target[f · lanes +
   * k]} for image {@code from + k}; lanes from {@code count} on become 0.
   */
  void copyLanes(int from, int count, double[][] target) {
    for (int k = 0; k < count; k++) {
      int start = (from + k) * findings;
      for (int f = 0; f < findings; f++) {
        target[f][k] = sums[start + f] / runs;
      }
    }
    for (double[] lanes : target) {
      Arrays.fill(lanes, count, lanes.length, 0);
    }
  }

  private void requireShape(int length) {
    if (length != sums.length) {
      throw new IllegalArgumentException(
          length + " values where " + images + " × " + findings + " are needed");
    }
  }
}
