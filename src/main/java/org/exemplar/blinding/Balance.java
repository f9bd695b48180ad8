package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How alike the two arms are, as totals: nothing in it says which case stands where.
 *
 * @param rows one per covariate, in the protocol's order
 */
public record Balance(List<Row> rows) {
  /** A standardised difference beyond this, either way, is shown in red. */
  public static final double TOLERATED = 0.1;

  /**
   * One covariate.
   *
   * @param name what is compared
   * @param share whether the means are shares of images
   * @param pie mean over the chosen PIEs
   * @param control mean over the chosen controls
   * @param before standardised difference of the chosen PIEs and everything controls were drawn
   *     from
   * @param after standardised difference of the chosen PIEs and the chosen controls
   */
  public record Row(
      String name, boolean share, double pie, double control, double before, double after) {
    /** Whether the difference that is left is small enough. */
    public boolean balanced() {
      return Math.abs(after) <= TOLERATED;
    }
  }

  public Balance {
    rows = List.copyOf(rows);
  }

  /**
   * @param covariates what to compare
   * @param pies the chosen PIEs
   * @param pool everything the controls were drawn from
   * @param controls the chosen controls
   */
  static Balance of(
      List<Covariate> covariates,
      Collection<Candidate> pies,
      Collection<Candidate> pool,
      Collection<Candidate> controls) {
    List<Row> rows = new ArrayList<>();
    for (Covariate covariate : covariates) {
      double[] pie = values(covariate, pies);
      double[] control = values(covariate, controls);
      rows.add(
          new Row(
              covariate.name(),
              covariate.share(),
              mean(pie),
              mean(control),
              standardisedDifference(pie, values(covariate, pool)),
              standardisedDifference(pie, control)));
    }
    return new Balance(rows);
  }

  /**
   * Difference of means over the root of the mean of both (population) variances (Austin,
   * Statistics in Medicine 2009;28:3083): 0 when both are constant and equal, infinite when
   * constant and unequal.
   */
  static double standardisedDifference(double[] a, double[] b) {
    double difference = mean(a) - mean(b);
    double spread = Math.sqrt((variance(a) + variance(b)) / 2);
    return difference == 0 ? 0 : difference / spread;
  }

  private static double[] values(Covariate covariate, Collection<Candidate> candidates) {
    return candidates.stream().mapToDouble(covariate.of()).toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return values.length == 0 ? 0 : sum / values.length;
  }
}
