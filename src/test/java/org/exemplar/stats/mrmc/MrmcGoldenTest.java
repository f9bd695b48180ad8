package org.exemplar.stats.mrmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.exemplar.stats.Golden.close;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.exemplar.stats.Golden;
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

/** Thirteen tables, three questions each, against reference results that FDA's iMRMC confirms. */
class MrmcGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("ratings-mrmc/golden");
  private static final List<String> QUESTIONS =
      List.of("label_disagreement", "image_quality", "difficulty");

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

  private static JsonNode golden(String table, String question) {
    return GOLDEN.get(table).get("questions").get(question);
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void auc_moments_variances_and_components_agree(String name, String question) {
    JsonNode golden = golden(name, question).get("mrmc");
    MrmcAuc actual = MrmcAuc.of(table(name, question)).value().orElseThrow();
    close("auc", actual.auc(), golden.get("auc"), 0, 1e-12);
    close("mean", actual.meanOfReaders(), golden.get("mean_of_reader_aucs"), 0, 1e-12);
    assertThat(actual.status().name().toLowerCase(Locale.ROOT))
        .isEqualTo(golden.get("status").stringValue());
    for (int r = 0; r < actual.readers().size(); r++) {
      ReaderAuc reader = actual.readers().get(r);
      close("reader", reader.auc().orElseThrow(), golden.get("reader_auc").get(r), 0, 1e-12);
      JsonNode variance = golden.get("reader_variance").get(r);
      close("reader variance", reader.variance().orElseThrow(), variance, 0, 1e-12);
    }
    assertThat(actual.evidence().isPresent()).isEqualTo(golden.get("var_u").isNumber());
    actual.evidence().ifPresent(evidence -> compare(evidence, golden));
  }

  private static void compare(MrmcAuc.Evidence evidence, JsonNode golden) {
    compare("M", evidence.moments().unbiased(), golden.get("M"));
    compare("V", evidence.moments().biased(), golden.get("V"));
    compare("coefficients", evidence.moments().coefficients(), golden.get("coefficients"));
    close("var_u", evidence.unbiasedVariance(), golden.get("var_u"), 0, 1e-12);
    close("var_v", evidence.biasedVariance(), golden.get("var_v"), 0, 1e-12);
    compare(evidence.unbiased(), golden.get("components_u"));
    compare(evidence.biased(), golden.get("components_v"));
    JsonNode df = golden.get("component_df");
    assertThat(evidence.df().negativeCase()).isEqualTo(df.get("nonpie_case").doubleValue());
    assertThat(evidence.df().positiveCase()).isEqualTo(df.get("pie_case").doubleValue());
    assertThat(evidence.df().reader()).isEqualTo(df.get("reader").doubleValue());
  }

  private static void compare(String what, double[] actual, JsonNode golden) {
    for (int k = 0; k < actual.length; k++) {
      close(what + (k + 1), actual[k], golden.get(k), 0, 1e-12);
    }
  }

  private static void compare(VarianceComponents actual, JsonNode golden) {
    close("N", actual.negativeCase(), golden.get("nonpie_case"), 0, 1e-12);
    close("D", actual.positiveCase(), golden.get("pie_case"), 0, 1e-12);
    close("ND", actual.casePair(), golden.get("case_pair"), 0, 1e-12);
    close("R", actual.reader(), golden.get("reader"), 0, 1e-12);
    close("NR", actual.readerByNegative(), golden.get("reader_x_nonpie"), 0, 1e-12);
    close("DR", actual.readerByPositive(), golden.get("reader_x_pie"), 0, 1e-12);
    close("NDR", actual.readerByPair(), golden.get("reader_x_pair"), 0, 1e-12);
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void test_interval_imrmc_convention_and_obuchowski_rockette_agree(String name, String question) {
    JsonNode golden = golden(name, question).get("mrmc");
    MrmcAuc actual = MrmcAuc.of(table(name, question)).value().orElseThrow();
    assertThat(actual.inference().isDefined()).isEqualTo(golden.get("p").isNumber());
    actual
        .inference()
        .value()
        .ifPresent(inference -> {
          close("se", inference.standardError(), golden.get("se"), 0, 1e-12);
          close("df", inference.df(), golden.get("df"), 1e-8, 0);
          close("t", inference.statistic(), golden.get("t"), 1e-8, 1e-14);
          compareP(inference.p(), golden.get("p"));
          close("low", inference.interval().low(), golden.get("ci").get(0), 0, 1e-9);
          close("high", inference.interval().high(), golden.get("ci").get(1), 0, 1e-9);
        });
    if (golden.has("imrmc_convention")) {
      JsonNode printed = golden.get("imrmc_convention");
      Inference convention = actual.imrmcConvention().value().orElseThrow();
      compareP(convention.p(), printed.get("p"));
      close("imrmc low", convention.interval().low(), printed.get("ci").get(0), 0, 1e-9);
      close("imrmc high", convention.interval().high(), printed.get("ci").get(1), 0, 1e-9);
    }
    JsonNode rockette = golden.get("obuchowski_rockette_hillis");
    assertThat(actual.obuchowskiRockette().isDefined())
        .isEqualTo(rockette != null && rockette.isObject());
    actual
        .obuchowskiRockette()
        .value()
        .ifPresent(or -> {
          close("ms", or.readerMeanSquare(), rockette.get("ms_reader"), 0, 1e-12);
          close("cov2", or.covariance(), rockette.get("cov2"), 0, 1e-12);
          close("or var", or.variance(), rockette.get("var"), 0, 1e-12);
          close("or t", or.statistic(), rockette.get("t"), 1e-8, 1e-12);
          close("or df", or.df(), rockette.get("df"), 1e-8, 0);
          compareP(or.p(), rockette.get("p"));
        });
  }

  private static void compareP(double actual, JsonNode golden) {
    close("p", actual, golden, golden.doubleValue() < 1e-14 ? 1e-6 : 1e-8, 0);
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void pooled_and_case_mean_tests_agree(String name, String question) {
    RatingTable table = table(name, question);
    JsonNode pooled = golden(name, question).get("pooled_ratings");
    double[] pie = table.pooled(true);
    double[] other = table.pooled(false);
    close(
        "delta",
        RankTest.cliffsDelta(pie, other).value().orElseThrow(),
        pooled.get("cliffs_delta"),
        1e-9,
        1e-14);
    compare(RankTest.kruskalWallis(pie, other), pooled.get("kruskal_wallis"), "h");
    compare(RankTest.mannWhitneyExactIfSmall(pie, other), pooled.get("mann_whitney"), "u_pie");
    compareWelch(TTest.welch(pie, other), pooled.get("welch"));
    JsonNode means = golden(name, question).get("case_means");
    close("mean", Sample.mean(table.caseMeans(true)), means.get("mean_pie"), 1e-9, 1e-12);
    compareWelch(TTest.welch(table.caseMeans(true), table.caseMeans(false)), means.get("welch"));
  }

  private static void compare(Outcome<RankTest> actual, JsonNode golden, String statistic) {
    assertThat(actual.isDefined()).isEqualTo(golden.get("p").isNumber());
    actual
        .value()
        .ifPresent(test -> {
          close(statistic, test.statistic(), golden.get(statistic), 1e-9, 1e-12);
          compareP(test.p(), golden.get("p"));
        });
  }

  private static void compareWelch(Outcome<TTest> actual, JsonNode golden) {
    assertThat(actual.isDefined()).isEqualTo(golden.get("p").isNumber());
    actual
        .value()
        .ifPresent(test -> {
          close("welch t", test.statistic(), golden.get("t"), 1e-9, 1e-12);
          close("welch df", test.df(), golden.get("df"), 1e-8, 0);
          compareP(test.p(), golden.get("p"));
        });
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void permutation_p_is_exact_or_within_its_monte_carlo_error(String name, String question) {
    RatingTable table = table(name, question);
    JsonNode golden = golden(name, question).get("permutation");
    int draws = 4000;
    PermutationTest actual =
        PermutationTest.of(table, Strata.none(table.cases()), new Draws(draws, 7))
            .value()
            .orElseThrow();
    assertThat(actual.exact()).isEqualTo(golden.get("method").stringValue().equals("exact"));
    double p = golden.get("p").doubleValue();
    if (actual.exact()) {
      assertThat(actual.p()).isCloseTo(p, within(1e-8 * p));
    } else {
      double error = 4 * Math.sqrt(p * (1 - p) * (1.0 / draws + 1 / 200_000.0)) + 1.0 / draws;
      assertThat(actual.p()).isCloseTo(p, within(error));
    }
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void bootstrap_is_within_its_monte_carlo_error(String name, String question) {
    RatingTable table = table(name, question);
    JsonNode golden = golden(name, question).get("bootstrap");
    if (golden == null) {
      return;
    }
    int draws = 3000;
    TwoWayBootstrap actual = TwoWayBootstrap.of(table, new Draws(draws, 11)).value().orElseThrow();
    double sd = golden.get("sd").doubleValue();
    assertThat(actual.standardDeviation())
        .isCloseTo(sd, within(sd * 4 * Math.sqrt(0.5 / draws + 0.5 / 20_000)));
    assertThat(actual.mean())
        .isCloseTo(golden.get("mean").doubleValue(), within(5 * sd / Math.sqrt(draws)));
    double reach =
        11 * sd * Math.sqrt(1.0 / draws + 1 / 20_000.0) + (table.complete() ? 1.0 / 288 : 0);
    assertThat(actual.auc().value().orElseThrow().low())
        .isCloseTo(golden.get("percentile_ci").get(0).doubleValue(), within(reach));
    assertThat(actual.auc().value().orElseThrow().high())
        .isCloseTo(golden.get("percentile_ci").get(1).doubleValue(), within(reach));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void holm_over_the_questions_agrees(String name) {
    List<Double> p = new ArrayList<>();
    for (String question : QUESTIONS) {
      p.add(
          MrmcAuc.of(table(name, question))
              .value()
              .orElseThrow()
              .inference()
              .value()
              .map(Inference::p)
              .orElse(Double.NaN));
    }
    double[] adjusted = Multiplicity.holm(p.stream().mapToDouble(v -> v).toArray());
    for (int q = 0; q < adjusted.length; q++) {
      compareP(adjusted[q], GOLDEN.get(name).get("holm").get("mrmc").get(QUESTIONS.get(q)));
    }
  }
}
