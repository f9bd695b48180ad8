package org.exemplar.stats.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exemplar.stats.Golden.close;

import java.util.List;
import java.util.stream.Stream;
import org.exemplar.stats.Golden;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.ReferenceRatings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Agreement in ten rating tables against reference programs, R's psych for the ICC. */
class AgreementGoldenTest {
  private static final JsonNode PYTHON = Golden.read("ratings/golden_python");
  private static final JsonNode R = Golden.read("ratings/golden_R");
  private static final List<String> QUESTIONS = List.of("agree_label", "quality", "difficulty");

  static Stream<Arguments> analyses() {
    return PYTHON.propertyNames().stream()
        .flatMap(table -> QUESTIONS.stream().map(question -> Arguments.of(table, question)))
        .filter(a -> PYTHON.get((String) a.get()[0]).get((String) a.get()[1]).has("agreement"));
  }

  private static RatingMatrix matrix(String table, String question) {
    return RatingMatrix.of(
        ReferenceRatings.readWide(table, 3 + QUESTIONS.indexOf(question)).scores(1));
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void alpha_and_fleiss_agree(String name, String question) {
    RatingMatrix ratings = matrix(name, question);
    JsonNode golden = PYTHON.get(name).get(question).get("agreement");
    compare(
        KrippendorffAlpha.of(ratings, KrippendorffAlpha.Level.NOMINAL),
        golden,
        "krippendorff_alpha_nominal");
    compare(
        KrippendorffAlpha.of(ratings, KrippendorffAlpha.Level.ORDINAL),
        golden,
        "krippendorff_alpha_ordinal");
    compare(
        KrippendorffAlpha.of(ratings, KrippendorffAlpha.Level.INTERVAL),
        golden,
        "krippendorff_alpha_interval");
    compare(Kappa.fleiss(ratings), golden, "fleiss_kappa_complete_cases");
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void icc_and_kendall_w_agree(String name, String question) {
    RatingMatrix ratings = matrix(name, question);
    JsonNode golden = PYTHON.get(name).get(question).get("agreement");
    IntraclassCorrelation icc = IntraclassCorrelation.of(ratings);
    JsonNode six = golden.path("icc");
    compare(icc.icc1(), six, "ICC1");
    compare(icc.icc2(), six, "ICC2");
    compare(icc.icc3(), six, "ICC3");
    compare(icc.icc1k(), six, "ICC1k");
    compare(icc.icc2k(), six, "ICC2k");
    compare(icc.icc3k(), six, "ICC3k");
    Outcome<KendallW> w = KendallW.of(ratings);
    compare(w.map(KendallW::w), golden, "kendall_w_tie_corrected_complete_cases");
    compare(w.map(KendallW::chiSquared), golden.path("friedman_over_cases"), "statistic");
    compare(w.map(KendallW::p), golden.path("friedman_over_cases"), "p");
    JsonNode psych = R.get(name).get(question).path("psych_ICC_complete_cases").path("ICC");
    if (psych.isArray() && icc.icc1().isDefined() && icc.icc1().value().orElseThrow() < 1) {
      close("R ICC1", icc.icc1().value().orElseThrow(), psych.get(0), 1e-9, 1e-12);
      close("R ICC2", icc.icc2().value().orElseThrow(), psych.get(1), 1e-9, 1e-12);
      close("R ICC3k", icc.icc3k().value().orElseThrow(), psych.get(5), 1e-9, 1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void cohens_kappa_of_every_pair_agrees(String name, String question) {
    RatingMatrix ratings = matrix(name, question);
    JsonNode golden = PYTHON.get(name).get(question).get("agreement");
    JsonNode readers = golden.path("readers");
    for (int a = 0; a < readers.size(); a++) {
      for (int b = a + 1; b < readers.size(); b++) {
        String pair = readers.get(a).stringValue() + "-" + readers.get(b).stringValue();
        JsonNode expected = golden.get("cohen_pairwise").get(pair);
        close("n", Kappa.common(ratings, a, b), expected.get("n"), 0, 0);
        compare(Kappa.cohen(ratings, a, b, Weights.IDENTITY), expected, "kappa");
        compare(Kappa.cohen(ratings, a, b, Weights.LINEAR), expected, "kappa_linear");
        compare(Kappa.cohen(ratings, a, b, Weights.QUADRATIC), expected, "kappa_quadratic");
      }
    }
  }

  private static void compare(Outcome<Double> actual, JsonNode parent, String key) {
    JsonNode golden = parent.path(key);
    assertThat(actual.isDefined()).as(key).isEqualTo(golden.isNumber());
    actual.value().ifPresent(value -> close(key, value, golden, 1e-9, 1e-12));
  }
}
