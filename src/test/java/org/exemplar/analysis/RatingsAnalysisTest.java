package org.exemplar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.exemplar.blinding.Arm;
import org.exemplar.problem.Problem;
import org.exemplar.study.AnalysisPlan;
import org.exemplar.study.Orientation;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingsAnalysisTest {
  private static final String Q = "difficulty";

  @TempDir Path folder;

  private static ArmedRatings table(int readers, int pie, int controls, Scores scores) {
    Map<String, Arm> arms = new LinkedHashMap<>();
    for (int c = 0; c < pie + controls; c++) {
      arms.put("c" + c, c < pie ? Arm.PIE : Arm.NON_PIE);
    }
    List<String> ids = new ArrayList<>();
    List<RatingRow> rows = new ArrayList<>();
    for (int r = 0; r < readers; r++) {
      ids.add("R" + r);
      for (int c = 0; c < arms.size(); c++) {
        OptionalDouble value = scores.of(r, c);
        if (value.isPresent()) {
          rows.add(new RatingRow("R" + r, "c" + c, Q, value));
        }
      }
    }
    return new ArmedRatings(ids, arms, List.of(Q), rows);
  }

  private interface Scores {
    OptionalDouble of(int reader, int caseIndex);
  }

  private static Scores mixed() {
    return (r, c) -> OptionalDouble.of(1 + (r * 7 + c * 5 + r * c) % 5);
  }

  private static Results.QuestionResults question(Results results) {
    return Objects.requireNonNull(results.questions().get(Q));
  }

  private static List<WarningCode> codes(Results results) {
    return results.warnings().stream().map(ResultWarning::code).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0", "0,4,4", "3,0,0", "3,0,5", "3,5,0", "1,1,1", "2,1,1", "1,1,5", "3,1,5", "2,2,2",
    "1,8,8"
  })
  void every_degenerate_design_gives_results_that_can_be_written_and_read(
      int readers, int pie, int controls) {
    Results results = RatingTables.analyze(table(readers, pie, controls, mixed()));
    String text = ResultsJson.write(results);
    assertThat(text).doesNotContain("NaN").doesNotContain("Infinity");
    if (question(results).mrmc().p().isEmpty()) {
      assertThat(results.warnings()).isNotEmpty();
    }
  }

  @Test
  void cannot_judge_is_left_out_and_counted_apart_from_missing() {
    List<RatingRow> rows = new ArrayList<>();
    Map<String, Arm> arms = new LinkedHashMap<>();
    for (int c = 0; c < 8; c++) {
      arms.put("c" + c, c < 4 ? Arm.PIE : Arm.NON_PIE);
      rows.add(RatingRow.of("R1", "c" + c, Q, 1 + c % 3));
      if (c > 1) {
        rows.add(
            c == 2
                ? RatingRow.cannotJudge("R2", "c2", Q)
                : RatingRow.of("R2", "c" + c, Q, 1 + c % 4));
      }
    }
    Results results =
        RatingTables.analyze(new ArmedRatings(List.of("R1", "R2"), arms, List.of(Q), rows));
    assertThat(results.design().ratings()).isEqualTo(13);
    assertThat(results.design().cannotJudge()).isEqualTo(1);
    assertThat(results.design().missing()).isEqualTo(2);
    assertThat(results.design().fullyCrossed()).isFalse();
    assertThat(codes(results)).contains(WarningCode.CANNOT_JUDGE, WarningCode.MISSING_RATINGS);
    assertThat(results.warningsOf(Q).toString()).contains("(R2 3, \"cannot judge\" included)");
  }

  @Test
  void a_reversed_question_turns_the_auc_and_nothing_else() {
    ArmedRatings ratings = table(4, 6, 7, mixed());
    Results higher = analyze(ratings, Orientation.HIGHER);
    Results lower = analyze(ratings, Orientation.LOWER);
    Results.QuestionResults a = question(higher);
    Results.QuestionResults b = question(lower);
    assertThat(a.mrmc().auc().orElseThrow() + b.mrmc().auc().orElseThrow())
        .isCloseTo(1, within(1e-14));
    assertThat(b.permutation().p()).isEqualTo(a.permutation().p());
    assertThat(b.pooled()).isEqualTo(a.pooled());
    assertThat(b.caseMeans()).isEqualTo(a.caseMeans());
    assertThat(b.descriptives()).isEqualTo(a.descriptives());
    assertThat(b.bootstrap().meanDifferenceCiLow().orElseThrow())
        .isCloseTo(a.bootstrap().meanDifferenceCiLow().orElseThrow(), within(1e-9));
  }

  private static Results analyze(ArmedRatings ratings, Orientation orientation) {
    AnalysisSettings settings =
        new AnalysisSettings(
            Map.of(Q, orientation), new AnalysisPlan.Resampling(100, 100, 1), Map.of(), true);
    return RatingsAnalysis.analyze(ratings, settings, Progress.NONE, new Cancellation());
  }

  @Test
  void results_written_and_read_are_the_same_and_simulated_ratings_say_so() {
    Results results = analyze(table(3, 5, 6, mixed()), Orientation.HIGHER);
    assertThat(results.simulated()).isTrue();
    assertThat(codes(results)).contains(WarningCode.SIMULATED, WarningCode.FEW_READERS);
    Path file = folder.resolve("results.json");
    ResultsJson.write(results, file);
    assertThat(ResultsJson.read(file)).isEqualTo(results);
    String text = ResultsJson.write(results);
    assertThat(text)
        .contains("\"format\" : \"exemplar-results/1\"")
        .contains("\"code\" : \"few_readers\"");
  }

  @Test
  void a_reader_who_rated_nothing_is_named_and_changes_no_number() {
    Scores all = mixed();
    Scores withoutLast = (r, c) -> r == 3 ? OptionalDouble.empty() : all.of(r, c);
    Results three = RatingTables.analyze(table(3, 6, 6, all));
    Results four = RatingTables.analyze(table(4, 6, 6, withoutLast));
    assertThat(codes(four)).contains(WarningCode.READER_WITHOUT_RATINGS);
    assertThat(question(four).mrmc()).isEqualTo(question(three).mrmc());
    assertThat(question(four).bootstrap()).isEqualTo(question(three).bootstrap());
    assertThat(four.design().ratingsByReader()).containsEntry("R3", 0);
  }

  @Test
  void strata_restrict_the_permutations_and_are_reported() {
    Map<String, String> strata = new LinkedHashMap<>();
    for (int c = 0; c < 12; c++) {
      strata.put("c" + c, "pair" + c % 6);
    }
    AnalysisSettings settings =
        new AnalysisSettings(Map.of(), new AnalysisPlan.Resampling(100, 100, 1), strata, false);
    ArmedRatings ratings = table(4, 6, 6, mixed());
    Results matched = RatingsAnalysis.analyze(ratings, settings, Progress.NONE, new Cancellation());
    Results.Permutation permutation = question(matched).permutation();
    assertThat(permutation.stratified()).isTrue();
    assertThat(permutation.exact()).isTrue();
    assertThat(permutation.p().orElseThrow() * 64 % 1).isZero();
  }

  @Test
  void an_unknown_question_needs_an_orientation_and_a_rating_given_twice_is_a_problem() {
    ArmedRatings unknown =
        new ArmedRatings(List.of("R1"), Map.of("c", Arm.PIE), List.of("beauty"), List.of());
    assertThatThrownBy(() -> RatingTables.analyze(unknown))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("--orientation beauty=higher");
    RatingRow row = RatingRow.of("R1", "c", Q, 3);
    assertThatThrownBy(() ->
            new ArmedRatings(List.of("R1"), Map.of("c", Arm.PIE), List.of(Q), List.of(row, row)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("twice");
  }

  @Test
  void orientation_options_are_read_or_refused() {
    assertThat(Orientations.parse("beauty=Lower"))
        .isEqualTo(Map.entry("beauty", Orientation.LOWER));
    assertThatThrownBy(() -> Orientations.parse("beauty")).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> Orientations.parse("=higher")).isInstanceOf(Problem.class);
  }

  @Test
  void cancelling_stops_before_the_next_question() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(() ->
            RatingsAnalysis.analyze(
                table(2, 3, 3, mixed()),
                AnalysisSettings.of(Map.of()),
                Progress.NONE,
                cancellation))
        .isInstanceOf(CancellationException.class);
  }
}
