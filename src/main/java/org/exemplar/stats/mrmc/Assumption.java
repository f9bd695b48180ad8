package org.exemplar.stats.mrmc;

import java.util.List;

/**
 * What a plan takes to be true of a question.
 *
 * @param auc the AUC
 * @param alike components if readers are alike in the effect
 * @param differ components if they are not
 * @param thresholds that cut what a reader sees into the answers, on the scale of {@link
 *     LatentModel}, ascending
 */
public record Assumption(
    double auc, VarianceComponents alike, VarianceComponents differ, List<Double> thresholds) {
  /** Five levels, a moderate effect (latent shift 0.5), intraclass correlation 0.4. */
  public static final Assumption FIVE_LEVELS =
      new Assumption(
          0.627,
          new VarianceComponents(.0246, .0247, .0009, 0, .0464, .0460, .0304),
          new VarianceComponents(.0239, .0236, .0008, .0052, .0455, .0450, .0300),
          List.of(-1.2, -0.4, 0.4, 1.2));

  /** Two answers, about three in ten positive, the same effect, intraclass correlation 0.3. */
  public static final Assumption TWO_LEVELS =
      new Assumption(
          0.576,
          new VarianceComponents(.0056, .0087, 0, .0004, .0327, .0422, 0),
          new VarianceComponents(.0057, .0081, 0, .0029, .0326, .0409, 0),
          List.of(0.6));

  /** Copies the list. */
  public Assumption {
    thresholds = List.copyOf(thresholds);
  }

  /** The same with another AUC. */
  public Assumption withAuc(double changed) {
    return new Assumption(changed, alike, differ, thresholds);
  }

  /** The components of readers who are alike or not. */
  public VarianceComponents components(boolean readersAlike) {
    return readersAlike ? alike : differ;
  }
}
