package org.exemplar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exemplar.stats.Golden.close;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exemplar.stats.mrmc.RatingTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Two-group tests of ten rating tables, degenerate ones among them, against SciPy and R. */
class ReaderStudyGoldenTest {
  private static final JsonNode PYTHON = Golden.read("ratings/golden_python");
  private static final JsonNode R = Golden.read("ratings/golden_R");
  private static final List<String> QUESTIONS = List.of("agree_label", "quality", "difficulty");

  static Stream<Arguments> analyses() {
    return PYTHON.propertyNames().stream()
        .flatMap(table -> QUESTIONS.stream().map(question -> Arguments.of(table, question)));
  }

  private static ReferenceRatings ratings(String table, String question) {
    return ReferenceRatings.readWide(table, 3 + QUESTIONS.indexOf(question));
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void pooled_and_case_mean_tests_are_those_of_scipy(String name, String question) {
    RatingTable table = ratings(name, question).table(1);
    JsonNode golden = PYTHON.get(name).get(question);
    compare(table.pooled(true), table.pooled(false), golden.get("pooled_all_ratings"));
    compare(
        table.caseMeans(true), table.caseMeans(false), golden.get("per_case_mean_over_readers"));
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void tests_of_each_reader_and_paired_over_readers_are_those_of_scipy(
      String name, String question) {
    ReferenceRatings ratings = ratings(name, question);
    JsonNode golden = PYTHON.get(name).get(question);
    RatingTable table = ratings.table(1);
    JsonNode perReader = golden.get("per_reader");
    for (int r = 0; r < table.readers(); r++) {
      JsonNode reader = perReader.get(ratings.readers().get(r));
      if (reader != null && reader.has("welch_t")) {
        RatingTable alone = table.reader(r);
        compare(alone.pooled(true), alone.pooled(false), reader);
      }
    }
    JsonNode paired = golden.get("paired_over_readers");
    if (paired != null && paired.isObject()) {
      double[] differences =
          IntStream.range(0, table.readers())
              .mapToObj(table::reader)
              .mapToDouble(t -> Sample.mean(t.pooled(true)) - Sample.mean(t.pooled(false)))
              .filter(Double::isFinite)
              .toArray();
      Outcome<TTest> actual = TTest.oneSample(differences);
      assertThat(actual.isDefined()).isEqualTo(paired.get("t").isNumber());
      actual
          .value()
          .ifPresent(test -> {
            close("paired t", test.statistic(), paired.get("t"), 1e-9, 1e-12);
            close("paired p", test.p(), paired.get("p"), 1e-9, 1e-12);
          });
    }
  }

  private static void compare(double[] pie, double[] other, JsonNode golden) {
    if (pie.length == 0 || other.length == 0) {
      assertThat(RankTest.mannWhitney(pie, other).isDefined()).isFalse();
      return;
    }
    close("n", pie.length, golden.get("n_pie"), 0, 0);
    close("mean", Sample.mean(pie), golden.get("mean_pie"), 1e-12, 1e-14);
    close("median", Sample.median(other).orElseThrow(), golden.get("median_non"), 1e-12, 1e-14);
    close(
        "delta",
        RankTest.cliffsDelta(pie, other).value().orElseThrow(),
        golden.get("cliffs_delta"),
        1e-12,
        1e-14);
    compareRanks(RankTest.kruskalWallis(pie, other), golden.get("kruskal_wallis"));
    boolean constant = !RankTest.kruskalWallis(pie, other).isDefined();
    if (!constant) {
      compareRanks(RankTest.mannWhitney(pie, other), golden.get("mann_whitney_asymptotic_cc"));
      compareRanks(
          RankTest.mannWhitneyExactIfSmall(pie, other),
          golden.get("mann_whitney_scipy_default_auto"));
    }
    JsonNode welch = golden.get("welch_t");
    Outcome<TTest> test = TTest.welch(pie, other);
    assertThat(test.isDefined()).isEqualTo(welch.get("statistic").isNumber());
    test.value()
        .ifPresent(value -> {
          close("welch", value.statistic(), welch.get("statistic"), 1e-9, 1e-12);
          close("welch p", value.p(), welch.get("p"), 1e-9, 1e-13);
          close("welch df", value.df(), golden.get("welch_df"), 1e-9, 0);
        });
  }

  private static void compareRanks(Outcome<RankTest> actual, JsonNode golden) {
    assertThat(actual.isDefined()).isEqualTo(!golden.has("error") && golden.get("p").isNumber());
    actual
        .value()
        .ifPresent(test -> {
          close("statistic", test.statistic(), golden.get("statistic"), 1e-9, 1e-12);
          // a statistic that is zero but for the reference's rounding has a p of 1 but for its root
          boolean zero = Math.abs(test.statistic()) < 1e-12;
          close("p", test.p(), golden.get("p"), 1e-9, zero ? 1e-6 : 1e-13);
        });
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void pooled_tests_are_those_of_r(String name, String question) {
    RatingTable table = ratings(name, question).table(1);
    JsonNode golden = R.get(name).get(question);
    double[] pie = table.pooled(true);
    double[] other = table.pooled(false);
    RankTest.kruskalWallis(pie, other)
        .value()
        .ifPresent(test -> {
          close(
              "kruskal",
              test.statistic(),
              golden.get("kruskal.test").get("statistic"),
              1e-9,
              1e-12);
          close("kruskal p", test.p(), golden.get("kruskal.test").get("p"), 1e-9, 1e-13);
        });
    RankTest.mannWhitney(pie, other)
        .value()
        .ifPresent(test -> {
          close("W", test.statistic(), golden.get("wilcox.test_normal_cc").get("W"), 1e-9, 0);
          close("W p", test.p(), golden.get("wilcox.test_normal_cc").get("p"), 1e-9, 1e-13);
        });
    TTest.welch(pie, other)
        .value()
        .ifPresent(test -> {
          close("t", test.statistic(), golden.get("t.test_welch").get("t"), 1e-9, 1e-12);
          close("t p", test.p(), golden.get("t.test_welch").get("p"), 1e-9, 1e-13);
        });
  }

  @ParameterizedTest
  @MethodSource("tables")
  void holm_and_benjamini_hochberg_over_the_questions_agree(String name) {
    double[] p =
        QUESTIONS.stream()
            .map(question -> ratings(name, question).table(1))
            .mapToDouble(t ->
                RankTest.kruskalWallis(t.pooled(true), t.pooled(false))
                    .value()
                    .map(RankTest::p)
                    .orElse(Double.NaN))
            .toArray();
    JsonNode golden = PYTHON.get(name).get("multiplicity_of_3_kruskal_p_NaN_as_1");
    double[] holm = Multiplicity.holm(p);
    double[] bh = Multiplicity.benjaminiHochberg(p);
    for (int q = 0; q < p.length; q++) {
      close("holm", holm[q], golden.get("holm").get(q), 1e-9, 0);
      close("bh", bh[q], golden.get("fdr_bh").get(q), 1e-9, 0);
    }
    assertThat(Arrays.stream(holm).max().orElseThrow()).isLessThanOrEqualTo(1);
  }

  static Stream<String> tables() {
    return PYTHON.propertyNames().stream();
  }
}
