package org.exemplar.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exemplar.analysis.ArmedRatings;
import org.exemplar.analysis.Orientations;
import org.exemplar.analysis.RatingsCsv;
import org.exemplar.study.Orientation;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every format holds every rating of a reference table, value by value. What is read back is read
 * with a few lines that know nothing of the writers.
 */
class RoundTripTest {
  @TempDir Path folder;
  private RatingSheet sheet;
  private final Map<String, Double> codes = new TreeMap<>();
  private final Map<String, Double> scores = new TreeMap<>();
  private final Map<String, String> arms = new HashMap<>();

  @BeforeEach
  void takeTheTableItself() throws IOException {
    Path table = SharedData.file("ratings-mrmc/a01_strong.csv");
    ArmedRatings ratings = RatingsCsv.read(table);
    Map<String, Orientation> orientations = Orientations.resolve(ratings.questions(), Map.of());
    sheet = TableSheets.of(ratings, orientations, false);
    List<String> lines = Files.readAllLines(table);
    List<String> header = List.of(lines.removeFirst().split(","));
    for (String line : lines) {
      String[] cells = line.split(",", -1);
      String caseId = cells[header.indexOf("case_id")];
      String question = cells[header.indexOf("question")];
      arms.put(caseId, cells[header.indexOf("arm")].equals("PIE") ? "1" : "0");
      String key = cells[header.indexOf("reader_id")] + " " + caseId + " " + question;
      double code = Double.parseDouble(cells[header.indexOf("value")]);
      codes.put(key, code);
      scores.put(key, question.equals("image_quality") ? -code : code);
    }
    assertThat(codes).hasSize(720);
  }

  private Path written(ExportFormat format, String name) {
    return format.write(sheet, folder.resolve(name)).files().getFirst();
  }

  private static List<String[]> table(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(line -> line.split(",", -1)).toList();
  }

  @Test
  void imrmc_for_its_r_package_and_java_program() throws IOException {
    List<String> lines = Files.readAllLines(written(ExportFormat.IMRMC, "study.imrmc"));
    assertThat(lines).contains("N0: 20", "N1: 20", "NR: 6", "NM: 3");
    Map<String, Double> found = new TreeMap<>();
    for (String line : lines.subList(lines.indexOf("BEGIN DATA:") + 1, lines.size())) {
      String[] cells = line.split(",");
      assertThat(cells).hasSize(4);
      if (cells[0].equals("truth")) {
        assertThat(cells[3]).isEqualTo(arms.get(cells[1]));
      } else {
        found.put(cells[0] + " " + cells[1] + " " + cells[2], Double.parseDouble(cells[3]));
      }
    }
    assertThat(found).isEqualTo(scores);
  }

  private Map<String, String> ids(Path file) throws IOException {
    Map<String, String> ids = new HashMap<>();
    table(file).stream().skip(1).forEach(row -> ids.put(row[0] + " " + row[2], row[1]));
    return ids;
  }

  @Test
  void imrmc_for_rjafroc_with_the_map_of_its_ids() throws IOException {
    List<String> lines = Files.readAllLines(written(ExportFormat.IMRMC_RJAFROC, "study.imrmc"));
    Map<String, String> ids = ids(folder.resolve("study_ids.csv"));
    Map<String, Double> found = new TreeMap<>();
    for (String line : lines.subList(lines.indexOf("BEGIN DATA:") + 1, lines.size())) {
      String[] cells = line.split(",");
      String caseId = ids.get("case " + cells[1]);
      assertThat(cells[1]).matches("[0-9]+");
      if (cells[0].equals("-1")) {
        assertThat(cells[3]).isEqualTo(arms.get(caseId));
      } else {
        String reader = ids.get("reader " + cells[0]);
        found.put(
            reader + " " + caseId + " " + ids.get("modality " + cells[2]),
            Double.parseDouble(cells[3]));
      }
    }
    assertThat(found).isEqualTo(scores);
  }

  @Test
  void the_rjafroc_workbook_with_the_map_of_its_ids() throws Exception {
    Map<String, List<List<String>>> book =
        XlsxText.read(written(ExportFormat.RJAFROC, "study.xlsx"));
    Map<String, String> ids = ids(folder.resolve("study_ids.csv"));
    Map<String, Double> found = new TreeMap<>();
    for (String name : List.of("FP", "TP")) {
      List<List<String>> rows = book.get(name);
      for (List<String> row : rows.subList(1, rows.size())) {
        String caseId = ids.get("case " + row.get(2));
        assertThat(arms.get(caseId)).isEqualTo(name.equals("TP") ? "1" : "0");
        found.put(
            ids.get("reader " + row.get(0))
                + " "
                + caseId
                + " "
                + ids.get("modality " + row.get(1)),
            Double.parseDouble(row.getLast()));
      }
    }
    assertThat(found).isEqualTo(scores);
    for (List<String> row : book.get("TRUTH").subList(1, 41)) {
      assertThat(row.get(1)).isEqualTo(arms.get(ids.get("case " + row.get(0))));
      assertThat(row.get(2)).isEqualTo(row.get(1));
      assertThat(row.get(3)).isEqualTo("1,2,3,4,5,6");
      assertThat(row.get(4)).isEqualTo("1,2,3");
    }
  }

  @Test
  void mrmcaov_long_csv() throws IOException {
    Map<String, Double> found = new TreeMap<>();
    table(written(ExportFormat.MRMCAOV, "mrmcaov.csv")).stream()
        .skip(1)
        .forEach(row -> {
          assertThat(row[3]).isEqualTo(arms.get(row[2]));
          found.put(row[0] + " " + row[2] + " " + row[1], Double.parseDouble(row[4]));
        });
    assertThat(found).isEqualTo(scores);
  }

  @Test
  void the_long_table_with_codes_and_scores() throws IOException {
    List<String[]> rows = new ArrayList<>(table(written(ExportFormat.CSV, "ratings.csv")));
    List<String> header = List.of(rows.removeFirst());
    Map<String, Double> foundCodes = new TreeMap<>();
    Map<String, Double> foundScores = new TreeMap<>();
    for (String[] row : rows) {
      String key =
          row[header.indexOf("reader_id")]
              + " "
              + row[header.indexOf("case_id")]
              + " "
              + row[header.indexOf("question_id")];
      foundCodes.put(key, Double.parseDouble(row[header.indexOf("value_code")]));
      foundScores.put(key, Double.parseDouble(row[header.indexOf("value_score")]));
    }
    assertThat(foundCodes).isEqualTo(codes);
    assertThat(foundScores).isEqualTo(scores);
  }

  @Test
  void the_wide_table_and_the_workbook_that_holds_it() throws Exception {
    List<List<String>> csv =
        table(written(ExportFormat.WIDE_CSV, "wide.csv")).stream().map(List::of).toList();
    assertThat(wide(csv)).isEqualTo(codes);
    Map<String, List<List<String>>> book = XlsxText.read(written(ExportFormat.XLSX, "all.xlsx"));
    assertThat(wide(book.get("wide"))).isEqualTo(codes);
    assertThat(book.get("ratings")).hasSize(721);
  }

  private static Map<String, Double> wide(List<List<String>> rows) {
    Map<String, Double> found = new TreeMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      for (int i = 3; i < row.size(); i++) {
        found.put(
            row.get(2) + " " + row.get(0) + " " + rows.getFirst().get(i),
            Double.parseDouble(row.get(i)));
      }
    }
    return found;
  }

  @Test
  void redcap_data_under_its_dictionary() throws IOException {
    List<String[]> rows = new ArrayList<>(table(written(ExportFormat.REDCAP, "redcap.csv")));
    List<String> header = List.of(rows.removeFirst());
    Map<String, Double> found = new TreeMap<>();
    Map<String, Integer> instances = new HashMap<>();
    for (String[] row : rows) {
      assertThat(row[1]).isEqualTo("case_reading");
      assertThat(row[2]).isEqualTo(Integer.toString(instances.merge(row[0], 1, Integer::sum)));
      for (String question : List.of("label_disagreement", "image_quality", "difficulty")) {
        found.put(
            row[0] + " " + row[header.indexOf("case_id")] + " " + question,
            Double.parseDouble(row[header.indexOf(question)]));
      }
    }
    assertThat(found).isEqualTo(codes);
    List<String> fields =
        table(folder.resolve("redcap_dictionary.csv")).stream().skip(1).map(row -> row[0]).toList();
    assertThat(fields).startsWith("record_id").containsAll(header.subList(3, header.size() - 1));
  }

  @Test
  void json_with_every_cell() {
    JsonNode root = JsonMapper.shared().readTree(written(ExportFormat.JSON, "ratings.json"));
    Map<String, Double> found = new TreeMap<>();
    for (JsonNode row : root.get("ratings")) {
      found.put(
          row.get("reader_id").asString()
              + " "
              + row.get("case_id").asString()
              + " "
              + row.get("question_id").asString(),
          Double.parseDouble(row.get("value_code").asString()));
    }
    assertThat(found).isEqualTo(codes);
  }

  /**
   * As the survey script of the original study reads: one row a file name, the first 20 are PIEs.
   */
  @Test
  void via_read_as_the_original_survey_was_read() {
    Map<String, Double> found = new TreeMap<>();
    for (Path file : ExportFormat.VIA.write(sheet, folder.resolve("via")).files()) {
      if (!file.toString().endsWith(".csv")) {
        continue;
      }
      String reader = file.getFileName().toString().replaceAll("^CXR_|\\.csv$", "");
      Map<String, String> byName = new TreeMap<>();
      CsvSource.rows(file)
          .forEach(
              row -> byName.putIfAbsent(row.getField("filename"), row.getField("file_attributes")));
      assertThat(byName).hasSize(40);
      int place = 0;
      for (Map.Entry<String, String> each : byName.entrySet()) {
        String caseId = each.getKey().replaceAll("^(a_pie|b_non)_|\\.png$", "");
        assertThat(arms.get(caseId)).isEqualTo(place++ < 20 ? "1" : "0");
        JsonNode answers = JsonMapper.shared().readTree(each.getValue());
        String agrees = answers.get("Do you fully agree with the label?").asString();
        String start = reader + " " + caseId + " ";
        found.put(start + "label_disagreement", agrees.equals("yes") ? 0.0 : 1.0);
        found.put(
            start + "image_quality",
            (double)
                Integer.parseInt(answers.get("How would you rate the image quality?").asString()));
        String difficulty = "How difficult would you consider it to properly diagnose this image?";
        found.put(
            start + "difficulty", (double) Integer.parseInt(answers.get(difficulty).asString()));
      }
    }
    assertThat(found).isEqualTo(codes);
  }

  @Test
  void the_text_beside_says_what_each_file_is_and_what_opens_it() throws IOException {
    written(ExportFormat.RJAFROC, "study.xlsx");
    assertThat(Files.readString(folder.resolve("study_rjafroc_README.txt")))
        .contains("DfReadDataFile(\"study.xlsx\", newExcelFileFormat = TRUE)")
        .contains("study_ids.csv\n    Which whole number stands for which case")
        .contains("6 readers, 40 cases, 720 answers")
        .doesNotContain("SIMULATED");
  }
}
