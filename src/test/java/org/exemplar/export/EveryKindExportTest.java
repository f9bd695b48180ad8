package org.exemplar.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.exemplar.conduct.Merge;
import org.exemplar.export.RatingSheet.SheetCase;
import org.exemplar.export.RatingSheet.SheetRating;
import org.exemplar.store.StudyFile;
import org.exemplar.study.EveryKind;
import org.exemplar.study.Rating;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeComparison;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A study with a question of every kind in every format: what was answered is what is read. */
class EveryKindExportTest {
  private static final List<String> NUMBERS =
      List.of(
          "label_disagreement", "image_quality", "difficulty", "retake", "confidence", "criteria");

  @TempDir static Path folder;
  private static RatingSheet sheet;
  private static List<Rating> stored;

  @BeforeAll
  static void read() throws IOException {
    MadeComparison comparison = MadeComparison.of(folder.resolve("source"), 80);
    Path protocol = comparison.protocol(8, 1, 0);
    Files.writeString(protocol, EveryKind.of(Files.readString(protocol)));
    MadeStudy made = MadeStudy.of(comparison, protocol, folder.resolve("study"), 2);
    List<Path> files = made.pack();
    MadeStudy.rate(files, 5, 100);
    new Merge(MadeStudy.office(600))
        .merge(made.location(), files, Progress.NONE, new Cancellation());
    try (StudyFile study = StudyFile.openReadOnly(made.location().database())) {
      RatingSheet blinded = StudySheets.blinded(study);
      stored = study.ratings();
      List<SheetCase> cases =
          blinded.cases().stream()
              .map(each ->
                  new SheetCase(
                      each.id(),
                      Optional.of(blinded.cases().indexOf(each) % 2 == 0),
                      each.imageSha256()))
              .toList();
      sheet =
          new RatingSheet(
              blinded.source(), blinded.questions(), cases, blinded.readers(), blinded.answers());
    }
  }

  @Test
  void the_long_table_has_every_answer_with_its_kind_and_the_swap_of_its_film() {
    Path file = folder.resolve("long/ratings.csv");
    ExportFormat.CSV.write(sheet, file);
    Map<List<String>, Rating> answers = new HashMap<>();
    stored.forEach(each ->
        answers.put(
            List.of(
                each.reader().value(),
                Integer.toString(each.item().position()),
                each.rated().questionId()),
            each));
    List<NamedCsvRecord> rows = CsvSource.rows(file);
    assertThat(rows).hasSameSizeAs(stored);
    for (NamedCsvRecord row : rows) {
      Rating rating =
          answers.get(
              List.of(
                  row.getField("reader_id"),
                  row.getField("position"),
                  row.getField("question_id")));
      assertThat(row.getField("value_kind")).isEqualTo(rating.rated().answer().kind());
      assertThat(row.getField("value_text")).isEqualTo(rating.rated().answer().wording());
      assertThat(row.getField("value_code"))
          .isEqualTo(
              rating.rated().answer().code().isPresent()
                  ? Integer.toString(rating.rated().answer().code().getAsInt())
                  : "");
      assertThat(row.getField("swap_ms")).isEqualTo("0");
    }
    assertThat(rows)
        .extracting(row -> row.getField("value_kind"))
        .contains("yes", "no", "score", "checked", "text", "point", "agree");
  }

  @Test
  void the_codebook_says_what_each_question_takes_and_when_it_is_asked() {
    JsonNode book = JsonMapper.shared().readTree(Codebook.of(sheet));
    Map<String, JsonNode> byId = new TreeMap<>();
    book.get("questions").forEach(each -> byId.put(each.get("id").asString(), each));
    assertThat(byId.get("confidence").get("answers").asString()).isEqualTo("score");
    assertThat(byId.get("confidence").at("/codes/100").asString()).isEqualTo("Certain");
    assertThat(byId.get("criteria").get("items")).hasSize(3);
    assertThat(byId.get("criteria").get("required").asBoolean()).isFalse();
    assertThat(byId.get("retake").get("asked").asString())
        .isEqualTo("image_quality was answered with 1 or 2");
    assertThat(byId.get("hernia_side").get("analysed").asString()).startsWith("never");
    assertThat(book.get("columns").has("swap_ms")).isTrue();
  }

  @Test
  void long_wide_redcap_and_via_give_back_the_same_numbers_and_no_words() {
    Map<List<String>, String> all = numbers(true);
    assertThat(back(ImportFormat.LONG, ExportFormat.CSV, "back/ratings.csv")).isEqualTo(all);
    assertThat(back(ImportFormat.WIDE, ExportFormat.WIDE_CSV, "back/wide.csv")).isEqualTo(all);
    assertThat(back(ImportFormat.REDCAP, ExportFormat.REDCAP, "back/redcap.csv")).isEqualTo(all);
    Exported via = ExportFormat.VIA.write(sheet, folder.resolve("via"));
    int asked = 0;
    for (Path file : via.files()) {
      if (file.toString().endsWith(".csv")) {
        for (NamedCsvRecord row : CsvSource.rows(file)) {
          JsonNode answers = JsonMapper.shared().readTree(row.getField("file_attributes"));
          JsonNode criteria = answers.path("Which criteria of a good film are met?");
          asked += answers.size();
          assertThat(criteria.isMissingNode() || criteria.isObject()).isTrue();
          assertThat(answers.has("Describe the hernia.")).isFalse();
        }
      }
    }
    assertThat(asked).isEqualTo(numbers(false).size());
    assertThat(via.notes()).singleElement().asString().contains("hernia_side was left out");
  }

  private static Map<List<String>, String> back(
      ImportFormat from, ExportFormat format, String name) {
    Path file = folder.resolve(format.word() + "-" + from).resolve(name);
    format.write(sheet, file);
    ImportedRatings read = RatingsImport.read(from, List.of(file), Optional.empty());
    Map<List<String>, String> found = new HashMap<>();
    read.rows()
        .forEach(
            row -> found.put(List.of(row.reader(), row.caseId(), row.question()), row.value()));
    return found;
  }

  private static Map<List<String>, String> numbers(boolean withCannotJudge) {
    Map<List<String>, String> numbers = new HashMap<>();
    for (SheetRating each : sheet.ratings()) {
      boolean first = !each.place().practice() && each.place().showing() == 1;
      boolean number = each.value().code().isPresent();
      if (first && NUMBERS.contains(each.question()) && (number || withCannotJudge)) {
        numbers.put(
            List.of(each.place().reader(), each.caseId(), each.question()),
            number ? Cells.number(each.value().code().getAsDouble()) : "cannot judge");
      }
    }
    return numbers;
  }

  @Test
  void redcap_has_sliders_checkboxes_and_notes() {
    Path file = folder.resolve("redcap/data.csv");
    ExportFormat.REDCAP.write(sheet, file);
    Map<String, NamedCsvRecord> fields = new TreeMap<>();
    CsvSource.rows(file.resolveSibling("data_dictionary.csv"))
        .forEach(row -> fields.put(row.getField("Variable / Field Name"), row));
    assertThat(type(fields, "confidence")).isEqualTo("slider");
    assertThat(fields.get("confidence").getField(5)).isEqualTo("Guessing |  | Certain");
    assertThat(type(fields, "criteria")).isEqualTo("checkbox");
    assertThat(fields.get("criteria").getField(5))
        .startsWith("0, None of these | 1, Full inspiration | 2, No rotation | 3, Lungs whole");
    assertThat(type(fields, "hernia_side")).isEqualTo("notes");
    assertThat(type(fields, "retake")).isEqualTo("radio");
    assertThat(fields.get("retake").getField(6)).contains("image_quality was answered with 1 or 2");
    assertThat(CsvSource.rows(file))
        .extracting(row -> row.getField("hernia_side"))
        .as("asked only where a hernia is given")
        .contains("simulated", "");
    for (NamedCsvRecord row : CsvSource.rows(file)) {
      assertThat(row.getField("criteria___0")).isIn("0", "1");
    }
  }

  private static String type(Map<String, NamedCsvRecord> fields, String name) {
    return fields.get(name).getField("Field Type");
  }

  @Test
  void programs_for_readers_and_cases_get_numbers_only_and_are_told_so() throws IOException {
    Exported imrmc = ExportFormat.IMRMC.write(sheet, folder.resolve("mrmc/study.imrmc"));
    String text = Files.readString(imrmc.files().getFirst());
    assertThat(text).contains("NM: 6\n", ",confidence,").doesNotContain("hernia_side");
    assertThat(imrmc.notes()).singleElement().asString().contains("hernia_side was left out");
    Exported whole = ExportFormat.RJAFROC.write(sheet, folder.resolve("mrmc/study.xlsx"));
    assertThat(Files.readString(folder.resolve("mrmc/study_ids.csv")))
        .contains("modality,confidence")
        .doesNotContain("retake", "criteria", "hernia_side");
    assertThat(String.join(" ", whole.notes()))
        .contains("retake was left out, since it need not be answered about every case")
        .contains("criteria was left out");
    Exported caov = ExportFormat.MRMCAOV.write(sheet, folder.resolve("mrmc/caov.csv"));
    assertThat(Files.readString(caov.files().getFirst()))
        .contains(",criteria,")
        .doesNotContain("hernia_side");
  }

  @Test
  void workbook_and_json_hold_words_and_items_too() throws Exception {
    Path book = folder.resolve("book/all.xlsx");
    ExportFormat.XLSX.write(sheet, book);
    Map<String, List<List<String>>> sheets = XlsxText.read(book);
    assertThat(sheets.get("ratings")).hasSize(stored.size() + 1);
    assertThat(sheets.get("wide").getFirst()).endsWith("confidence", "criteria");
    assertThat(sheets.get("questions")).anyMatch(row -> row.contains("Full inspiration"));
    assertThat(sheets.get("questions")).anyMatch(row -> row.contains("hernia_side"));
    Path json = folder.resolve("book/all.json");
    ExportFormat.JSON.write(sheet, json);
    JsonNode ratings = JsonMapper.shared().readTree(Files.readString(json)).get("ratings");
    assertThat(ratings).hasSize(stored.size());
    assertThat(ratings)
        .anyMatch(row ->
            row.get("value_kind").asString().equals("text")
                && row.get("value_text").asString().equals("simulated"));
  }
}
