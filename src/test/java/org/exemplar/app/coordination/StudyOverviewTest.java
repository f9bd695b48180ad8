package org.exemplar.app.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.exemplar.analysis.unblinding.Unblinding;
import org.exemplar.conduct.FollowUp;
import org.exemplar.conduct.Merge;
import org.exemplar.crypto.Passphrase;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyOverviewTest {
  @TempDir Path folder;

  @Test
  void a_study_goes_through_its_stages_on_the_desk() {
    MadeStudy made = MadeStudy.of(folder, 4, 2);
    StudyOverview sealed = StudyOverview.of(made.location(), MadeStudy.SEALED_AT);
    assertThat(sealed.stage()).isEqualTo(StudyStage.SEALED);
    assertThat(sealed.about().cases()).isEqualTo(8);
    assertThat(sealed.answers()).isEqualTo(new StudyOverview.Answers(0, 48, false));
    assertThat(sealed.readers()).extracting(ReaderRow::state).containsOnly("not handed out");
    assertThat(sealed.trail().verification().intact()).isTrue();

    List<Path> files = made.pack();
    assertThat(StudyOverview.of(made.location(), MadeStudy.SEALED_AT).stage())
        .isEqualTo(StudyStage.READING);

    MadeStudy.rate(files.subList(0, 1), 3, 100);
    MadeStudy.rate(files.subList(1, 2), 3, 3);
    merge(made, files);
    StudyOverview partial = StudyOverview.of(made.location(), MadeStudy.SEALED_AT);
    assertThat(partial.stage()).isEqualTo(StudyStage.READING);
    assertThat(partial.missing()).isEqualTo(5);
    assertThat(partial.answers().simulated()).isTrue();
    assertThat(partial.readers())
        .extracting(ReaderRow::state)
        .containsExactly("returned", "reading");
    assertThat(
            partial.readers().get(1).followUp().blocks().stream()
                .mapToInt(FollowUp.Block::done)
                .sum())
        .isEqualTo(3);

    MadeStudy.rate(files.subList(1, 2), 3, 100);
    merge(made, files);
    assertThat(StudyOverview.of(made.location(), MadeStudy.SEALED_AT).stage())
        .isEqualTo(StudyStage.RETURNED);

    var _ =
        new Unblinding("coordinator", MadeStudy.office(900).clock())
            .unblind(
                made.location(),
                made.location().key(),
                Passphrase.of(MadeStudy.KEY_WORDS),
                "Reading is closed as planned.");
    assertThat(StudyOverview.of(made.location(), MadeStudy.SEALED_AT).stage())
        .isEqualTo(StudyStage.UNBLINDED);
  }

  private static void merge(MadeStudy made, List<Path> files) {
    var report =
        new Merge(MadeStudy.office(600))
            .merge(made.location(), files, Progress.NONE, new Cancellation());
    assertThat(report.refused()).isZero();
  }
}
