package org.exemplar.stats.mrmc;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A plan's own answer checked: studies are drawn from a latent model and analysed by the primary
 * analysis itself.
 *
 * @param power the share of studies with a significant test; a study without a test is not
 *     significant
 * @param error Monte-Carlo standard error of the share
 * @param auc mean over the studies
 * @param standardError SD of the AUCs, which a plan calls the root of its variance
 * @param studies how many were drawn
 */
public record PowerSimulation(
    double power, double error, double auc, double standardError, int studies) {

  /**
   * Draws and analyses.
   *
   * @param alpha the two-sided level
   */
  public static PowerSimulation of(
      PowerPlan.Design design, LatentModel model, double alpha, Draws draws) {
    UniformRandomProvider random = draws.generator();
    int significant = 0;
    double sum = 0;
    double squares = 0;
    for (int study = 0; study < draws.count(); study++) {
      Optional<MrmcAuc> analysis = MrmcAuc.of(model.draw(design, random)).value();
      double auc = analysis.map(MrmcAuc::auc).orElse(0.5);
      double p = analysis.flatMap(each -> each.inference().value()).map(Inference::p).orElse(1.0);
      significant += p < alpha ? 1 : 0;
      sum += auc;
      squares += (auc - 0.5) * (auc - 0.5);
    }
    double n = draws.count();
    double power = significant / n;
    double mean = sum / n;
    double variance = Math.max(0, squares / n - (mean - 0.5) * (mean - 0.5));
    return new PowerSimulation(
        power, Math.sqrt(power * (1 - power) / n), mean, Math.sqrt(variance), draws.count());
  }
}
