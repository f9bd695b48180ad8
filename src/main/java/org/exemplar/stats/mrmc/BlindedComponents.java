package org.exemplar.stats.mrmc;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.exemplar.stats.Outcome;

/**
 * Variance components of an AUC from scores of which nobody knows the kind of case: the unbiased
 * moments averaged over random halvings of the cases, which is what they would be without any
 * effect. An effect in the data makes the case components a little larger (it adds to the spread of
 * the cases), so that a study planned from them errs on the side of more cases: one-sample variance
 * re-estimation, as for a t test (Gould and Shih 1992; Kieser and Friede 2003).
 *
 * <p>How much readers differ in the effect cannot be seen without the kinds; that component is 0
 * here and has to be assumed.
 */
public final class BlindedComponents {
  private BlindedComponents() {}

  /**
   * The components.
   *
   * @param scores one row per reader, NaN where missing
   * @param halvings how many are averaged
   */
  public static Outcome<VarianceComponents> of(double[][] scores, Draws halvings) {
    int cases = scores.length == 0 ? 0 : scores[0].length;
    if (scores.length < 2 || cases < 4) {
      return Outcome.undefined("two readers and four cases are needed");
    }
    UniformRandomProvider random = halvings.generator();
    boolean[] half = new boolean[cases];
    Arrays.fill(half, 0, cases / 2, true);
    double[] moments = new double[8];
    int counted = 0;
    for (int k = 0; k < halvings.count(); k++) {
      shuffle(half, random);
      PairSums sums = new PairSums(new RatingTable(half, scores));
      if (sums.design[7] > 0) {
        double[] drawn = Moments.of(sums.success, sums.design).unbiased();
        Arrays.setAll(moments, m -> moments[m] + drawn[m]);
        counted++;
      }
    }
    if (counted == 0) {
      return Outcome.undefined("no reader rated two cases");
    }
    double n = counted;
    return Outcome.of(
        alike(VarianceComponents.of(DoubleStream.of(moments).map(m -> m / n).toArray())));
  }

  /** Both kinds of case the same, no reader component. */
  private static VarianceComponents alike(VarianceComponents c) {
    double ofCase = (c.negativeCase() + c.positiveCase()) / 2;
    double ofReader = (c.readerByNegative() + c.readerByPositive()) / 2;
    return new VarianceComponents(
        ofCase, ofCase, c.casePair(), 0, ofReader, ofReader, c.readerByPair());
  }

  private static void shuffle(boolean[] values, UniformRandomProvider random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      boolean held = values[i];
      values[i] = values[j];
      values[j] = held;
    }
  }
}
