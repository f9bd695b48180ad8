package org.exemplar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.exemplar.problem.Problem;
import org.exemplar.study.ReadingProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the reading file's disk away in the middle of a reading, in several ways. */
class SecondJournalTest {
  @TempDir Path folder;
  private final SmallStudy small = new SmallStudy(3);
  private Path drive;
  private Path refuge;
  private Path path;

  @BeforeEach
  void handOut() throws IOException {
    drive = Files.createDirectory(folder.resolve("drive"));
    refuge = folder.resolve("user").resolve("answers");
    try (StudyFile study = small.create(folder.resolve("study.db"))) {
      path = small.issue(study, "R01", drive);
    }
  }

  @Test
  void where_the_file_takes_nothing_answers_go_beside_it_and_come_home_when_it_is_opened_again() {
    try (ReadingFile file = ReadingFile.open(path)) {
      ReadingJournal journal = SmallStudy.unlock(file);
      JournalFixture.submit(journal, 1, 3);
      refuse(file);
      JournalFixture.submit(journal, 2, 4);
      JournalFixture.submit(journal, 3, 5);

      assertThat(file.keptElsewhere().orElseThrow().place()).isEqualTo(beside());
      assertThat(file.keptElsewhere().orElseThrow().why())
          .isEqualTo(
              "The file R01.reading cannot be written to; copy it to a folder where you may write.");
      assertThat(file.progress()).isEqualTo(new ReadingProgress(2, 3, 1, 1, false));
      assertThat(file.ratings()).hasSize(9);
      assertThat(journal.image(small.codes().get(2))).hasSize(114);
      journal.close();
    }
    assertThat(beside()).isRegularFile();
    try (ReadingFile file = ReadingFile.openReadOnly(path)) {
      assertThat(file.progress().done()).isZero();
    }
    assertHomeAndWhole(3, List.of());
    assertThat(beside()).doesNotExist();
  }

  @Test
  void on_a_full_disk_every_answer_is_kept_in_the_refuge() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted(folder.resolve("disk"), 1)) {
      Path there = Files.copy(path, disk.root().resolve("R01.reading"));
      try (ReadingFile file = ReadingFile.open(there, List.of(refuge))) {
        ReadingJournal journal = SmallStudy.unlock(file);
        JournalFixture.submit(journal, 1, 3);
        disk.fill();
        for (int round = 0; round < 3; round++) {
          JournalFixture.submit(journal, 2, 4);
          JournalFixture.submit(journal, 3, 5);
        }
        assertThat(file.keptElsewhere().orElseThrow().why()).contains("the disk is full");
        assertThat(file.keptElsewhere().orElseThrow().place()).startsWith(refuge);
        assertThat(file.ratings()).hasSize(9);
        journal.close();
      }
      disk.clear();
      try (ReadingFile file = ReadingFile.open(there, List.of(refuge))) {
        ReadingJournal journal = SmallStudy.unlock(file);
        assertThat(file.submissions()).hasSize(7);
        assertThat(file.ratings()).hasSize(9);
        assertThat(file.verify().broken()).isEmpty();
        journal.close();
      }
      try (StudyFile study = StudyFile.open(folder.resolve("study.db"));
          ReadingFile file = ReadingFile.openReadOnly(there)) {
        assertThat(study.merge(file, SmallStudy.STAMP)).isInstanceOf(MergeOutcome.Merged.class);
      }
    }
    assertThat(refuge).isEmptyDirectory();
  }

  @Test
  void what_was_kept_is_encrypted() throws IOException {
    try (ReadingFile file = ReadingFile.open(path)) {
      ReadingJournal journal = SmallStudy.unlock(file);
      refuse(file);
      JournalFixture.submit(journal, 2, 4);
    }
    String kept = Files.readString(beside());
    String code = small.codes().get(1).value();
    assertThat(kept).doesNotContain("image_quality").doesNotContain("Mass").doesNotContain(code);
  }

  @Test
  void when_the_drive_vanishes_answers_go_to_the_refuge_and_films_are_missed_in_plain_words()
      throws IOException {
    Path away = folder.resolve("away");
    try (ReadingFile file = ReadingFile.open(path, List.of(refuge))) {
      ReadingJournal journal = SmallStudy.unlock(file);
      JournalFixture.submit(journal, 1, 3);
      Files.move(drive, away);
      JournalFixture.submit(journal, 2, 4);

      assertThat(file.keptElsewhere().orElseThrow().place()).startsWith(refuge);
      assertThat(file.keptElsewhere().orElseThrow().why())
          .contains("R01.reading is no longer where it was opened");
      assertThat(file.progress().done()).isEqualTo(1);
      journal.close();
    }
    Files.createDirectories(drive);
    Files.move(away.resolve("R01.reading"), path);
    assertHomeAndWhole(2, List.of(refuge));
    assertThat(refuge).isEmptyDirectory();
  }

  @Test
  void when_the_volume_is_unmounted_answers_go_to_the_refuge_and_come_home_when_it_is_back()
      throws Exception {
    Path mounted = folder.resolve("volume");
    try (SmallDisk disk = SmallDisk.showing(drive, mounted)) {
      Path there = mounted.resolve("R01.reading");
      try (ReadingFile file = ReadingFile.open(there, List.of(refuge))) {
        ReadingJournal journal = SmallStudy.unlock(file);
        JournalFixture.submit(journal, 1, 3);
        disk.takeAway();
        JournalFixture.submit(journal, 2, 4);
        JournalFixture.submit(journal, 3, 5);

        assertThat(file.keptElsewhere().orElseThrow().place()).startsWith(refuge);
        assertThat(file.keptElsewhere().orElseThrow().why())
            .contains("R01.reading is no longer where it was opened");
        assertThat(file.ratings()).hasSize(9);
        journal.close();
      }
      assertThat(mounted).isEmptyDirectory();
      disk.bringBack(drive);
      try (ReadingFile file = ReadingFile.open(there, List.of(refuge))) {
        ReadingJournal journal = SmallStudy.unlock(file);
        assertThat(file.submissions()).hasSize(3);
        journal.close();
      }
    }
    assertHomeAndWhole(3, List.of(refuge));
    assertThat(refuge).isEmptyDirectory();
  }

  @Test
  void a_file_that_a_sync_program_put_in_its_place_gets_the_answers_too() throws IOException {
    Path older = Files.copy(path, folder.resolve("older"));
    try (ReadingFile file = ReadingFile.open(path, List.of(refuge))) {
      ReadingJournal journal = SmallStudy.unlock(file);
      Files.move(older, path, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(drive.resolve("R01.reading-wal"));
      JournalFixture.submit(journal, 1, 3);
      JournalFixture.submit(journal, 2, 4);
      journal.close();
    }
    assertHomeAndWhole(2, List.of(refuge));
  }

  @Test
  void answers_come_home_on_closing_when_there_is_space_again() {
    try (ReadingFile file = ReadingFile.open(path)) {
      ReadingJournal journal = SmallStudy.unlock(file);
      refuse(file);
      JournalFixture.submit(journal, 1, 3);
      assertThat(beside()).exists();
      file.database().execute("PRAGMA query_only = OFF");
      journal.close();
      assertThat(file.keptElsewhere()).isEmpty();
    }
    assertThat(beside()).doesNotExist();
    assertHomeAndWhole(1, List.of());
  }

  @Test
  void nothing_is_there_twice_when_it_is_replayed_twice_or_cut_off() throws IOException {
    try (ReadingFile file = ReadingFile.open(path)) {
      ReadingJournal journal = SmallStudy.unlock(file);
      refuse(file);
      JournalFixture.submit(journal, 1, 3);
      JournalFixture.submit(journal, 2, 4);
    }
    byte[] kept = Files.readAllBytes(beside());
    assertHomeAndWhole(2, List.of());
    Files.write(beside(), kept);
    Files.write(beside(), Arrays.copyOf(kept, kept.length / 3), StandardOpenOption.APPEND);
    assertHomeAndWhole(2, List.of());
  }

  @Test
  void an_answer_that_no_place_takes_is_refused_and_the_reading_stands_where_it_stood()
      throws IOException {
    Path away = folder.resolve("away");
    try (ReadingFile file = ReadingFile.open(path)) {
      ReadingJournal journal = SmallStudy.unlock(file);
      JournalFixture.submit(journal, 1, 3);
      Files.move(drive, away);
      assertThatThrownBy(() -> JournalFixture.submit(journal, 2, 4))
          .isInstanceOf(Problem.class)
          .hasMessageStartingWith("This answer could not be stored")
          .hasMessageContaining("Free some space on this computer, or connect the file's drive");
      assertThat(file.current().number("SELECT count(*) FROM answer")).isEqualTo(4);
    }
  }

  @Test
  void answers_that_do_not_continue_the_file_are_kept_and_the_file_is_left_alone()
      throws IOException {
    Path older = Files.copy(path, folder.resolve("older"));
    try (ReadingFile file = ReadingFile.open(path)) {
      ReadingJournal journal = SmallStudy.unlock(file);
      JournalFixture.submit(journal, 1, 3);
      refuse(file);
      JournalFixture.submit(journal, 2, 4);
    }
    Files.move(older, path, StandardCopyOption.REPLACE_EXISTING);
    byte[] kept = Files.readAllBytes(beside());
    try (ReadingFile file = ReadingFile.open(path)) {
      assertThatThrownBy(() -> SmallStudy.unlock(file))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("do not continue the file R01.reading as it is here")
          .hasMessageContaining("Nothing was changed");
      assertThat(file.audit()).hasSize(1);
    }
    assertThat(beside()).hasBinaryContent(kept);
  }

  @Test
  void answers_of_another_file_are_not_touched() throws IOException {
    Files.writeString(beside(), "bm90IG91cnM=\nbm90IG91cnM=\n");
    try (ReadingFile file = ReadingFile.open(path)) {
      assertThatThrownBy(() -> SmallStudy.unlock(file))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("belong to another reading file or were changed")
          .hasMessageContaining("tell the coordinator");
    }
    assertThat(beside()).exists();
  }

  /** Opens the file, which takes everything home, and hands it back. */
  private void assertHomeAndWhole(int submissions, List<Path> refuges) {
    try (ReadingFile file = ReadingFile.open(path, refuges)) {
      ReadingJournal journal = SmallStudy.unlock(file);
      assertThat(file.verify().broken()).isEmpty();
      assertThat(file.submissions()).hasSize(submissions);
      assertThat(file.ratings()).hasSize(3 * submissions);
      assertThat(file.audit()).hasSize(1 + 5 * submissions);
      assertThat(file.keptElsewhere()).isEmpty();
      journal.close();
    }
    try (StudyFile study = StudyFile.open(folder.resolve("study.db"));
        ReadingFile file = ReadingFile.openReadOnly(path)) {
      assertThat(study.merge(file, SmallStudy.STAMP)).isInstanceOf(MergeOutcome.Merged.class);
      assertThat(study.verify().broken()).isEmpty();
      assertThat(study.ratings()).hasSize(3 * submissions);
    }
  }

  private Path beside() {
    return drive.resolve("R01.reading.answers");
  }

  /** SQLite refuses every write from now on, as on a medium that became read-only. */
  private static void refuse(ReadingFile file) {
    file.database().execute("PRAGMA query_only = ON");
  }
}
