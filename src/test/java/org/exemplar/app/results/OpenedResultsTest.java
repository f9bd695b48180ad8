package org.exemplar.app.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.exemplar.analysis.Results;
import org.exemplar.analysis.unblinding.Unblinding;
import org.exemplar.app.control.figure.Ink;
import org.exemplar.conduct.Merge;
import org.exemplar.crypto.Passphrase;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedResultsTest {
  @TempDir Path folder;

  @Test
  void an_unblinded_study_gives_its_questions_and_writes_its_report() {
    MadeStudy made = MadeStudy.of(folder, 4, 2);
    List<Path> files = made.pack();
    MadeStudy.rate(files, 3, 100);
    var _ =
        new Merge(MadeStudy.office(600))
            .merge(made.location(), files, Progress.NONE, new Cancellation());
    assertThatThrownBy(() -> open(made))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("blinded");
    var _ =
        new Unblinding("coordinator", MadeStudy.office(900).clock())
            .unblind(
                made.location(),
                made.location().key(),
                Passphrase.of(MadeStudy.KEY_WORDS),
                "Reading is closed as planned.");
    OpenedResults results = open(made);
    assertThat(results.results().simulated()).isTrue();
    assertThat(results.results().questions()).hasSameSizeAs(results.facts().questions());
    assertThat(results.writeReport()).allMatch(Files::isRegularFile);
    assertThat(made.location().results().resolve("report.html")).isRegularFile();
  }

  private static OpenedResults open(MadeStudy made) {
    return OpenedResults.open(
        made.location(),
        made.location().key(),
        Passphrase.of(MadeStudy.KEY_WORDS),
        MadeStudy.office(1000),
        new OpenedResults.Watch(Progress.NONE, new Cancellation()));
  }

  @Test
  void bands_run_from_less_to_more_pie_like_and_halve_the_middle() {
    Results.Descriptives arm =
        new Results.Descriptives(
            10,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Map.of("1", 1, "3", 4, "5", 5));
    List<Integer> codes = AnswerBands.codes(List.of(arm));
    AnswerBands lower = AnswerBands.of(arm, codes, Results.Direction.LOWER_IS_PIE);
    assertThat(lower.shares()).containsExactly(0.5, 0.0, 0.4, 0.0, 0.1);
    assertThat(lower.left()).isEqualTo(0.7);
    assertThat(AnswerBands.of(arm, codes, Results.Direction.HIGHER_IS_PIE).shares())
        .containsExactly(0.1, 0.0, 0.4, 0.0, 0.5);
  }

  @Test
  void a_scale_is_coloured_from_teal_over_gray_to_violet() {
    assertThat(List.of(0, 1, 2, 3, 4).stream().map(i -> DivergingBars.ink(i, 5)))
        .containsExactly(Ink.LEFT_FAR, Ink.LEFT_NEAR, Ink.MIDDLE, Ink.RIGHT_NEAR, Ink.RIGHT_FAR);
    assertThat(List.of(0, 1).stream().map(i -> DivergingBars.ink(i, 2)))
        .containsExactly(Ink.LEFT_FAR, Ink.RIGHT_FAR);
  }
}
