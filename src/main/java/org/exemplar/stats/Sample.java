package org.exemplar.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Mean, standard deviation, quantiles of one sample.
 *
 * @param n how many values
 * @param mean their mean, NaN when there is none
 * @param variance with n − 1 in the denominator, NaN for fewer than two values
 */
public record Sample(int n, double mean, double variance) {

  /**
   * The moments of {@code values}, two-pass; equal values have variance 0 whatever the rounding.
   */
  public static Sample of(double[] values) {
    if (values.length > 1 && Arrays.stream(values).allMatch(value -> value == values[0])) {
      return new Sample(values.length, values[0], 0);
    }
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    double variance = values.length < 2 ? Double.NaN : sum / (values.length - 1);
    return new Sample(values.length, mean, variance);
  }

  /** The mean; NaN when there is no value. */
  public static double mean(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** The standard deviation with n − 1; empty for fewer than two values. */
  public OptionalDouble standardDeviation() {
    return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(variance));
  }

  /** The median; empty when there is no value. */
  public static OptionalDouble median(double[] values) {
    return quantile(values, 0.5);
  }

  /**
   * The quantile by linear interpolation between order statistics at (n − 1)·q (NumPy's "linear",
   * type 7 of Hyndman and Fan 1996); empty when there is no value or one is NaN.
   *
   * @param q from 0 to 1
   */
  public static OptionalDouble quantile(double[] values, double q) {
    if (!(q >= 0 && q <= 1)) {
      throw new IllegalArgumentException("quantile " + q + " is not in 0 to 1");
    }
    for (double value : values) {
      if (Double.isNaN(value)) {
        return OptionalDouble.empty();
      }
    }
    return values.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(quantileOfSorted(Ranks.sorted(values), q));
  }

  /** As {@link #quantile}, of values that are sorted, not empty and not NaN. */
  public static double quantileOfSorted(double[] sorted, double q) {
    double position = (sorted.length - 1) * q;
    int index = Math.min((int) position, sorted.length - 1);
    double low = sorted[index];
    double high = sorted[Math.min(index + 1, sorted.length - 1)];
    double part = position - index;
    double difference = high - low;
    if (difference == 0) {
      return low;
    }
    return part >= 0.5 ? high - difference * (1 - part) : low + difference * part;
  }
}
