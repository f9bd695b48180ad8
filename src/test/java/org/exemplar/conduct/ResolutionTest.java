package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exemplar.analysis.unblinding.Unblinding;
import org.exemplar.crypto.Passphrase;
import org.exemplar.problem.Problem;
import org.exemplar.store.Decision;
import org.exemplar.store.Dispute;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Rating;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One reader's file was copied and read twice; the coordinator decides row by row. */
class ResolutionTest {
  @TempDir Path folder;
  private MadeStudy study;
  private Path copy = Path.of("");

  @BeforeEach
  void two_copies_come_back() throws IOException {
    study = MadeStudy.of(folder, 3, 1);
    Path file = study.pack().getFirst();
    MadeStudy.rate(List.of(file), 1, 2);
    copy = Files.copy(file, folder.resolve("R01 copy.reading"));
    MadeStudy.rate(List.of(file), 1, 100);
    MadeStudy.rate(List.of(copy), 2, 100);
    merge(List.of(file, copy));
  }

  private MergeReport merge(List<Path> files) {
    return new Merge(MadeStudy.office(60 * 24))
        .merge(study.location(), files, Progress.NONE, new Cancellation());
  }

  private List<Dispute> disputes() {
    return Resolution.disputes(study.location());
  }

  private Resolution resolution() {
    return new Resolution(MadeStudy.office(60 * 25));
  }

  private List<Rating> counting() {
    try (StudyFile file = StudyFile.openReadOnly(study.location().database())) {
      assertThat(file.verify().broken()).isEmpty();
      return file.ratings();
    }
  }

  @Test
  void an_exception_in_a_list_and_a_rule_for_the_rest_are_what_counts() throws IOException {
    List<Dispute> before = disputes();
    assertThat(before).hasSizeGreaterThan(2).allMatch(Dispute::open);
    assertThat(counting()).contains(before.getFirst().sides().getFirst().rating());

    Path list = folder.resolve("conflicts.csv");
    ConflictList.write(before, list);
    String filled =
        Files.readString(list).replaceFirst(",,\\s", ",2,the second screen was calibrated\n");
    Files.writeString(list, filled);
    assertThat(resolution().decide(study.location(), ConflictList.read(list, before))).isEqualTo(1);
    int rest = resolution().decideOpen(study.location(), Decision.Rule.FIRST);
    assertThat(rest).isEqualTo(before.size() - 1);

    List<Dispute> after = disputes();
    assertThat(after).hasSameSizeAs(before).noneMatch(Dispute::open);
    assertThat(after.getFirst().decision().orElseThrow().reason())
        .isEqualTo("the second screen was calibrated");
    List<Rating> ratings = counting();
    assertThat(ratings).contains(after.getFirst().sides().get(1).rating());
    assertThat(ratings).doesNotContain(after.getFirst().sides().getFirst().rating());
    for (Dispute dispute : after.subList(1, after.size())) {
      assertThat(ratings).contains(dispute.by(Decision.Rule.FIRST).rating());
    }
    assertThat(ratings)
        .extracting(r -> r.item().position() + r.rated().questionId())
        .doesNotHaveDuplicates();
    assertThat(merge(List.of(copy)).clean()).isTrue();
    assertThat(merge(List.of(copy)).files().getFirst().verdict()).isEqualTo(Verdict.DUPLICATE);
  }

  @Test
  void unblinding_waits_for_the_decisions_and_closes_them() {
    Unblinding unblinding = new Unblinding("statistician", MadeStudy.office(60 * 26).clock());
    Runnable unblind =
        () -> {
          var _ =
              unblinding.unblind(
                  study.location(),
                  study.location().key(),
                  Passphrase.of(MadeStudy.KEY_WORDS),
                  "Reading is closed.");
        };
    assertThatThrownBy(unblind::run)
        .isInstanceOf(Problem.class)
        .hasMessageContaining("nobody has decided");
    assertThat(resolution().decideOpen(study.location(), Decision.Rule.LATEST)).isPositive();
    unblind.run();
    assertThatThrownBy(() -> resolution().decideOpen(study.location(), Decision.Rule.FIRST))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("unblinded");
  }

  @Test
  void a_list_with_a_wrong_row_is_refused_with_its_line() throws IOException {
    Path list = folder.resolve("wrong.csv");
    String header = "reader_id,position,question_id,keep,reason\n";
    Dispute dispute = disputes().getFirst();
    String row = "R01," + dispute.item().position() + "," + dispute.questionId() + ",";
    assertRefused(list, header + "R01,999,image_quality,first,why\n", "line 2 names no answer");
    assertRefused(list, header + row + "third,why\n", "line 2 keeps \"third\"");
    assertRefused(list, header + row + "first,\n", "line 2 gives no reason");
    assertRefused(list, "reader_id,position\nR01,1\n", "has no column keep");
  }

  private void assertRefused(Path list, String text, String why) throws IOException {
    Files.writeString(list, text);
    List<Dispute> disputes = disputes();
    assertThatThrownBy(() -> ConflictList.read(list, disputes))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(why);
  }
}
