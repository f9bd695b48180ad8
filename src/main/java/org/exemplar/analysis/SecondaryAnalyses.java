package org.exemplar.analysis;

import java.util.Locale;
import java.util.OptionalDouble;
import org.exemplar.stats.Interval;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.RankTest;
import org.exemplar.stats.Sample;
import org.exemplar.stats.TTest;
import org.exemplar.stats.mrmc.DesignEffect;
import org.exemplar.stats.mrmc.Draws;
import org.exemplar.stats.mrmc.PermutationTest;
import org.exemplar.stats.mrmc.RatingTable;
import org.exemplar.stats.mrmc.Strata;
import org.exemplar.stats.mrmc.TwoWayBootstrap;

/** Everything beside the primary analysis of one question, as results. */
final class SecondaryAnalyses {
  private SecondaryAnalyses() {}

  static Results.Permutation permutation(
      RatingTable table, Strata strata, boolean stratified, Draws draws, Warnings warnings) {
    Outcome<PermutationTest> test = PermutationTest.of(table, strata, draws);
    OptionalDouble statistic = warnings.number("permutation", test, PermutationTest::statistic);
    return new Results.Permutation(
        statistic,
        Warnings.part(test, PermutationTest::p),
        test.value().map(PermutationTest::draws).orElse(0),
        draws.seed(),
        test.value().map(PermutationTest::exact).orElse(false),
        stratified);
  }

  /**
   * The intervals.
   *
   * @param sign −1 where the table holds reversed ratings, so that the mean difference is of the
   *     ratings as given
   */
  static Results.Bootstrap bootstrap(RatingTable table, int sign, Draws draws, Warnings warnings) {
    Outcome<TwoWayBootstrap> outcome = TwoWayBootstrap.of(table, draws);
    Outcome<Interval> auc = flatten(outcome.map(TwoWayBootstrap::auc));
    Outcome<Interval> difference = flatten(outcome.map(TwoWayBootstrap::meanDifference));
    Outcome<Interval> given = difference.map(i -> sign > 0 ? i : new Interval(-i.high(), -i.low()));
    return new Results.Bootstrap(
        warnings.number("bootstrap.auc_ci", auc, Interval::low),
        Warnings.part(auc, Interval::high),
        warnings.number("bootstrap.mean_difference_ci", given, Interval::low),
        Warnings.part(given, Interval::high),
        draws.count(),
        draws.seed());
  }

  private static <T> Outcome<T> flatten(Outcome<Outcome<T>> nested) {
    return switch (nested) {
      case Outcome.Defined<Outcome<T>>(Outcome<T> held) -> held;
      case Outcome.Undefined<Outcome<T>>(String because) -> Outcome.undefined(because);
    };
  }

  static Results.CaseMeans caseMeans(RatingTable raw, Warnings warnings) {
    double[] pie = raw.caseMeans(true);
    double[] other = raw.caseMeans(false);
    return new Results.CaseMeans(
        welch("case_means.welch_t", TTest.welch(pie, other), warnings),
        rank("case_means.mann_whitney", RankTest.mannWhitney(pie, other), warnings));
  }

  static Results.Pooled pooled(RatingTable raw, Warnings warnings) {
    double[] pie = raw.pooled(true);
    double[] other = raw.pooled(false);
    Outcome<DesignEffect> effect = designEffect(raw, warnings);
    Outcome<Double> difference =
        Outcome.ofFinite(Sample.mean(pie) - Sample.mean(other), "an arm has no ratings");
    OptionalDouble factor = warnings.number("pooled.design_effect", effect, DesignEffect::factor);
    return new Results.Pooled(
        rank("pooled.kruskal_wallis", RankTest.kruskalWallis(pie, other), warnings),
        rank("pooled.mann_whitney", RankTest.mannWhitney(pie, other), warnings),
        welch("pooled.welch_t", TTest.welch(pie, other), warnings),
        warnings.number("pooled.cliffs_delta", RankTest.cliffsDelta(pie, other)),
        warnings.number("pooled.mean_difference", difference),
        factor,
        Warnings.part(effect, DesignEffect::realLevel));
  }

  /** The design effect over the cases that all rated, and the warning about pooling. */
  private static Outcome<DesignEffect> designEffect(RatingTable raw, Warnings warnings) {
    RatingTable complete = raw.completeCases();
    Outcome<DesignEffect> effect = DesignEffect.of(complete);
    if (raw.readers() > 1) {
      String size =
          effect
              .value()
              .map(each ->
                  String.format(
                      Locale.ROOT,
                      " Here (%d cases rated by all) that understates the variance by a factor of %.2f: at a nominal 5 %%, about %.0f %% of studies without any effect would be called significant, more if readers differ in the effect.",
                      complete.cases(),
                      each.factor(),
                      100 * each.realLevel()))
              .orElse("");
      warnings.add(
          WarningCode.POOLED_IGNORES_CLUSTERING,
          "The pooled tests treat %d ratings of %d cases by %d readers as independent, which they are not.%s"
              .formatted(raw.ratings(), raw.cases(), raw.readers(), size));
    }
    return effect;
  }

  private static Results.WelchT welch(String key, Outcome<TTest> test, Warnings warnings) {
    OptionalDouble statistic = warnings.number(key, test, TTest::statistic);
    return new Results.WelchT(
        statistic, Warnings.part(test, TTest::df), Warnings.part(test, TTest::p));
  }

  private static Results.RankStatistic rank(String key, Outcome<RankTest> test, Warnings warnings) {
    OptionalDouble statistic = warnings.number(key, test, RankTest::statistic);
    return new Results.RankStatistic(statistic, Warnings.part(test, RankTest::p));
  }
}
