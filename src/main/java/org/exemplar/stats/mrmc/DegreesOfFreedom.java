package org.exemplar.stats.mrmc;

/**
 * Degrees of freedom of an MRMC variance after Gallas (BDG): the component variances weighed by how
 * many negative cases, positive cases and readers each rests on.
 *
 * @param negativeCase n0 − 1 when data are complete
 * @param positiveCase n1 − 1 when data are complete
 * @param reader R − 1 when data are complete
 * @param denominator the sum of v²/f³ over the three
 */
public record DegreesOfFreedom(
    double negativeCase, double positiveCase, double reader, double denominator) {

  static DegreesOfFreedom of(Moments moments) {
    double[] c = moments.coefficients();
    VarianceComponents v = VarianceComponents.of(moments.biased());
    double negative = rounded(c[0] + c[2] + c[4] + c[6]);
    double positive = rounded(c[0] + c[1] + c[4] + c[5]);
    double reader = rounded(c[0] + c[1] + c[2] + c[3]);
    double denominator =
        part(v.negativeCase(), negative)
            + part(v.positiveCase(), positive)
            + part(v.reader(), reader);
    return new DegreesOfFreedom(negative, positive, reader, denominator);
  }

  private static double rounded(double coefficient) {
    return Math.rint(1 / coefficient - 1);
  }

  private static double part(double component, double df) {
    return component * component / (df * df * df);
  }

  /** The smallest of the three, below which the degrees of freedom never fall. */
  public double least() {
    return Math.min(Math.min(negativeCase, positiveCase), reader);
  }

  /** The degrees of freedom of a variance, real-valued. */
  public double of(double variance) {
    double raw = variance * variance / denominator;
    return raw > least() && Double.isFinite(raw) ? raw : least();
  }
}
