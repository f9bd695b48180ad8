package org.exemplar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.exemplar.audit.AuditEntry;
import org.exemplar.crypto.Sha256;
import org.exemplar.crypto.SigningKey;
import org.exemplar.problem.Problem;
import org.exemplar.study.CaseCode;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFileTest {
  @TempDir Path folder;
  private final SmallStudy small = new SmallStudy(3);

  @Test
  void a_sealed_study_verifies_and_its_first_entry_holds_the_keys_digest() {
    try (StudyFile study = small.create(folder.resolve("study.db"))) {
      assertThat(study.verify().broken()).isEmpty();
      AuditEntry first = study.audit().getFirst();
      assertThat(first.action()).isEqualTo("sealed");
      assertThat(first.payload()).contains(SmallStudy.KEY_DIGEST.hex());
      assertThat(study.seal().orElseThrow().keyDigest()).isEqualTo(SmallStudy.KEY_DIGEST);
      assertThat(study.protocols()).hasSize(1);
      assertThat(study.progress())
          .containsEntry(new ReaderId("R02"), new ReadingProgress(0, 3, 0, 1, false));
    }
  }

  @Test
  void cases_lie_in_code_order_and_nothing_can_be_added_after_the_seal() {
    try (StudyFile study = small.create(folder.resolve("study.db"))) {
      List<CaseCode> cases = study.cases(false);
      assertThat(cases).isSorted().hasSize(3);
      assertThat(study.cases(true)).containsExactly(small.codes().getFirst());
      CaseContent content = study.content(cases.getFirst());
      assertThatThrownBy(() -> study.compose(w -> w.addCase(cases.getFirst(), false, content)))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> study.seal(SmallStudy.KEY_DIGEST, SmallStudy.STAMP))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void a_returned_file_is_merged_once_and_then_only_what_is_new() {
    try (StudyFile study = small.create(folder.resolve("study.db"))) {
      Path path = small.issue(study, "R01", folder);
      try (ReadingFile file = ReadingFile.open(path)) {
        ReadingJournal journal = SmallStudy.unlock(file);
        JournalFixture.writeAll(journal);
        assertThat(study.merge(file, SmallStudy.STAMP))
            .isEqualTo(
                new MergeOutcome.Merged(
                    new ReaderId("R01"), 0, file.audit().size(), 1, 3, List.of()));
        assertThat(((MergeOutcome.Merged) study.merge(file, SmallStudy.STAMP)).changed()).isFalse();
        JournalFixture.submit(journal, 3, 2);
        MergeOutcome.Merged more = (MergeOutcome.Merged) study.merge(file, SmallStudy.STAMP);
        assertThat(more.newSubmissions()).isEqualTo(1);
        assertThat(study.ratings()).isEqualTo(file.ratings());
        assertThat(study.readerAudit(file.summary().readingId())).isEqualTo(file.audit());
      }
      assertThat(study.progress().get(new ReaderId("R01")).done()).isEqualTo(2);
      assertThat(study.details()).hasSize(1);
      assertThat(study.deviations(new ReaderId("R01"))).hasSize(1);
      assertThat(study.verify().broken()).isEmpty();
    }
  }

  @Test
  void an_older_copy_and_a_copy_that_went_another_way_are_told_apart() throws IOException {
    try (StudyFile study = small.create(folder.resolve("study.db"))) {
      Path path = small.issue(study, "R01", folder);
      Path copy = folder.resolve("copy.reading");
      Files.copy(path, copy);
      try (ReadingFile file = ReadingFile.open(path)) {
        JournalFixture.submit(SmallStudy.unlock(file), 2, 4);
        study.merge(file, SmallStudy.STAMP);
      }
      long before = study.audit().size();
      try (ReadingFile file = ReadingFile.open(copy)) {
        assertThat(study.merge(file, SmallStudy.STAMP)).isInstanceOf(MergeOutcome.Older.class);
        JournalFixture.submit(SmallStudy.unlock(file), 2, 1);
        MergeOutcome.Diverged diverged =
            (MergeOutcome.Diverged) study.merge(file, SmallStudy.STAMP);
        // Handed out, and the first answer, which is the same in both.
        assertThat(diverged.commonEntries()).isEqualTo(2);
        assertThat(diverged.conflicts()).hasSize(1);
        Dispute dispute = diverged.conflicts().getFirst();
        assertThat(codes(dispute)).containsExactly(4, 1);
        assertThat(counting(study)).isEqualTo(4);
        assertThat(study.audit()).hasSize((int) before + 1);
        // Once more changes nothing; more answers of the same copy continue it.
        assertThat(((MergeOutcome.Diverged) study.merge(file, SmallStudy.STAMP)).newEntries())
            .isZero();
        JournalFixture.submit(SmallStudy.unlock(file), 3, 2);
        MergeOutcome.Diverged more = (MergeOutcome.Diverged) study.merge(file, SmallStudy.STAMP);
        assertThat(more.newSubmissions()).isEqualTo(1);
        assertThat(study.progress().get(new ReaderId("R01")).done()).isEqualTo(2);
        assertThat(study.verify().broken()).isEmpty();
        decide(
            study, dispute, dispute.sides().getLast(), "the second computer had the good monitor");
        assertThat(counting(study)).isEqualTo(1);
        assertThat(study.disputes()).singleElement().matches(d -> !d.open());
        decide(study, dispute, dispute.sides().getFirst(), "on second thoughts the first");
        assertThat(counting(study)).isEqualTo(4);
        assertThat(codes(study.disputes().getFirst())).containsExactly(4, 1);
        assertThat(study.audit())
            .filteredOn(entry -> entry.action().equals("conflicts_decided"))
            .hasSize(2);
        assertThat(study.verify().broken()).isEmpty();
      }
    }
  }

  private static void decide(StudyFile study, Dispute dispute, Dispute.Side side, String why) {
    study.decide(
        Map.of(
            dispute, new Decision(side.readingId(), Decision.Rule.CHOSEN, why, SmallStudy.STAMP)),
        SmallStudy.STAMP);
  }

  private static List<Integer> codes(Dispute dispute) {
    return dispute.sides().stream()
        .map(side -> side.rating().rated().answer().code().orElseThrow())
        .toList();
  }

  /** The answer that counts for the quality of the case at place 2. */
  private static int counting(StudyFile study) {
    return study.ratings().stream()
        .filter(r -> r.item().position() == 2)
        .filter(r -> r.rated().questionId().equals("image_quality"))
        .map(r -> r.rated().answer().code().orElseThrow())
        .reduce((one, two) -> -1)
        .orElseThrow();
  }

  @Test
  void files_of_others_and_unknown_files_are_refused() throws IOException {
    try (StudyFile study = small.create(folder.resolve("study.db"));
        StudyFile other = small.create(folder.resolve("other.db"))) {
      Path path = small.issue(other, "R01", folder);
      try (ReadingFile file = ReadingFile.openReadOnly(path)) {
        assertThat(study.merge(file, SmallStudy.STAMP))
            .isEqualTo(
                new MergeOutcome.Refused(
                    new ReaderId("R01"),
                    MergeOutcome.Refused.Cause.NOT_HANDED_OUT,
                    "it was not handed out by this study"));
      }
    }
  }

  @Test
  void after_unblinding_nothing_is_taken_any_more() {
    try (StudyFile study = small.create(folder.resolve("study.db"))) {
      Path path = small.issue(study, "R01", folder);
      assertThatThrownBy(() -> study.unblind(Sha256.ofText("x"), "now", SmallStudy.STAMP))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("not the unblinding key");
      study.unblind(SmallStudy.KEY_DIGEST, "all read", SmallStudy.STAMP);
      assertThat(study.unblinding().orElseThrow().reason()).isEqualTo("all read");
      try (ReadingFile file = ReadingFile.openReadOnly(path)) {
        assertThat(study.merge(file, SmallStudy.STAMP)).isInstanceOf(MergeOutcome.Refused.class);
      }
      assertThatThrownBy(() -> study.amend("x", "y", SmallStudy.STAMP)).isInstanceOf(Problem.class);
      assertThat(study.verify().broken()).isEmpty();
    }
  }

  @Test
  void amendments_are_versions_with_reasons_and_notes_are_entries() {
    try (StudyFile study = small.create(folder.resolve("study.db"))) {
      ProtocolVersion second = study.amend("new text", "a typo", SmallStudy.STAMP);
      assertThat(second.version()).isEqualTo(2);
      study.note("exported", Map.of("format", "csv"), SmallStudy.STAMP);
      assertThat(study.audit())
          .extracting(AuditEntry::action)
          .containsExactly("sealed", "amended", "exported");
      assertThat(study.verify().broken()).isEmpty();
    }
  }

  @Test
  void a_backup_is_the_study_again() {
    try (StudyFile study = small.create(folder.resolve("study.db"))) {
      study.backUp(folder.resolve("backup.db"));
    }
    try (StudyFile backup = StudyFile.openReadOnly(folder.resolve("backup.db"))) {
      assertThat(backup.verify().broken()).isEmpty();
    }
  }

  @Test
  void an_unsealed_study_is_not_intact() {
    StudyIdentity identity = new StudyIdentity("ab", "text", List.of(), SigningKey.fresh(), "test");
    try (StudyFile study = StudyFile.create(folder.resolve("draft.db"), identity)) {
      assertThat(study.verify().broken()).contains("the study is not sealed yet");
    }
  }

  @Test
  void closing_leaves_one_file_that_opens_from_a_read_only_folder() throws IOException {
    Path sub = Files.createDirectory(folder.resolve("medium"));
    small.create(sub.resolve("study.db")).close();
    try (var files = Files.list(sub)) {
      assertThat(files).containsExactly(sub.resolve("study.db"));
    }
    byte[] before = Files.readAllBytes(sub.resolve("study.db"));
    sub.resolve("study.db").toFile().setWritable(false);
    sub.toFile().setWritable(false);
    try (StudyFile study = StudyFile.openReadOnly(sub.resolve("study.db"))) {
      assertThat(study.verify().broken()).isEmpty();
    } finally {
      sub.toFile().setWritable(true);
    }
    assertThat(Files.readAllBytes(sub.resolve("study.db"))).isEqualTo(before);
    assertThat(new String(before, StandardCharsets.ISO_8859_1)).doesNotContain("salt");
  }
}
