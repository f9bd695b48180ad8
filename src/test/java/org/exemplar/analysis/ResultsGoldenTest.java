package org.exemplar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exemplar.stats.Golden.close;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.exemplar.stats.Golden;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code results.json} of every reference table, from its CSV, against the reference results. */
class ResultsGoldenTest {
  private static final JsonNode MRMC = Golden.read("ratings-mrmc/golden");
  private static final JsonNode PYTHON = Golden.read("ratings/golden_python");
  private static final List<String> QUESTIONS = List.of("agree_label", "quality", "difficulty");

  @TempDir Path folder;

  private JsonNode results(String resource) {
    Results results = RatingTables.analyze(RatingsCsv.read(RatingTables.unpack(resource, folder)));
    String text = ResultsJson.write(results);
    assertThat(text).doesNotContain("NaN").doesNotContain("Infinity");
    return JsonMapper.shared().readTree(text);
  }

  static Stream<String> mrmcTables() {
    return MRMC.propertyNames().stream();
  }

  @ParameterizedTest
  @MethodSource("mrmcTables")
  void long_tables_give_the_reference_results(String name) {
    JsonNode golden = MRMC.get(name);
    JsonNode results = results("ratings-mrmc/" + name + ".csv");
    JsonNode design = results.get("design");
    assertThat(design.get("readers").intValue()).isEqualTo(golden.get("readers").intValue());
    assertThat(design.get("pie").intValue()).isEqualTo(golden.get("cases_pie").intValue());
    assertThat(design.get("ratings").intValue()).isEqualTo(golden.get("ratings").intValue());
    for (String question : golden.get("questions").propertyNames()) {
      JsonNode expected = golden.get("questions").get(question);
      JsonNode actual = results.get("questions").get(question);
      mrmc(actual.get("mrmc"), expected.get("mrmc"), warningCodes(results, question));
      JsonNode readers = expected.get("reader_ids");
      for (int r = 0; r < readers.size(); r++) {
        String path = "/mrmc/per_reader/" + readers.get(r).stringValue() + "/auc";
        compare(actual.at(path), expected.at("/mrmc/reader_auc/" + r), 1e-12);
      }
      JsonNode holm = golden.get("holm").get("mrmc").get(question);
      compare(actual.get("mrmc").get("p_holm"), holm, 1e-6);
      int sign = expected.get("score").stringValue().equals("-value") ? -1 : 1;
      pooled(actual, expected, sign);
      if (actual.get("permutation").get("exact").booleanValue()) {
        compare(actual.get("permutation").get("p"), expected.get("permutation").get("p"), 1e-8);
      }
      assertThat(actual.get("counts").get("fully_crossed"))
          .isEqualTo(expected.get("fully_crossed"));
    }
  }

  private static List<String> warningCodes(JsonNode results, String question) {
    return results
        .get("warnings")
        .valueStream()
        .filter(warning -> question.equals(warning.get("question").asString("")))
        .map(warning -> warning.get("code").stringValue())
        .toList();
  }

  private static void mrmc(JsonNode actual, JsonNode golden, List<String> warnings) {
    compare(actual.get("auc"), golden.get("auc"), 1e-12);
    compare(actual.get("se"), golden.get("se"), 1e-11);
    compare(actual.get("df"), golden.get("df"), 1e-8);
    compare(actual.get("statistic"), golden.get("t"), 1e-8);
    compare(actual.get("p"), golden.get("p"), 1e-6);
    boolean interval = golden.get("ci").isArray();
    assertThat(actual.get("ci_low").isNumber()).isEqualTo(interval);
    if (interval) {
      compare(actual.get("ci_low"), golden.get("ci").get(0), 1e-9);
      compare(actual.get("ci_high"), golden.get("ci").get(1), 1e-9);
    }
    String status = golden.get("status").stringValue();
    assertThat(actual.get("status").stringValue()).isEqualTo(status);
    assertThat(status.equals("ok") || warnings.contains(status)).isTrue();
  }

  private static void pooled(JsonNode actual, JsonNode golden, int sign) {
    JsonNode pooled = golden.get("pooled_ratings");
    compare(actual.at("/pooled/kruskal_wallis/p"), pooled.at("/kruskal_wallis/p"), 1e-8);
    compare(actual.at("/pooled/welch_t/p"), pooled.at("/welch/p"), 1e-8);
    double delta = sign * actual.at("/pooled/cliffs_delta").doubleValue();
    close("delta", delta, pooled.get("cliffs_delta"), 1e-9, 1e-14);
    compare(actual.at("/case_means/welch_t/p"), golden.at("/case_means/welch/p"), 1e-8);
    JsonNode statistic = golden.at("/case_means/welch/t");
    if (statistic.isNumber()) {
      double t = sign * actual.at("/case_means/welch_t/statistic").doubleValue();
      close("case mean t", t, statistic, 1e-9, 1e-12);
    }
  }

  /** Both null, or both the same number. */
  private static void compare(JsonNode actual, JsonNode golden, double relative) {
    assertThat(actual.isNumber()).isEqualTo(golden.isNumber());
    if (golden.isNumber()) {
      close("value", actual.doubleValue(), golden, relative, 1e-12);
    } else {
      assertThat(actual.isNull()).isTrue();
    }
  }

  static Stream<String> wideTables() {
    return PYTHON.propertyNames().stream();
  }

  @ParameterizedTest
  @MethodSource("wideTables")
  void wide_tables_give_the_reference_results(String name) {
    JsonNode results = results("ratings/" + name);
    for (String question : QUESTIONS) {
      JsonNode golden = PYTHON.get(name).get(question);
      JsonNode actual = results.get("questions").get(question);
      tests(actual.get("pooled"), golden.get("pooled_all_ratings"));
      tests(actual.get("case_means"), golden.get("per_case_mean_over_readers"));
      descriptives(actual.get("descriptives"), golden.get("pooled_all_ratings"));
      agreement(actual.get("agreement"), golden.path("agreement"));
    }
  }

  private static void tests(JsonNode actual, JsonNode golden) {
    compare(actual.at("/welch_t/statistic"), golden.at("/welch_t/statistic"), 1e-9);
    boolean constant = golden.at("/kruskal_wallis").has("error");
    if (actual.has("kruskal_wallis")) {
      assertThat(actual.at("/kruskal_wallis/p").isNull()).isEqualTo(constant);
    }
    assertThat(actual.at("/mann_whitney/p").isNull()).isEqualTo(constant);
    if (!constant) {
      compare(
          actual.at("/mann_whitney/statistic"),
          golden.at("/mann_whitney_asymptotic_cc/statistic"),
          1e-9);
      compare(actual.at("/mann_whitney/p"), golden.at("/mann_whitney_asymptotic_cc/p"), 1e-9);
    }
  }

  private static void descriptives(JsonNode actual, JsonNode golden) {
    compare(actual.at("/PIE/n"), golden.get("n_pie"), 0);
    compare(actual.at("/PIE/mean"), golden.get("mean_pie"), 1e-9);
    compare(actual.at("/NON_PIE/sd"), golden.get("sd_non_ddof1"), 1e-9);
    compare(actual.at("/NON_PIE/median"), golden.get("median_non"), 1e-9);
  }

  private static void agreement(JsonNode actual, JsonNode golden) {
    if (golden.has("krippendorff_alpha_ordinal")) {
      JsonNode alpha = actual.get("krippendorff_alpha");
      compare(alpha.get("nominal"), golden.path("krippendorff_alpha_nominal"), 1e-9);
      compare(alpha.get("ordinal"), golden.path("krippendorff_alpha_ordinal"), 1e-9);
      compare(alpha.get("interval"), golden.path("krippendorff_alpha_interval"), 1e-9);
      compare(actual.get("fleiss_kappa"), golden.path("fleiss_kappa_complete_cases"), 1e-9);
      compare(actual.get("kendall_w"), golden.path("kendall_w_tie_corrected_complete_cases"), 1e-9);
      for (String icc : actual.get("icc").propertyNames()) {
        compare(actual.get("icc").get(icc), golden.path("icc").path(icc), 1e-9);
      }
      for (String pair : golden.path("cohen_pairwise").propertyNames()) {
        JsonNode expected = golden.get("cohen_pairwise").get(pair);
        JsonNode kappa = actual.get("pairs").get(pair);
        compare(kappa.get("n"), expected.get("n"), 0);
        compare(kappa.get("kappa"), expected.get("kappa"), 1e-9);
        compare(kappa.get("kappa_linear"), expected.get("kappa_linear"), 1e-9);
        compare(kappa.get("kappa_quadratic"), expected.get("kappa_quadratic"), 1e-9);
      }
    }
  }
}
