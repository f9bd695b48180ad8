package org.exemplar.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exemplar.analysis.ArmedRatings;
import org.exemplar.analysis.RatingRow;
import org.exemplar.analysis.RatingsCsv;
import org.exemplar.export.ImportedRatings.Row;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportFormatTest {
  @TempDir Path folder;

  private final RatingSheet sheet = SheetFixture.sheet(true);

  /** What an import should give: first showings of the study's cases. */
  private Map<List<String>, String> expected() {
    Map<List<String>, String> answers = new HashMap<>();
    sheet.ratings().stream()
        .filter(each -> !each.place().practice() && each.place().showing() == 1)
        .forEach(each ->
            answers.put(
                List.of(each.place().reader(), each.caseId(), each.question()),
                each.value().code().isPresent()
                    ? Cells.number(each.value().code().getAsDouble())
                    : "cannot judge"));
    return answers;
  }

  private static Map<List<String>, String> answers(ImportedRatings imported) {
    Map<List<String>, String> answers = new HashMap<>();
    for (Row row : imported.rows()) {
      answers.put(List.of(row.reader(), row.caseId(), row.question()), row.value());
    }
    return answers;
  }

  private ImportedRatings back(ImportFormat format, Path file) {
    return RatingsImport.read(format, List.of(file), Optional.empty());
  }

  @Test
  void the_long_table_reads_back_as_it_was() {
    Path file = folder.resolve("ratings.csv");
    Exported exported = ExportFormat.CSV.write(sheet, file);
    assertThat(exported.files())
        .map(each -> each.getFileName().toString())
        .containsExactly(
            "ratings.csv",
            "codebook.json",
            "reproduce.py",
            "reproduce.R",
            "reproduce.ipynb",
            "ratings_csv_README.txt");
    ImportedRatings imported = back(ImportFormat.LONG, file);
    assertThat(answers(imported)).isEqualTo(expected());
    assertThat(imported.rows()).allMatch(row -> row.arm().equals(arm(row.caseId())));
  }

  private static String arm(String caseId) {
    return caseId.equals("C2") || caseId.equals("C4") ? "PIE" : "NON_PIE";
  }

  @Test
  void every_column_of_the_long_table_is_in_the_codebook() {
    JsonNode book = JsonMapper.shared().readTree(Codebook.of(sheet));
    assertThat(book.get("columns").propertyNames())
        .containsExactlyElementsOf(CanonicalTable.HEADER);
    assertThat(book.get("answer_history").propertyNames())
        .containsExactlyElementsOf(HistoryTable.HEADER);
    assertThat(book.at("/questions/0/codes/1").asString()).isEqualTo("Disagree");
    assertThat(book.at("/questions/1/more_pie_like").asString()).isEqualTo("lower");
  }

  @Test
  void the_wide_table_is_read_by_the_analysis() {
    Path file = folder.resolve("wide.csv");
    ExportFormat.WIDE_CSV.write(sheet, file);
    ArmedRatings table = RatingsCsv.read(file);
    assertThat(table.questions())
        .containsExactly("label_disagreement", "image_quality", "difficulty");
    assertThat(table.answers("image_quality")).hasSize(7);
    assertThat(table.answers("difficulty"))
        .contains(RatingRow.cannotJudge("R01", "C4", "difficulty"));
    assertThat(answers(back(ImportFormat.WIDE, file))).isEqualTo(expected());
  }

  @Test
  void redcap_reads_back_and_its_dictionary_has_eighteen_columns() throws IOException {
    Path file = folder.resolve("redcap.csv");
    ExportFormat.REDCAP.write(sheet, file);
    assertThat(answers(back(ImportFormat.REDCAP, file))).isEqualTo(expected());
    List<String> dictionary = Files.readAllLines(folder.resolve("redcap_dictionary.csv"));
    assertThat(CsvSource.rows(folder.resolve("redcap_dictionary.csv")).getFirst().getHeader())
        .hasSize(18);
    assertThat(dictionary.get(1)).startsWith("record_id,reader,,text,");
    assertThat(dictionary)
        .anyMatch(line -> line.contains("0, Agree | 1, Disagree | 99, Cannot judge"));
    assertThat(Files.readAllLines(file).getFirst())
        .startsWith("record_id,redcap_repeat_instrument,redcap_repeat_instance,case_id");
  }

  @Test
  void via_files_read_back_with_pies_first() throws IOException {
    Path out = folder.resolve("via");
    Exported exported = ExportFormat.VIA.write(sheet, out);
    List<Path> tables = exported.files().subList(0, 2);
    assertThat(exported.files()).hasSize(3).last().isEqualTo(out.resolve("README.txt"));
    assertThat(Files.readAllLines(exported.files().getFirst()).get(1)).startsWith("a_pie_C2.png,");
    Path arms = folder.resolve("arms.csv");
    Files.writeString(
        arms,
        "filename,arm\na_pie_C2.png,PIE\na_pie_C4.png,pie\nb_non_C1.png,Non-PIE\nb_non_C3.png,NON_PIE\n");
    ImportedRatings imported = RatingsImport.read(ImportFormat.VIA, tables, Optional.of(arms));
    Map<List<String>, String> found = new HashMap<>();
    answers(imported)
        .forEach((key, value) -> {
          String id = key.get(1).replaceAll("^(a_pie_|b_non_)|\\.png$", "");
          String reader = key.get(0).replaceFirst("^R0?", "R0");
          boolean label = key.get(2).equals("agree_label");
          String question =
              label
                  ? "label_disagreement"
                  : key.get(2).equals("quality") ? "image_quality" : key.get(2);
          found.put(
              List.of(reader, id, question),
              label ? Integer.toString(1 - Integer.parseInt(value)) : value);
        });
    Map<List<String>, String> wanted = expected();
    wanted.values().removeIf("cannot judge"::equals);
    assertThat(found).isEqualTo(wanted);
  }

  @Test
  void imrmc_has_one_truth_per_case_and_turned_scores() throws IOException {
    Path file = folder.resolve("study.imrmc");
    ExportFormat.IMRMC.write(sheet, file);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).contains("N0: 2", "N1: 2", "NR: 2", "NM: 3").doesNotContain("");
    List<String> data = lines.subList(lines.indexOf("BEGIN DATA:") + 1, lines.size());
    assertThat(data).allMatch(line -> line.split(",").length == 4 && !line.contains(" "));
    assertThat(data).contains("truth,C2,truth,1", "truth,C1,truth,0");
    assertThat(data.stream().filter(line -> line.startsWith("truth,"))).hasSize(4);
    assertThat(data).contains("R01,C1,image_quality,-3").contains("R01,C1,difficulty,4");
    assertThat(data.stream().filter(line -> !line.startsWith("truth,"))).hasSize(8 + 7 + 7);
  }

  @Test
  void the_rjafroc_flavour_holds_whole_numbers_and_nothing_missing() throws IOException {
    Path file = folder.resolve("study.imrmc");
    Exported exported = ExportFormat.IMRMC_RJAFROC.write(sheet, file);
    assertThat(exported.notes()).singleElement().asString().startsWith("2 cases were left out");
    List<String> lines = Files.readAllLines(file);
    List<String> data = lines.subList(lines.indexOf("BEGIN DATA:") + 1, lines.size());
    assertThat(data).allMatch(line -> line.matches("(-1,\\d+,truth,[01]|\\d+,\\d+,\\d+,-?\\d+)"));
    assertThat(data).hasSize(2 + 2 * 2 * 3);
    assertThat(Files.readAllLines(folder.resolve("study_ids.csv")))
        .contains("kind,id,number", "case,C1,1", "reader,R02,2", "modality,difficulty,3");
  }

  @Test
  void the_rjafroc_workbook_has_exactly_three_sheets() throws Exception {
    Path file = folder.resolve("study.xlsx");
    ExportFormat.RJAFROC.write(sheet, file);
    Map<String, List<List<String>>> book = XlsxText.read(file);
    assertThat(book.keySet()).containsExactly("TRUTH", "FP", "TP");
    assertThat(book.get("TRUTH"))
        .containsExactly(
            List.of("CaseID", "LesionID", "Weight", "ReaderID", "ModalityID", "Paradigm"),
            List.of("1", "0", "0", "1,2", "1,2,3", "ROC"),
            List.of("2", "1", "1", "1,2", "1,2,3", "FCTRL"));
    assertThat(book.get("FP")).hasSize(1 + 6);
    assertThat(book.get("TP")).hasSize(1 + 6).allMatch(row -> row.size() == 5);
    assertThat(new ArrayList<>(book.get("TP")).getFirst().getLast()).isEqualTo("TP_Rating");
  }

  @Test
  void the_workbook_holds_the_long_and_the_wide_table() throws Exception {
    Path file = folder.resolve("ratings.xlsx");
    ExportFormat.XLSX.write(sheet, file);
    Map<String, List<List<String>>> book = XlsxText.read(file);
    assertThat(book.keySet()).containsExactly("ratings", "wide", "questions");
    assertThat(book.get("ratings")).hasSize(1 + sheet.ratings().size());
    assertThat(book.get("ratings").getFirst()).isEqualTo(CanonicalTable.HEADER);
    assertThat(book.get("wide")).hasSize(1 + 8);
    assertThat(book.get("wide").get(1)).startsWith("C1", "NON_PIE", "R01", "0");
  }

  @Test
  void mrmcaov_has_a_row_per_reading() throws IOException {
    Path file = folder.resolve("mrmcaov.csv");
    ExportFormat.MRMCAOV.write(sheet, file);
    assertThat(Files.readAllLines(file))
        .hasSize(1 + 22)
        .startsWith("reader,treatment,case,truth,rating")
        .contains("R01,image_quality,C1,0,-3", "R02,label_disagreement,C2,1,0");
  }

  @Test
  void json_holds_the_same_cells() {
    Path file = folder.resolve("ratings.json");
    ExportFormat.JSON.write(sheet, file);
    JsonNode root = JsonMapper.shared().readTree(file);
    assertThat(root.get("ratings").size()).isEqualTo(sheet.ratings().size());
    assertThat(root.at("/ratings/0/comment").asString()).isEqualTo("a comment\nof two");
    assertThat(root.at("/ratings/0/confidence").isNull()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = ExportFormat.class,
      names = {"IMRMC", "IMRMC_RJAFROC", "RJAFROC", "MRMCAOV"})
  void what_needs_arms_is_refused_while_blinded(ExportFormat format) {
    RatingSheet blinded = SheetFixture.sheet(false);
    assertThatThrownBy(() -> format.write(blinded, folder.resolve("out")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(format.word())
        .hasMessageContaining("unblind");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "wide-csv", "redcap", "via", "json"})
  void a_blinded_export_says_neither_arm_nor_image(String word) throws IOException {
    Path out = folder.resolve("out.x");
    Exported exported = ExportFormat.parse(word).write(SheetFixture.sheet(false), out);
    String text =
        Files.readString(exported.files().getFirst())
            .replaceFirst("(?s)\"codebook\".*\"ratings\"", "");
    String beside = Files.readString(exported.files().getLast());
    assertThat(beside).contains("Blinded").doesNotContain("ab1");
    assertThat(text).contains("C1").doesNotContain("PIE").doesNotContain("ab1");
  }

  @Test
  void unknown_formats_are_refused_with_the_list() {
    assertThatThrownBy(() -> ExportFormat.parse("sav"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("imrmc-rjafroc");
    assertThatThrownBy(() -> ImportFormat.parse("sav"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("redcap");
  }
}
