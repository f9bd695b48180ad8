package org.exemplar.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.analysis.Results;
import org.exemplar.analysis.ResultsJson;
import org.exemplar.analysis.unblinding.UnblindedRatings;
import org.exemplar.analysis.unblinding.Unblinding;
import org.exemplar.audit.Stamp;
import org.exemplar.conduct.Merge;
import org.exemplar.crypto.Passphrase;
import org.exemplar.export.report.StudyFacts;
import org.exemplar.export.report.StudyFactsReader;
import org.exemplar.store.StudyFile;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFolderTest {
  @TempDir Path folder;

  @Test
  void a_study_from_seal_to_report() throws IOException {
    MadeStudy made = MadeStudy.of(folder, 4, 3);
    List<Path> files = made.pack();
    MadeStudy.rate(files, 5, 100);
    new Merge(MadeStudy.office(600))
        .merge(made.location(), files, Progress.NONE, new Cancellation());
    RatingSheet blinded;
    try (StudyFile study = StudyFile.openReadOnly(made.location().database())) {
      blinded = StudySheets.blinded(study);
    }
    assertThat(blinded.unblinded()).isFalse();
    UnblindedRatings ratings = unblind(made);
    Results results = ratings.results(Progress.NONE, new Cancellation());
    Path out = folder.resolve("results");
    try (StudyFile study = StudyFile.openReadOnly(made.location().database())) {
      RatingSheet sheet = StudySheets.unblinded(study, ratings);
      StudyFacts facts =
          StudyFactsReader.read(study, ratings, MadeStudy.SEALED_AT, "Exemplar 0.1.0");
      ResultsFolder.write(results, facts, sheet, out);
      check(sheet, blinded, out);
    }
    assertThat(ResultsJson.read(out.resolve("results.json"))).isEqualTo(results);
  }

  private static UnblindedRatings unblind(MadeStudy made) {
    new Unblinding("coordinator", InstantSource.fixed(MadeStudy.SEALED_AT.plusSeconds(42_000)))
        .unblind(
            made.location(),
            made.location().key(),
            Passphrase.of(MadeStudy.KEY_WORDS),
            "All readings are back");
    return UnblindedRatings.open(
        made.location(),
        made.location().key(),
        Passphrase.of(MadeStudy.KEY_WORDS),
        "analyze",
        new Stamp("coordinator", MadeStudy.SEALED_AT.plusSeconds(42_060)));
  }

  private static void check(RatingSheet sheet, RatingSheet blinded, Path out) throws IOException {
    assertThat(sheet.unblinded()).isTrue();
    assertThat(sheet.cases()).hasSize(8);
    assertThat(sheet.readers()).containsExactly("R01", "R02", "R03");
    assertThat(sheet.ratings()).hasSameSizeAs(blinded.ratings());
    String csv = Files.readString(out.resolve("ratings.csv"));
    assertThat(csv).contains("NON_PIE").contains("label_disagreement");
    String report = Files.readString(out.resolve("report.html"));
    assertThat(report)
        .contains("Simulated ratings, not from radiologists", "All readings are back", "unbroken")
        .contains("A permutation test over the group labels")
        .contains("Active seconds per case", "Drift along the worklist")
        .doesNotContain("**", "NaN");
    assertThat(out.resolve("codebook.json")).exists();
    assertThat(out.resolve("reproduce.R")).exists();
    history(sheet, out);
    try (var figures = Files.list(out.resolve("figures"))) {
      assertThat(figures).hasSize(2 * (1 + 2 * 3));
    }
    String wish = System.getenv("EXEMPLAR_REPORT");
    if (wish != null) {
      Files.copy(out.resolve("report.html"), Path.of(wish, "study.html"));
    }
  }

  /** Every submitted answer stands in the history, in the sitting that the rating names. */
  private static void history(RatingSheet sheet, Path out) {
    Map<List<String>, List<String>> submitted = new HashMap<>();
    List<String> key = List.of("reader_id", "position", "question_id");
    List<String> said = List.of("session_no", "value_code", "value_text", "active_ms");
    for (NamedCsvRecord row : CsvSource.rows(out.resolve("answer_history.csv"))) {
      assertThat(row.getField("at_utc")).matches("2026-.*Z");
      if (row.getField("step").equals("submitted")) {
        submitted.put(
            key.stream().map(row::getField).toList(), said.stream().map(row::getField).toList());
      }
    }
    assertThat(submitted).hasSameSizeAs(sheet.ratings());
    for (NamedCsvRecord row : CsvSource.rows(out.resolve("ratings.csv"))) {
      assertThat(row.getField("session_no")).isEqualTo("1");
      assertThat(submitted.get(key.stream().map(row::getField).toList()))
          .isEqualTo(said.stream().map(row::getField).toList());
    }
    assertThat(out.resolve("README.txt"))
        .content()
        .contains("SIMULATED", "answer_history.csv\n    One row for each step");
  }
}
