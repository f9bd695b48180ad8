package org.exemplar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.exemplar.stats.Golden;
import org.exemplar.stats.Outcome;
import org.exemplar.task.Cancellation;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** R's ordinal mixed model through our script, against R's own reference results. */
class MixedModelRunTest {
  private static final JsonNode R = Golden.read("ratings/golden_R");

  @TempDir Path folder;

  /** Ratings as the program exports them, as far as the script reads them. */
  private Path exported(String table, List<String> questions) throws IOException {
    ArmedRatings ratings = RatingsCsv.read(RatingTables.unpack("ratings/" + table, folder));
    List<String> lines = new ArrayList<>();
    lines.add("reader_id,case_id,repeat_of,is_practice,arm,question_id,value_code,value_score");
    for (String question : questions) {
      for (RatingRow row : ratings.answers(question)) {
        row.value()
            .ifPresent(value ->
                lines.add(
                    "%s,%s,,0,%s,%s,%.0f,%.0f"
                        .formatted(
                            row.reader(),
                            row.caseId(),
                            ratings.arms().get(row.caseId()),
                            question,
                            value,
                            value)));
      }
    }
    return Files.write(folder.resolve("ratings.csv"), lines);
  }

  private MixedModel fitted(String table, List<String> questions) throws IOException {
    Outcome<MixedModel> outcome =
        MixedModelRun.standard().run(exported(table, questions), new Cancellation());
    Assumptions.assumeTrue(
        outcome.isDefined(), () -> "skipped: " + outcome.reason().orElse("no reason"));
    return outcome.value().orElseThrow();
  }

  @Test
  void the_model_of_a_scale_is_that_of_the_reference() throws IOException {
    MixedModel model = fitted("02_no_effect.csv", List.of("quality"));
    compare(model.questions().get("quality"), R.at("/02_no_effect.csv/quality/clmm_laplace"));
    assertThat(model.ordinal()).isNotBlank();
    assertThat(folder.resolve(MixedModelRun.SCRIPT)).exists();
    assertThat(MixedModel.warnings(Outcome.of(model))).isEmpty();
  }

  @Tag("soak")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "01_clear_effect.csv",
        "02_no_effect.csv",
        "03_missing_12pct.csv",
        "04_degenerate_constant_columns.csv",
        "05_one_reader_absent_one_stopped_early.csv",
        "06_perfect_separation.csv",
        "07_two_readers_ten_cases.csv",
        "08_unbalanced_groups.csv",
        "09_reversed_reader_heavy_ties.csv",
        "10_single_reader_eight_cases.csv"
      })
  void the_models_of_every_table_are_those_of_the_reference(String table) throws IOException {
    List<String> scales = List.of("quality", "difficulty");
    MixedModel model = fitted(table, scales);
    for (String question : scales) {
      compare(model.questions().get(question), R.get(table).get(question).path("clmm_laplace"));
    }
  }

  /** A model that R's reference run did not solve has no numbers, and a warning. */
  private static void compare(MixedModel.Fit fit, JsonNode golden) {
    if (!golden.path("est").isArray() || golden.has("warnings")) {
      assertThat(fit.effect()).isEmpty();
      assertThat(fit.p()).isEmpty();
      assertThat(fit.messages()).isNotEmpty();
      return;
    }
    JsonNode names = golden.get("names");
    int arm = names.size() - 1;
    assertThat(names.get(arm).stringValue()).isEqualTo("groupPIE");
    assertThat(fit.effect().orElseThrow())
        .isCloseTo(golden.get("est").get(arm).doubleValue(), within(1e-4));
    assertThat(fit.se().orElseThrow())
        .isCloseTo(golden.get("se").get(arm).doubleValue(), within(1e-4));
    assertThat(fit.p().orElseThrow())
        .isCloseTo(golden.get("p").get(arm).doubleValue(), within(1e-4));
    assertThat(fit.logLikelihood().orElseThrow())
        .isCloseTo(golden.get("logLik").doubleValue(), within(1e-4));
    assertThat(fit.thresholds()).hasSize(arm);
    for (int k = 0; k < arm; k++) {
      assertThat(fit.thresholds().get(names.get(k).stringValue()))
          .isCloseTo(golden.get("est").get(k).doubleValue(), within(1e-4));
    }
  }

  @Test
  void without_r_there_is_one_plain_reason_and_the_script() throws IOException {
    Path ratings = Files.writeString(folder.resolve("ratings.csv"), "");
    Outcome<MixedModel> outcome =
        new MixedModelRun(folder.resolve("no-such-R").toString(), Duration.ofSeconds(5))
            .run(ratings, new Cancellation());
    assertThat(outcome.reason().orElseThrow()).startsWith("R was not found on this machine");
    assertThat(folder.resolve(MixedModelRun.SCRIPT)).exists();
    assertThat(MixedModel.warnings(outcome))
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.code()).isEqualTo(WarningCode.MIXED_MODEL);
          assertThat(warning.message()).startsWith("The ordinal mixed model was not fitted");
        });
  }

  @Test
  void answers_without_a_proper_solution_give_no_numbers_and_are_said() {
    MixedModel model =
        MixedModelRun.parse(
                List.of(
                    "r\t4.2.2",
                    "ordinal\t2022.11",
                    "question\tq",
                    "n\t40",
                    "effect\t-48.4",
                    "se\tNaN",
                    "p\tNaN",
                    "threshold\t1|2\t-24",
                    "message\tHessian is singular",
                    "question\tok",
                    "n\t40",
                    "effect\t1",
                    "se\t0.5",
                    "p\t0.04"),
                0)
            .value()
            .orElseThrow();
    MixedModel.Fit bad = model.questions().get("q");
    assertThat(bad.effect()).isEmpty();
    assertThat(bad.thresholds()).isEmpty();
    assertThat(model.questions().get("ok").ciLow().orElseThrow()).isCloseTo(1 - 0.98, within(1e-4));
    assertThat(MixedModel.warnings(Outcome.of(model)))
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).contains("Hessian is singular"));
    assertThat(MixedModelRun.parse(List.of("r\t4", "absent\tordinal"), 0).reason().orElseThrow())
        .contains("install.packages");
    assertThat(MixedModelRun.parse(List.of(), 1).reason().orElseThrow()).startsWith("R failed");
  }

  @Test
  void the_model_is_its_own_key_in_the_results_and_is_read_again() {
    Results plain =
        RatingTables.analyze(
            RatingsCsv.read(RatingTables.unpack("ratings/07_two_readers_ten_cases.csv", folder)));
    assertThat(ResultsJson.write(plain)).doesNotContain("mixed_model");
    MixedModel model = new MixedModel("4", "2022", Map.of());
    Results with = plain.withMixedModel(Outcome.of(model));
    Path file = folder.resolve("results.json");
    ResultsJson.write(with, file);
    assertThat(ResultsJson.read(file).mixedModel()).contains(model);
    Results without = plain.withMixedModel(Outcome.undefined("R is absent"));
    assertThat(without.warnings()).hasSize(plain.warnings().size() + 1);
  }

  @Test
  void a_long_run_is_stopped_by_its_limit_or_by_cancelling() throws IOException {
    Path slow = Files.writeString(folder.resolve("slow"), "#!/bin/sh\nsleep 20\n");
    Assumptions.assumeTrue(slow.toFile().setExecutable(true), "skipped: no executable files here");
    Path ratings = Files.writeString(folder.resolve("ratings.csv"), "");
    MixedModelRun run = new MixedModelRun(slow.toString(), Duration.ofMillis(300));
    assertThat(run.run(ratings, new Cancellation()).reason().orElseThrow())
        .contains("did not finish");
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    assertThatThrownBy(() -> run.run(ratings, cancelled)).isInstanceOf(CancellationException.class);
  }
}
