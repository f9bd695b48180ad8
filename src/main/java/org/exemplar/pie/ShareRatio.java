package org.exemplar.pie;

import java.util.Optional;
import org.exemplar.stats.Interval;

/**
 * Two shares compared: {@code countA} of {@code totalA} against {@code countB} of {@code totalB}.
 *
 * <p>Intervals are 95 % score intervals, which do not collapse at 0 of n.
 *
 * @param countA not above {@code totalA}
 * @param totalA above 0
 * @param countB not above {@code totalB}
 * @param totalB above 0
 */
public record ShareRatio(int countA, int totalA, int countB, int totalB) {
  private static final double Z = 1.959963984540054;
  private static final double CRITICAL = Z * Z;

  public ShareRatio {
    if (totalA < 1
        || totalB < 1
        || countA < 0
        || countB < 0
        || countA > totalA
        || countB > totalB) {
      throw new IllegalArgumentException(
          "%d of %d against %d of %d".formatted(countA, totalA, countB, totalB));
    }
  }

  /** First share. */
  public double shareA() {
    return countA / (double) totalA;
  }

  /** Second share. */
  public double shareB() {
    return countB / (double) totalB;
  }

  /** First share over second: infinite where only the second is 0, NaN where both are. */
  public double ratio() {
    return shareA() / shareB();
  }

  /** First share minus second. */
  public double difference() {
    return shareA() - shareB();
  }

  /**
   * Interval of the ratio by Koopman's score statistic (Biometrics 1984; 40: 513–517).
   *
   * @return empty (not estimable) where both counts are 0; the upper end may be infinite
   */
  public Optional<Interval> ratioInterval() {
    if (countA == 0 && countB == 0) {
      return Optional.empty();
    }
    double low = countA == 0 ? 0 : edge(-1);
    double high = countB == 0 ? Double.POSITIVE_INFINITY : edge(1);
    return Optional.of(new Interval(low, high));
  }

  /** Interval of the difference by Newcombe's method 10 (Stat Med 1998; 17: 873–890). */
  public Interval differenceInterval() {
    double[] a = wilson(countA, totalA);
    double[] b = wilson(countB, totalB);
    double d = difference();
    return new Interval(
        d - Math.hypot(shareA() - a[0], b[1] - shareB()),
        d + Math.hypot(a[1] - shareA(), shareB() - b[0]));
  }

  /** Where the score statistic crosses the critical value, below (−1) or above (+1) the ratio. */
  private double edge(int side) {
    double start = countA == 0 || countB == 0 ? 0 : Math.log(ratio());
    double inside = start;
    double outside = start + side;
    if (score(Math.exp(inside)) > CRITICAL) {
      while (score(Math.exp(inside)) > CRITICAL) {
        outside = inside;
        inside -= side;
      }
    } else {
      while (score(Math.exp(outside)) <= CRITICAL) {
        inside = outside;
        outside += side;
      }
    }
    for (int i = 0; i < 100; i++) {
      double middle = (inside + outside) / 2;
      if (score(Math.exp(middle)) <= CRITICAL) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return Math.exp((inside + outside) / 2);
  }

  /**
   * Koopman's chi-square for the hypothesis that the ratio is {@code theta}: what both counts
   * deviate from the most likely shares that stand in that ratio. Where all of the first are
   * counted, the first of these shares may be 1.
   */
  private double score(double theta) {
    double sum = theta * (totalA + countB) + countA + totalB;
    double n = (double) totalA + totalB;
    double root = sum * sum - 4 * theta * n * (countA + countB);
    double pA = Math.min(1, (sum - Math.sqrt(Math.max(0, root))) / (2 * n));
    return deviation(countA, totalA, pA) + deviation(countB, totalB, pA / theta);
  }

  private static double deviation(int count, int total, double share) {
    double distance = count - total * share;
    double spread = total * share * (1 - share);
    if (spread <= 0) {
      return Math.abs(distance) < 1e-9 * total ? 0 : Double.POSITIVE_INFINITY;
    }
    return distance * distance / spread;
  }

  /** Wilson's score interval of one share. */
  private static double[] wilson(int count, int total) {
    double p = count / (double) total;
    double centre = (p + CRITICAL / (2 * total)) / (1 + CRITICAL / total);
    double half =
        Z
            / (1 + CRITICAL / total)
            * Math.sqrt(p * (1 - p) / total + CRITICAL / (4.0 * total * total));
    return new double[] {count == 0 ? 0 : centre - half, count == total ? 1 : centre + half};
  }
}
