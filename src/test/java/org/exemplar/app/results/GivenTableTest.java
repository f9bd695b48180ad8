package org.exemplar.app.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.analysis.MixedModel;
import org.exemplar.analysis.Results;
import org.exemplar.export.ExportFormat;
import org.exemplar.problem.Problem;
import org.exemplar.study.Orientation;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenTableTest {
  private static final OpenedResults.About ABOUT =
      new OpenedResults.About("1 March 2026", "Exemplar 0.1.0-test");

  @TempDir Path folder;

  private Path table(String question) throws IOException {
    StringBuilder csv = new StringBuilder("reader_id,case_id,arm,question,value\n");
    for (int reader = 1; reader <= 3; reader++) {
      for (int c = 0; c < 8; c++) {
        boolean pie = c < 4;
        int value = 1 + (c * 7 + reader * 3) % 4 + (pie ? 1 : 0);
        csv.append(
            "R%d,C%d,%s,%s,%d%n".formatted(reader, c, pie ? "PIE" : "NON_PIE", question, value));
      }
    }
    return Files.writeString(folder.resolve("given.csv"), csv);
  }

  private static OpenedResults analyse(GivenTable table, Map<String, Orientation> answers) {
    return table.analyse(
        answers, ABOUT, new OpenedResults.Watch(Progress.NONE, new Cancellation()));
  }

  @Test
  void a_question_whose_name_does_not_tell_its_orientation_is_asked_about() throws IOException {
    GivenTable table = GivenTable.read(table("oddness"));
    assertThat(table.unknown()).containsExactly("oddness");
    double higher = auc(analyse(table, Map.of("oddness", Orientation.HIGHER)).results(), "oddness");
    double lower = auc(analyse(table, Map.of("oddness", Orientation.LOWER)).results(), "oddness");
    assertThat(higher).isGreaterThan(0.5);
    assertThat(higher + lower).isEqualTo(1);
    assertThat(GivenTable.read(table("difficulty")).unknown()).isEmpty();
  }

  private static double auc(Results results, String question) {
    return results.questions().get(question).mrmc().auc().orElseThrow();
  }

  @Test
  void the_folder_that_a_report_leaves_opens_with_the_same_numbers_and_ratings()
      throws IOException {
    OpenedResults first = analyse(GivenTable.read(table("difficulty")), Map.of());
    Path report = first.writeReport().getFirst();
    assertThat(report).isRegularFile();
    OpenedResults again = OpenedResults.read(first.source().out(), ABOUT);
    assertThat(again.results()).isEqualTo(first.results());
    assertThat(Answers.of(again.sheet()).rows()).isEqualTo(Answers.of(first.sheet()).rows());
    assertThat(again.writeReport()).containsExactly(report);
  }

  @Test
  void an_exported_long_table_analyses_to_the_same_numbers() throws IOException {
    OpenedResults first = analyse(GivenTable.read(table("difficulty")), Map.of());
    Path out = folder.resolve("exported.csv");
    var _ = first.export(ExportFormat.CSV, out);
    GivenTable again = GivenTable.read(out);
    assertThat(again.unknown()).isEmpty();
    assertThat(analyse(again, Map.of()).results()).isEqualTo(first.results());
  }

  @Test
  void results_without_ratings_still_open() throws IOException {
    OpenedResults first = analyse(GivenTable.read(table("difficulty")), Map.of());
    var _ = first.writeReport();
    Files.delete(first.source().out().resolve("ratings.csv"));
    OpenedResults again = OpenedResults.read(first.source().out(), ABOUT);
    assertThat(again.hasRatings()).isFalse();
    assertThat(again.results()).isEqualTo(first.results());
  }

  @Test
  void a_long_table_with_a_broken_number_names_its_line() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("own.csv"),
            "reader_id,case_id,question_id,question_text,value_code,arm,position\n"
                + "R1,C1,q,,3,PIE,1\nR1,C2,q,,three,PIE,2\n");
    assertThatThrownBy(() -> GivenTable.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("line 3");
  }

  @Test
  void agreement_of_a_case_is_the_share_of_pairs_that_rated_alike() {
    assertThat(CaseRow.agreement(List.of(1.0, 1.0, 2.0)).orElseThrow()).isEqualTo(1.0 / 3);
    assertThat(CaseRow.agreement(List.of(4.0))).isEqualTo(OptionalDouble.empty());
  }

  @Test
  void sensitivity_turns_the_pooled_difference_to_the_scale_of_the_auc() throws IOException {
    OpenedResults opened = analyse(GivenTable.read(table("quality")), Map.of());
    Results.QuestionResults quality = opened.results().questions().get("quality");
    List<SensitivityRow> rows = SensitivityRow.of(quality);
    double pooled =
        rows.stream()
            .filter(r -> !r.clustered())
            .findFirst()
            .orElseThrow()
            .estimate()
            .orElseThrow();
    assertThat(pooled).isLessThan(0.5);
    assertThat(quality.mrmc().auc().orElseThrow()).isLessThan(0.5);
    assertThat(rows.getFirst().p()).isEqualTo(quality.mrmc().p());
    assertThat(rows.stream().filter(r -> !r.clustered()).count()).isEqualTo(3);
  }

  @Test
  void the_mixed_model_stands_among_the_sensitivity_analyses_where_r_fitted_it()
      throws IOException {
    OpenedResults opened = analyse(GivenTable.read(table("quality")), Map.of());
    Results.QuestionResults quality = opened.results().questions().get("quality");
    OptionalDouble none = OptionalDouble.empty();
    MixedModel.Fit fit =
        new MixedModel.Fit(
            24,
            OptionalDouble.of(1.25),
            none,
            none,
            OptionalDouble.of(0.031),
            none,
            none,
            none,
            none,
            none,
            Map.of(),
            List.of());
    assertThat(SensitivityRow.of(quality, Optional.empty())).isEqualTo(SensitivityRow.of(quality));
    SensitivityRow row = SensitivityRow.of(quality, Optional.of(fit)).get(2);
    assertThat(row.name()).isEqualTo("Ordinal mixed model, by R");
    assertThat(row.clustered()).isTrue();
    assertThat(row.test()).isEqualTo("p = 0.031");
  }
}
