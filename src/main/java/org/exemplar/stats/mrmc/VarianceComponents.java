package org.exemplar.stats.mrmc;

/**
 * The seven parts of the variance of an AUC over readers and cases (iMRMC's N, D, ND, R, NR, DR,
 * RND). An unbiased estimate of a part may be negative.
 *
 * @param negativeCase from which negative cases were drawn
 * @param positiveCase from which positive cases were drawn
 * @param casePair their interaction
 * @param reader from which readers were drawn
 * @param readerByNegative reader and negative case
 * @param readerByPositive reader and positive case
 * @param readerByPair all three
 */
public record VarianceComponents(
    double negativeCase,
    double positiveCase,
    double casePair,
    double reader,
    double readerByNegative,
    double readerByPositive,
    double readerByPair) {

  /** The components in terms of eight second moments, M1 at index 0. */
  static VarianceComponents of(double[] m) {
    return new VarianceComponents(
        m[6] - m[7],
        m[5] - m[7],
        m[4] - m[5] - m[6] + m[7],
        m[3] - m[7],
        m[2] - m[3] - m[6] + m[7],
        m[1] - m[3] - m[5] + m[7],
        m[0] - m[1] - m[2] + m[3] - m[4] + m[5] + m[6] - m[7]);
  }

  /** The same with negative parts set to zero, as a plan needs them. */
  public VarianceComponents withoutNegatives() {
    return new VarianceComponents(
        Math.max(0, negativeCase),
        Math.max(0, positiveCase),
        Math.max(0, casePair),
        Math.max(0, reader),
        Math.max(0, readerByNegative),
        Math.max(0, readerByPositive),
        Math.max(0, readerByPair));
  }

  /** The same with another reader component. */
  public VarianceComponents withReader(double changed) {
    return new VarianceComponents(
        negativeCase,
        positiveCase,
        casePair,
        changed,
        readerByNegative,
        readerByPositive,
        readerByPair);
  }
}
