package org.exemplar.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.exemplar.blinding.Arm;
import org.exemplar.study.AnalysisPlan;
import org.exemplar.study.Orientation;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever the ratings are, there are results: each number is finite or null, each question with a
 * null has a warning, and p-values and shares lie where such things lie.
 */
class DegenerateRatingsTest {
  private static final Orientation HIGHER = Orientation.HIGHER;

  /** How a drawn table is spoilt. */
  private enum Flaw {
    NONE,
    CONSTANT,
    CONSTANT_READERS,
    ONE_READER,
    ONE_CASE_OF_A_KIND,
    ONE_CASE,
    NO_PIE,
    NO_CONTROL,
    SEPARATED,
    REVERSED,
    MOSTLY_MISSING,
    QUESTION_MISSING,
    CANNOT_JUDGE,
    DISJOINT_CASES,
    HUGE_VALUES,
    NOTHING
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private static ArmedRatings drawn(Flaw flaw, RandomGenerator random) {
    int readers = flaw == Flaw.ONE_READER ? 1 : random.nextInt(1, 5);
    int cases = flaw == Flaw.ONE_CASE ? 1 : random.nextInt(2, 12);
    Map<String, Arm> arms = new LinkedHashMap<>();
    for (int c = 0; c < cases; c++) {
      boolean pie =
          switch (flaw) {
            case NO_PIE -> false;
            case NO_CONTROL -> true;
            case ONE_CASE_OF_A_KIND -> c == 0;
            default -> c % 2 == 0;
          };
      arms.put("c" + c, pie ? Arm.PIE : Arm.NON_PIE);
    }
    List<String> names = new ArrayList<>();
    List<RatingRow> rows = new ArrayList<>();
    for (int r = 0; r < readers; r++) {
      names.add("R" + r);
      for (String question : List.of("a", "b")) {
        for (int c = 0; c < cases; c++) {
          add(rows, flaw, random, new Cell(r, c, question, arms.get("c" + c) == Arm.PIE));
        }
      }
    }
    return new ArmedRatings(names, arms, List.of("a", "b"), rows);
  }

  private record Cell(int reader, int caseIndex, String question, boolean pie) {}

  private static void add(List<RatingRow> rows, Flaw flaw, RandomGenerator random, Cell cell) {
    String reader = "R" + cell.reader;
    String caseId = "c" + cell.caseIndex;
    boolean missing =
        flaw == Flaw.NOTHING
            || (flaw == Flaw.MOSTLY_MISSING && random.nextInt(10) > 1)
            || (flaw == Flaw.QUESTION_MISSING && cell.question.equals("b"))
            || (flaw == Flaw.DISJOINT_CASES && cell.caseIndex % 3 != cell.reader % 3);
    if (missing) {
      return;
    }
    if (flaw == Flaw.CANNOT_JUDGE && random.nextBoolean()) {
      rows.add(RatingRow.cannotJudge(reader, caseId, cell.question));
      return;
    }
    double value =
        switch (flaw) {
          case CONSTANT -> 3;
          case CONSTANT_READERS -> cell.reader + 1;
          case SEPARATED -> cell.pie ? 5 : 1;
          case REVERSED -> (cell.reader % 2 == 0) == cell.pie ? 5 : 1;
          case HUGE_VALUES -> random.nextInt(3) * 1e150;
          default -> random.nextInt(1, 6);
        };
    rows.add(RatingRow.of(reader, caseId, cell.question, value));
  }

  private static Results analyze(ArmedRatings ratings, long seed) {
    return RatingsAnalysis.analyze(
        ratings,
        new AnalysisSettings(
            Map.of("a", HIGHER, "b", Orientation.LOWER),
            new AnalysisPlan.Resampling(60, 60, seed),
            Map.of(),
            false),
        Progress.NONE,
        new Cancellation());
  }

  @ParameterizedTest
  @EnumSource
  void there_are_always_results_without_nan_and_with_a_reason_for_each_null(Flaw flaw) {
    RandomGenerator random = random(flaw.ordinal());
    for (int k = 0; k < 25; k++) {
      Results results = analyze(drawn(flaw, random), k);
      String text = ResultsJson.write(results);
      assertThat(text).doesNotContain("NaN").doesNotContain("Infinity");
      JsonNode json = JsonMapper.shared().readTree(text);
      for (String question : List.of("a", "b")) {
        JsonNode node = json.get("questions").get(question);
        check(question, node);
        boolean nulls = hasNull(node);
        assertThat(nulls && results.warningsOf(question).isEmpty())
            .as("%s: a null without a warning in %s", flaw, question)
            .isFalse();
      }
    }
  }

  private static boolean hasNull(JsonNode node) {
    return node.isNull() || node.valueStream().anyMatch(DegenerateRatingsTest::hasNull);
  }

  /** Ranges of everything that has one, wherever it stands. */
  private static void check(String path, JsonNode node) {
    if (node.isObject()) {
      node.propertyNames().forEach(key -> check(path + "/" + key, node.get(key)));
    } else if (node.isNumber()) {
      double value = node.doubleValue();
      assertThat(value).as(path).isFinite();
      String key = path.substring(path.lastIndexOf('/') + 1);
      if (List.of("p", "p_holm", "auc", "tied_pairs", "real_level", "kendall_w").contains(key)) {
        assertThat(value).as(path).isBetween(-1e-12, 1 + 1e-12);
      }
      if (List.of("variance", "se", "sd").contains(key)) {
        assertThat(value).as(path).isGreaterThanOrEqualTo(0);
      }
      if (key.equals("p") && path.contains("/mrmc")) {
        assertThat(value).as(path + " is never a made-up 0").isPositive();
      }
    }
  }

  @Test
  void perfect_separation_has_an_auc_of_one_without_a_test_and_says_so() {
    Results results = analyze(drawn(Flaw.SEPARATED, random(3)), 1);
    Results.Mrmc mrmc = results.questions().get("a").mrmc();
    assertThat(mrmc.auc()).hasValue(1);
    assertThat(mrmc.p()).isEmpty();
    assertThat(mrmc.ciLow()).isEmpty();
    assertThat(results.warningsOf("a"))
        .extracting(ResultWarning::code)
        .contains(WarningCode.NO_VARIANCE);
  }
}
