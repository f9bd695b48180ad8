package org.exemplar.stats.mrmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.exemplar.stats.Golden;
import org.exemplar.stats.GoldenWalk;
import org.exemplar.stats.Multiplicity;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.RankTest;
import org.exemplar.stats.ReferenceRatings;
import org.exemplar.stats.Sample;
import org.exemplar.stats.TTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Thirteen rating tables, three questions each, against reference results that FDA's iMRMC
 * confirms: every number is compared or excused by name.
 */
class MrmcWalkTest {
  private static final JsonNode GOLDEN = Golden.read("ratings-mrmc/golden");
  private static final List<String> QUESTIONS =
      List.of("label_disagreement", "image_quality", "difficulty");
  private static final int DRAWS = 4000;

  static Stream<Arguments> analyses() {
    return GOLDEN.propertyNames().stream()
        .flatMap(table -> QUESTIONS.stream().map(question -> Arguments.of(table, question)));
  }

  static Stream<String> tables() {
    return GOLDEN.propertyNames().stream();
  }

  private static RatingTable table(String table, String question) {
    return ReferenceRatings.readLong(table, question)
        .table(question.equals("image_quality") ? -1 : 1);
  }

  private static MrmcAuc analysis(String table, String question) {
    return MrmcAuc.of(table(table, question)).value().orElseThrow();
  }

  private static double value(Outcome<Double> outcome) {
    return outcome.value().orElse(Double.NaN);
  }

  /** Below 1e-14 the reference's p is good to 1e-6. */
  private static void p(GoldenWalk walk, String path, double actual) {
    walk.number(path, actual, actual < 1e-14 ? 1e-6 : 1e-8, 0);
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void every_number_is_compared(String name, String question) {
    RatingTable table = table(name, question);
    MrmcAuc actual = analysis(name, question);
    GoldenWalk walk =
        new GoldenWalk(name + "/" + question, GOLDEN.get(name).get("questions").get(question));
    walk.same("/score", question.equals("image_quality") ? "-value" : "value");
    walk.same("/fully_crossed", table.complete());
    List<String> ids = ReferenceRatings.readLong(name, question).readers();
    for (int r = 0; r < ids.size(); r++) {
      ReaderAuc reader = actual.readers().get(r);
      walk.same("/reader_ids/" + r, ids.get(r));
      walk.number("/reader_n_pie/" + r, reader.positives(), 0, 0);
      walk.number("/reader_n_non_pie/" + r, reader.negatives(), 0, 0);
      walk.number("/mrmc/reader_auc/" + r, reader.auc().orElseThrow(), 0, 1e-12);
      walk.number("/mrmc/reader_variance/" + r, reader.variance().orElseThrow(), 0, 1e-12);
    }
    walk.number("/mrmc/auc", actual.auc(), 0, 1e-12);
    walk.number("/mrmc/mean_of_reader_aucs", actual.meanOfReaders(), 0, 1e-12);
    walk.same("/mrmc/status", actual.status().name().toLowerCase(Locale.ROOT));
    evidence(walk, "/mrmc", actual.evidence());
    inference(walk, actual, table);
    imrmc(walk, actual);
    pooled(walk, table);
    permutation(walk, table);
    bootstrap(walk, table);
    walk.excuse("/note$", "words, not a number");
    walk.finish(30);
  }

  private static void evidence(GoldenWalk walk, String at, Optional<MrmcAuc.Evidence> evidence) {
    if (evidence.isEmpty()) {
      walk.number(at + "/var_u", Double.NaN, 0, 0);
      walk.number(at + "/var_v", Double.NaN, 0, 0);
      List.of(
              "M",
              "V",
              "coefficients",
              "components_u",
              "components_v",
              "component_coefficients",
              "component_df",
              "df_denominator")
          .forEach(key -> walk.number(at + "/" + key, Double.NaN, 0, 0));
      walk.excuse(
          at + "/(M|V|coefficients)/",
          "one reader has no study-level moments here, only a variance");
      return;
    }
    MrmcAuc.Evidence e = evidence.orElseThrow();
    walk.numbers(at + "/M", e.moments().unbiased(), 0, 1e-12);
    walk.numbers(at + "/V", e.moments().biased(), 0, 1e-12);
    walk.numbers(at + "/coefficients", e.moments().coefficients(), 0, 1e-12);
    walk.number(at + "/var_u", e.unbiasedVariance(), 0, 1e-12);
    walk.number(at + "/var_v", e.biasedVariance(), 0, 1e-12);
    components(walk, at + "/components_u", e.unbiased());
    components(walk, at + "/components_v", e.biased());
    double[] c = e.moments().coefficients();
    String shares = at + "/component_coefficients";
    walk.number(shares + "/nonpie_case", c[0] + c[2] + c[4] + c[6], 0, 1e-12);
    walk.number(shares + "/pie_case", c[0] + c[1] + c[4] + c[5], 0, 1e-12);
    walk.number(shares + "/reader", c[0] + c[1] + c[2] + c[3], 0, 1e-12);
    walk.number(at + "/component_df/nonpie_case", e.df().negativeCase(), 0, 0);
    walk.number(at + "/component_df/pie_case", e.df().positiveCase(), 0, 0);
    walk.number(at + "/component_df/reader", e.df().reader(), 0, 0);
    walk.number(at + "/df_denominator", e.df().denominator(), 1e-8, 1e-24);
  }

  private static void components(GoldenWalk walk, String at, VarianceComponents actual) {
    walk.number(at + "/nonpie_case", actual.negativeCase(), 0, 1e-12);
    walk.number(at + "/pie_case", actual.positiveCase(), 0, 1e-12);
    walk.number(at + "/case_pair", actual.casePair(), 0, 1e-12);
    walk.number(at + "/reader", actual.reader(), 0, 1e-12);
    walk.number(at + "/reader_x_nonpie", actual.readerByNegative(), 0, 1e-12);
    walk.number(at + "/reader_x_pie", actual.readerByPositive(), 0, 1e-12);
    walk.number(at + "/reader_x_pair", actual.readerByPair(), 0, 1e-12);
  }

  private static void inference(GoldenWalk walk, MrmcAuc actual, RatingTable table) {
    Outcome<Inference> inference = actual.inference();
    walk.number("/mrmc/se", value(inference.map(Inference::standardError)), 0, 1e-12);
    walk.number("/mrmc/df", value(inference.map(Inference::df)), 1e-8, 0);
    walk.number("/mrmc/t", value(inference.map(Inference::statistic)), 1e-8, 1e-14);
    p(walk, "/mrmc/p", value(inference.map(Inference::p)));
    walk.number("/mrmc/ci", value(inference.map(i -> i.interval().low())), 0, 0);
    walk.number("/mrmc/ci/0", value(inference.map(i -> i.interval().low())), 0, 1e-9);
    walk.number("/mrmc/ci/1", value(inference.map(i -> i.interval().high())), 0, 1e-9);
    p(
        walk,
        "/mrmc/p_normal",
        value(inference.map(i -> Inference.normal(actual.auc(), i.variance()).p())));
    double least =
        actual
            .evidence()
            .map(e -> e.df().least())
            .orElse(Math.min(table.positiveCases(), table.negativeCases()) - 1.0);
    walk.number("/mrmc/df_min", least, 0, 0);
    double variance = value(inference.map(Inference::variance));
    actual
        .evidence()
        .ifPresent(e -> {
          double raw = variance * variance / e.df().denominator();
          walk.number("/mrmc/df_raw", raw, 1e-8, 0);
        });
    walk.excuse("/mrmc/df_raw$", "of a single reader: df is the larger of it and the least");
    Outcome<Inference> printed = actual.imrmcConvention();
    p(walk, "/mrmc/imrmc_convention/p", value(printed.map(Inference::p)));
    walk.number(
        "/mrmc/imrmc_convention/ci/0", value(printed.map(i -> i.interval().low())), 0, 1e-9);
    walk.number(
        "/mrmc/imrmc_convention/ci/1", value(printed.map(i -> i.interval().high())), 0, 1e-9);
    double used = value(inference.map(i -> Math.max(2, Math.floor(i.df()))));
    walk.number("/mrmc/imrmc_convention/df_used", used, 0, 0);
    walk.number("/mrmc/imrmc_convention", used, 0, 0);
    rockette(walk, actual.obuchowskiRockette());
  }

  private static void rockette(GoldenWalk walk, Outcome<ObuchowskiRockette> rockette) {
    String at = "/mrmc/obuchowski_rockette_hillis";
    walk.number(at, value(rockette.map(ObuchowskiRockette::p)), 0, 0);
    walk.number(
        at + "/ms_reader", value(rockette.map(ObuchowskiRockette::readerMeanSquare)), 0, 1e-12);
    walk.number(at + "/cov2", value(rockette.map(ObuchowskiRockette::covariance)), 0, 1e-12);
    walk.number(at + "/var", value(rockette.map(ObuchowskiRockette::variance)), 0, 1e-12);
    walk.number(at + "/t", value(rockette.map(ObuchowskiRockette::statistic)), 1e-8, 1e-12);
    walk.number(at + "/df", value(rockette.map(ObuchowskiRockette::df)), 1e-8, 0);
    p(walk, at + "/p", value(rockette.map(ObuchowskiRockette::p)));
  }

  /** What FDA's own classes printed for the table. */
  private static void imrmc(GoldenWalk walk, MrmcAuc actual) {
    String at = "/imrmc_java";
    walk.excuse(at + "/error$", "iMRMC refuses or stops; what we answer is compared above");
    walk.number(at + "/auc", actual.auc(), 0, 1e-12);
    for (int r = 0; r < actual.readers().size(); r++) {
      walk.number(at + "/reader_auc/" + r, actual.readers().get(r).auc().orElseThrow(), 0, 1e-12);
    }
    actual
        .evidence()
        .ifPresent(e -> {
          walk.numbers(at + "/M", e.moments().unbiased(), 0, 1e-12);
          walk.numbers(at + "/V", e.moments().biased(), 0, 1e-12);
          walk.numbers(at + "/coefficients", e.moments().coefficients(), 0, 1e-12);
          walk.number(at + "/var", e.unbiasedVariance(), 0, 1e-12);
          walk.number(at + "/var_mle", e.biasedVariance(), 0, 1e-12);
          double df = e.df().of(e.biasedVariance());
          walk.number(at + "/df_bdg_mle", df, 1e-8, 0);
          double p = Inference.t(actual.auc(), e.biasedVariance(), df).asImrmc(actual.auc()).p();
          walk.number(at + "/p_bdg_mle", p, 1e-8, 2e-15);
        });
    if (actual.status() != MrmcAuc.Status.OK) {
      walk.excuse(at + "/", "iMRMC prints NaN for a variance that is not positive");
      return;
    }
    Inference inference = actual.inference().value().orElseThrow();
    Inference printed = actual.imrmcConvention().value().orElseThrow();
    Inference normal = Inference.normal(actual.auc(), inference.variance());
    walk.number(at + "/se", inference.standardError(), 1e-9, 1e-12);
    walk.number(at + "/df_bdg", inference.df(), 1e-8, 0);
    walk.number(at + "/p_bdg", printed.p(), 1e-8, 2e-15);
    walk.number(at + "/ci_bdg/0", printed.interval().low(), 0, 1e-9);
    walk.number(at + "/ci_bdg/1", printed.interval().high(), 0, 1e-9);
    walk.number(at + "/p_normal", normal.p(), 1e-8, 2e-15);
    walk.number(at + "/ci_normal/0", normal.interval().low(), 0, 1e-9);
    walk.number(at + "/ci_normal/1", normal.interval().high(), 0, 1e-9);
    Outcome<ObuchowskiRockette> rockette = actual.obuchowskiRockette();
    walk.number(at + "/df_hillis", value(rockette.map(ObuchowskiRockette::df)), 1e-8, 0);
    walk.excuse(at + "/p_hillis$", "iMRMC's p of Hillis' df cut to an integer");
  }

  private static void pooled(GoldenWalk walk, RatingTable table) {
    double[] pie = table.pooled(true);
    double[] other = table.pooled(false);
    String at = "/pooled_ratings";
    walk.number(at + "/n_pie", pie.length, 0, 0);
    walk.number(at + "/n_non_pie", other.length, 0, 0);
    walk.number(at + "/mean_score_pie", Sample.mean(pie), 1e-12, 1e-12);
    walk.number(at + "/mean_score_non_pie", Sample.mean(other), 1e-12, 1e-12);
    double delta = value(RankTest.cliffsDelta(pie, other));
    walk.number(at + "/cliffs_delta", delta, 1e-12, 1e-13);
    walk.number(at + "/auc", (1 + delta) / 2, 1e-12, 1e-13);
    Outcome<RankTest> kruskal = RankTest.kruskalWallis(pie, other);
    walk.number(at + "/kruskal_wallis/h", value(kruskal.map(RankTest::statistic)), 1e-9, 1e-12);
    p(walk, at + "/kruskal_wallis/p", value(kruskal.map(RankTest::p)));
    Outcome<RankTest> whitney = RankTest.mannWhitneyExactIfSmall(pie, other);
    if (whitney.isDefined()) {
      walk.number(at + "/mann_whitney/u_pie", value(whitney.map(RankTest::statistic)), 1e-12, 0);
      p(walk, at + "/mann_whitney/p", value(whitney.map(RankTest::p)));
    } else {
      walk.excuse(at + "/mann_whitney/", "all ratings equal: no test");
    }
    welch(walk, at + "/welch", TTest.welch(pie, other));
    walk.number("/case_means/mean_pie", Sample.mean(table.caseMeans(true)), 1e-12, 1e-12);
    walk.number("/case_means/mean_non_pie", Sample.mean(table.caseMeans(false)), 1e-12, 1e-12);
    welch(walk, "/case_means/welch", TTest.welch(table.caseMeans(true), table.caseMeans(false)));
  }

  private static void welch(GoldenWalk walk, String at, Outcome<TTest> test) {
    walk.number(at + "/t", value(test.map(TTest::statistic)), 1e-9, 1e-12);
    walk.number(at + "/df", value(test.map(TTest::df)), 1e-8, 0);
    p(walk, at + "/p", value(test.map(TTest::p)));
  }

  private static void permutation(GoldenWalk walk, RatingTable table) {
    PermutationTest test =
        PermutationTest.of(table, Strata.none(table.cases()), new Draws(DRAWS, 7))
            .value()
            .orElseThrow();
    walk.same("/permutation/method", test.exact() ? "exact" : "monte_carlo");
    double p = test.p();
    double error =
        test.exact() ? 0 : 4.2 * Math.sqrt(p * (1 - p) * (1.0 / DRAWS + 5e-6)) + 1.0 / DRAWS;
    walk.number("/permutation/p", p, 1e-8, error);
    walk.excuse("/permutation/(permutations|monte_carlo_se)$", "of the reference's own draws");
  }

  private static void bootstrap(GoldenWalk walk, RatingTable table) {
    String at = "/bootstrap";
    Outcome<TwoWayBootstrap> outcome = TwoWayBootstrap.of(table, new Draws(DRAWS, 11));
    double sd = value(outcome.map(TwoWayBootstrap::standardDeviation));
    walk.number(at + "/sd", sd, 4.3 * Math.sqrt(0.5 / DRAWS + 0.5 / 20_000), 1e-12);
    walk.number(
        at + "/mean", value(outcome.map(TwoWayBootstrap::mean)), 0, 5 * sd / Math.sqrt(DRAWS));
    double reach = 11 * sd * Math.sqrt(1.0 / DRAWS + 1 / 20_000.0) + 1.0 / 288;
    outcome
        .value()
        .flatMap(found -> found.auc().value())
        .ifPresent(interval -> {
          walk.number(at + "/percentile_ci/0", interval.low(), 0, reach);
          walk.number(at + "/percentile_ci/1", interval.high(), 0, reach);
        });
    if (table.complete() && table.readers() > 1) {
      double ideal =
          Math.sqrt(
              MrmcAuc.of(table)
                  .value()
                  .flatMap(MrmcAuc::evidence)
                  .map(MrmcAuc.Evidence::biasedVariance)
                  .orElseThrow());
      walk.number(at + "/ideal_sd_from_var_v", ideal, 1e-9, 1e-9);
    } else {
      walk.excuse(at + "/ideal_sd_from_var_v$", "only for complete data of several readers");
    }
    walk.excuse(at + "/(resamples|undefined)$", "of the reference's own draws");
    if (outcome.value().flatMap(found -> found.auc().value()).isEmpty()) {
      walk.excuse(at + "/percentile_ci/", "every resample gives the same number: no interval");
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void study_facts_and_corrections_over_the_questions_are_compared(String name) {
    JsonNode golden = GOLDEN.get(name);
    RatingTable table = table(name, QUESTIONS.getFirst());
    assertThat(golden.get("dataset").stringValue()).isEqualTo(name);
    assertThat(golden.get("readers").intValue()).isEqualTo(table.readers());
    assertThat(golden.get("cases_pie").intValue()).isEqualTo(table.positiveCases());
    assertThat(golden.get("cases_non_pie").intValue()).isEqualTo(table.negativeCases());
    GoldenWalk walk = new GoldenWalk(name + "/holm", golden.get("holm"));
    double[] mrmc = new double[3];
    double[] kruskal = new double[3];
    for (int q = 0; q < 3; q++) {
      RatingTable asked = table(name, QUESTIONS.get(q));
      mrmc[q] = value(analysis(name, QUESTIONS.get(q)).inference().map(Inference::p));
      kruskal[q] =
          value(RankTest.kruskalWallis(asked.pooled(true), asked.pooled(false)).map(RankTest::p));
    }
    for (int q = 0; q < 3; q++) {
      p(walk, "/mrmc/" + QUESTIONS.get(q), Multiplicity.holm(mrmc)[q]);
      p(walk, "/pooled_kruskal_wallis/" + QUESTIONS.get(q), Multiplicity.holm(kruskal)[q]);
    }
    walk.excuse("/permutation/", "partly Monte Carlo; each question's p is compared");
    walk.finish(6);
  }
}
