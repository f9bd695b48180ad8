package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.exemplar.audit.Signer;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ImageRow;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.SigningKey;
import org.exemplar.pie.Pies;
import org.exemplar.sitting.Seat;
import org.exemplar.sitting.Sitting;
import org.exemplar.sitting.SittingClock;
import org.exemplar.store.Decision;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.ReadingJournal;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.exemplar.study.Protocol;
import org.exemplar.study.WorklistItem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Greps every byte that a study hands out or keeps for what could unblind it. */
class BlindnessTest {
  /** Words that must not name a table or a column. */
  private static final List<String> TELLING_NAMES =
      List.of(
          "arm",
          "pie",
          "image_id",
          "path",
          "sha256",
          "original",
          "source",
          "agreement",
          "seed",
          "salt",
          "probability",
          "sparsity",
          "patient",
          "uid",
          "filename");

  @TempDir Path folder;

  @Test
  void a_reading_file_holds_nothing_of_its_sources_and_no_arm() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 4, 2);
    List<Path> files = study.pack();
    MadeStudy.rate(files, 3, 4);
    for (Path file : files) {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(bytes).doesNotContain("PIE", "NON_PIE", "pruned", "percentile", "sparsity");
      requireNothingOfTheSources(study, bytes);
      requireNeutralNames(file);
      try (ReadingFile reading = ReadingFile.open(file);
          ReadingJournal journal =
              reading.unlock(Passphrase.of(MadeStudy.READING_WORDS)).orElseThrow()) {
        for (WorklistItem item : reading.worklist().items()) {
          String image = new String(journal.image(item.code()), StandardCharsets.ISO_8859_1);
          assertThat(image).doesNotContain("PNG", "IHDR", "DICM");
          requireNothingOfTheSources(study, image);
          requireNothingOfTheSources(study, journal.findings(item.code()).toString());
        }
      }
    }
  }

  @Test
  void the_study_file_holds_no_arm_outside_its_protocol_and_nothing_of_its_sources()
      throws Exception {
    MadeStudy study = MadeStudy.of(folder, 4, 2);
    study.pack();
    Path database = study.location().database();
    requireNothingOfTheSources(study, Files.readString(database, StandardCharsets.ISO_8859_1));
    requireNeutralNames(database);
    String protocol = Files.readString(study.comparison().folder().resolve("protocol.md"));
    for (Map.Entry<String, List<String>> column : values(database).entrySet()) {
      for (String value : column.getValue()) {
        if (!value.equals(protocol)) {
          assertThat(value).as(column.getKey()).doesNotContain("PIE", "NON_PIE", "sparsity");
        }
      }
    }
  }

  /** Everything that can happen to a study has happened to it; no table of either file is empty. */
  @Test
  void with_rows_in_every_table_no_column_tells_an_arm_or_a_source() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 3, 2);
    List<Path> files = study.pack();
    Path file = files.getFirst();
    goOnWithAFailedDisplayCheck(file);
    Path copy = Files.copy(file, folder.resolve("R01 on another computer.reading"));
    MadeStudy.rate(List.of(file), 1, 100);
    MadeStudy.rate(List.of(copy), 2, 100);
    Office signed =
        MadeStudy.office(600).of(new Signer("M. Adeyemi", "coordinator", SigningKey.fresh()));
    MergeReport merged =
        new Merge(signed)
            .merge(study.location(), List.of(file, copy), Progress.NONE, new Cancellation());
    assertThat(merged.conflicts()).isPositive();
    assertThat(new Resolution(signed).decideOpen(study.location(), Decision.Rule.FIRST))
        .isEqualTo(merged.conflicts());
    Protocol protocol = Protocol.read(study.comparison().folder().resolve("protocol.md"));
    Protocol amended = Protocol.parse("amended", protocol.text() + "\nMore words.\n");
    var _ = new Amendment(signed).amend(study.location(), amended, "a word was missing");
    try (StudyFile open = StudyFile.open(study.location().database())) {
      open.unblind(open.seal().orElseThrow().keyDigest(), "all read", signed.stamp());
      assertThat(open.verify().broken()).isEmpty();
    }
    requireNoneEmptyAndNothingTold(study, file, List.of());
    requireNoneEmptyAndNothingTold(
        study, study.location().database(), List.of(protocol.text(), amended.text()));
  }

  private static void goOnWithAFailedDisplayCheck(Path file) {
    Display display = new Display("D1", 1920, 1080, 1);
    try (ReadingFile reading = ReadingFile.open(file);
        ReadingJournal journal =
            reading.unlock(Passphrase.of(MadeStudy.READING_WORDS)).orElseThrow();
        Sitting sitting =
            Sitting.begin(
                journal,
                new SittingClock(() -> MadeStudy.SEALED_AT.plusSeconds(1800), () -> 0),
                new Seat(display, MadeStudy.SOFTWARE, true))) {
      sitting.details(8, "chest");
      sitting.instructionsRead();
      sitting.displayChecked(new DisplayCheck(display, Map.of("bars", "7"), false, null, true));
    }
  }

  private static void requireNoneEmptyAndNothingTold(
      MadeStudy study, Path database, List<String> protocols) throws Exception {
    requireNeutralNames(database);
    for (Map.Entry<String, List<String>> column : values(database).entrySet()) {
      assertThat(column.getValue()).as(column.getKey()).isNotEmpty();
      for (String value : column.getValue()) {
        requireNothingOfTheSources(study, value);
        if (!protocols.contains(value)) {
          assertThat(value).as(column.getKey()).doesNotContain("PIE", "NON_PIE", "sparsity");
        }
      }
    }
  }

  @Test
  void encrypted_pictures_are_all_of_one_length() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 4, 1);
    Map<String, List<String>> values = values(study.pack().getFirst());
    for (String column : List.of("case_content.image_box", "case_content.findings_box")) {
      assertThat(values.get(column)).hasSize(9);
      assertThat(values.get(column).stream().map(String::length).distinct()).hasSize(1);
    }
  }

  @Test
  void nothing_is_left_beside_the_study() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    try (Stream<Path> inside = Files.list(study.location().folder())) {
      assertThat(inside.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("study.db", "unblinding-key.json");
    }
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("source", "study");
    }
  }

  private static void requireNothingOfTheSources(MadeStudy study, String text) {
    ComparisonFolder comparison = ComparisonFolder.open(study.comparison().comparison());
    for (ImageRow row : comparison.images().rows()) {
      assertThat(text)
          .doesNotContain(row.id(), row.path(), row.sha256(), row.extras().getFirst() + " ");
    }
    assertThat(text).doesNotContain("Mueller", "hospital-north", "20240131", "patient-");
    for (Pies.Image image : Pies.of(comparison, 20, java.util.Optional.empty()).images()) {
      String agreement = Double.toString(image.agreement().orElseThrow());
      if (agreement.length() > 5) {
        assertThat(text).doesNotContain(agreement);
      }
    }
  }

  private static void requireNeutralNames(Path database) throws Exception {
    for (String column : values(database).keySet()) {
      List<String> words = Arrays.asList(column.toLowerCase(Locale.ROOT).split("[._]"));
      for (String telling : TELLING_NAMES) {
        assertThat(words).as(column).doesNotContain(telling);
      }
    }
  }

  /** Every value of every column, by {@code table.column}; blobs as Latin-1. */
  private static Map<String, List<String>> values(Path database) throws Exception {
    Map<String, List<String>> values = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery("select name from sqlite_schema where type in ('table','view')")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet rows = statement.executeQuery("select * from \"" + table + '"')) {
          int columns = rows.getMetaData().getColumnCount();
          for (int i = 1; i <= columns; i++) {
            values.put(table + "." + rows.getMetaData().getColumnName(i), new ArrayList<>());
          }
          while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
              Object value = rows.getObject(i);
              String text =
                  value instanceof byte[] bytes
                      ? new String(bytes, StandardCharsets.ISO_8859_1)
                      : String.valueOf(value);
              values.get(table + "." + rows.getMetaData().getColumnName(i)).add(text);
            }
          }
        }
      }
    }
    return values;
  }
}
