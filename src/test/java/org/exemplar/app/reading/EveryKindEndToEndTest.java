package org.exemplar.app.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.exemplar.analysis.Results;
import org.exemplar.analysis.unblinding.UnblindedRatings;
import org.exemplar.analysis.unblinding.Unblinding;
import org.exemplar.audit.Stamp;
import org.exemplar.conduct.Merge;
import org.exemplar.crypto.Passphrase;
import org.exemplar.export.ExportFormat;
import org.exemplar.export.StudySheets;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Answer;
import org.exemplar.study.EveryKind;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeComparison;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;

/** A study with a question of every kind, from sealing to the numbers, one reader at the keys. */
class EveryKindEndToEndTest extends RoomTest {
  private static final int CASES = 6;

  private MadeStudy study;
  private Path mine;
  private int words;

  @Test
  void a_study_with_every_kind_of_question_goes_from_the_seal_to_the_numbers() throws IOException {
    build();
    readByKeyboard();
    merge();
    exportAndAnalyse();
  }

  private void build() throws IOException {
    MadeComparison comparison = MadeComparison.of(folder.resolve("source"), 60);
    Path protocol = comparison.protocol(CASES / 2, 0, 0);
    Files.writeString(
        protocol,
        EveryKind.of(Files.readString(protocol))
            .replace("finding: Hernia", "findings_at_least: 1")
            .replace("permutations: 100000", "permutations: 1000")
            .replace("bootstrap: 10000", "bootstrap: 200"));
    study = MadeStudy.of(comparison, protocol, folder.resolve("study"), 2);
    List<Path> files = study.pack();
    mine = files.getFirst();
    MadeStudy.rate(files.subList(1, 2), 3, CASES);
  }

  private void readByKeyboard() {
    open(mine);
    await("the passphrase is asked for", () -> shows("Passphrase"));
    robot.write(MadeStudy.READING_WORDS).type(KeyCode.ENTER);
    await("the reader's details are asked for", () -> shows("About you"));
    aboutYou();
    await("the display is checked", () -> shows("Same seat and same room light as for reading."));
    robot.type(KeyCode.DIGIT2, KeyCode.Y, KeyCode.Y, KeyCode.Y).type(KeyCode.ENTER);
    for (int place = 1; place <= CASES; place++) {
      atCase("Case " + place + " of " + CASES);
      answer(place);
      if (place == 3) {
        robot.interact(() -> stage.hide());
        open(mine);
        await("the passphrase is asked for", () -> shows("2 of 6 cases are read"));
        robot.write(MadeStudy.READING_WORDS).type(KeyCode.ENTER);
        atCase("Case 3 of 6");
        await("every answer is kept", () -> shows("Complete"));
        leaveText();
      }
      robot.type(KeyCode.ENTER);
    }
    await("the reader is thanked", () -> shows("Thank you. All 6 films are read."));
    robot.interact(() -> stage.hide());
  }

  /** Odd places are poor films, about which a retake is asked. */
  private void answer(int place) {
    robot.type(KeyCode.Y, place % 2 == 1 ? KeyCode.DIGIT2 : KeyCode.DIGIT4, KeyCode.DIGIT3);
    if (place % 2 == 1) {
      await("a retake is asked about", () -> shows("Would you ask for another film?"));
      robot.type(KeyCode.N);
    }
    robot.type(KeyCode.DIGIT4, KeyCode.valueOf("DIGIT" + place)).type(KeyCode.ENTER);
    robot.type(KeyCode.DIGIT1, KeyCode.DIGIT2).type(KeyCode.ENTER);
    leaveText();
    await("the case is complete", () -> shows("Complete"));
  }

  /** Where the text has the keyboard, letters are letters. */
  private void leaveText() {
    if (robot.lookup(".text-area").tryQuery().orElse(null) instanceof TextArea area
        && area.isFocused()) {
      robot.write("pyi, left").type(KeyCode.ESCAPE);
      words++;
    }
  }

  private void merge() {
    try (ReadingFile read = ReadingFile.openReadOnly(mine)) {
      assertThat(read.verify().intact()).isTrue();
      assertThat(read.ratings())
          .extracting(r -> r.rated().answer())
          .contains(new Answer.Score(41), new Answer.No("No"))
          .contains(new Answer.Checked(List.of("Full inspiration", "No rotation")));
      assertThat(read.ratings().stream().filter(r -> r.rated().answer() instanceof Answer.Text))
          .hasSize(words)
          .isNotEmpty()
          .allMatch(r -> r.rated().answer().wording().equals("pyi, left"));
    }
    var report =
        new Merge(MadeStudy.office(60 * 24 * 365))
            .merge(
                study.location(),
                List.of(mine, mine.resolveSibling("R02.reading")),
                Progress.NONE,
                new Cancellation());
    assertThat(report.newCases()).isEqualTo(2 * CASES);
    try (StudyFile merged = StudyFile.openReadOnly(study.location().database())) {
      assertThat(merged.verify().intact()).isTrue();
    }
  }

  private void exportAndAnalyse() throws IOException {
    Stamp stamp = new Stamp("coordinator", MadeStudy.SEALED_AT.plusSeconds(42_060));
    new Unblinding("coordinator", InstantSource.fixed(MadeStudy.SEALED_AT.plusSeconds(42_000)))
        .unblind(
            study.location(),
            study.location().key(),
            Passphrase.of(MadeStudy.KEY_WORDS),
            "All readings are back");
    UnblindedRatings ratings =
        UnblindedRatings.open(
            study.location(),
            study.location().key(),
            Passphrase.of(MadeStudy.KEY_WORDS),
            "analyze",
            stamp);
    Path table = folder.resolve("out/ratings.csv");
    try (StudyFile merged = StudyFile.openReadOnly(study.location().database())) {
      ExportFormat.CSV.write(StudySheets.unblinded(merged, ratings), table);
    }
    assertThat(Files.readString(table)).contains(",score,41,41,", ",no,0,No,", ",checked,2,");
    Results results = ratings.results(Progress.NONE, new Cancellation());
    assertThat(results.questions())
        .containsKeys("label_disagreement", "image_quality", "difficulty", "retake", "confidence")
        .doesNotContainKey("hernia_side");
  }
}
