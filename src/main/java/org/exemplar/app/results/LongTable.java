package org.exemplar.app.results;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.exemplar.analysis.ArmedRatings;
import org.exemplar.analysis.RatingRow;
import org.exemplar.blinding.Arm;
import org.exemplar.export.AnswerForm;
import org.exemplar.export.RatingSheet;
import org.exemplar.problem.Problem;
import org.exemplar.study.Circumstances;
import org.exemplar.study.Orientation;
import org.exemplar.study.Timing;
import org.exemplar.study.ViewState;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the program's own long table of ratings back, with the codebook beside it. */
final class LongTable {
  private final Path file;
  private final Map<String, RatingSheet.SheetCase> cases = new LinkedHashMap<>();
  private final Map<String, String> questions = new LinkedHashMap<>();
  private final Set<String> readers = new LinkedHashSet<>();
  private final List<RatingSheet.SheetRating> ratings = new ArrayList<>();
  private String studyId = "";
  private String protocol = "";

  private LongTable(Path file) {
    this.file = file;
  }

  /** Whether a file's first line is the header of such a table. */
  static boolean is(Path file) {
    try (var lines = Files.lines(file)) {
      String header = lines.findFirst().orElse("");
      return header.contains("question_id") && header.contains("value_code");
    } catch (IOException | java.io.UncheckedIOException e) {
      return false;
    }
  }

  /**
   * Reads a table.
   *
   * @throws Problem naming file and line of what cannot be used
   */
  static RatingSheet read(Path file) {
    LongTable table = new LongTable(file);
    try {
      String text = Files.readString(file);
      try (CsvReader<NamedCsvRecord> csv =
          CsvReader.builder()
              .ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
        csv.forEach(table::add);
      }
    } catch (IOException | CsvParseException e) {
      throw new Problem(
          file + " cannot be read as a table; check that it is there, UTF-8 and comma-separated.",
          e);
    }
    if (table.ratings.isEmpty()) {
      throw new Problem(file + " holds no ratings.");
    }
    return table.sheet();
  }

  /** First showings that count, as the analysis wants them. */
  static ArmedRatings armed(RatingSheet sheet) {
    Map<String, Arm> arms = new LinkedHashMap<>();
    for (RatingSheet.SheetCase each : sheet.cases()) {
      each.pie().ifPresent(pie -> arms.put(each.id(), pie ? Arm.PIE : Arm.NON_PIE));
    }
    if (arms.isEmpty()) {
      throw new Problem("The table does not say the arms: export it after unblinding.");
    }
    List<RatingRow> rows =
        sheet.ratings().stream()
            .filter(r -> !r.place().practice() && r.place().showing() == 1)
            .filter(r -> arms.containsKey(r.caseId()))
            .map(r -> new RatingRow(r.place().reader(), r.caseId(), r.question(), r.value().code()))
            .toList();
    return new ArmedRatings(
        sheet.readers(),
        arms,
        sheet.questions().stream().map(RatingSheet.SheetQuestion::id).toList(),
        rows);
  }

  private void add(NamedCsvRecord row) {
    String reader = cell(row, "reader_id");
    String caseId = cell(row, "case_id");
    String question = cell(row, "question_id");
    if (reader.isEmpty() || caseId.isEmpty() || question.isEmpty()) {
      throw problem(row, "reader, case or question is empty");
    }
    studyId = cell(row, "study_id");
    protocol = cell(row, "protocol_hash");
    boolean practice = cell(row, "is_practice").equals("1");
    if (!practice) {
      readers.add(reader);
      String arm = cell(row, "arm");
      String image = cell(row, "image_sha256");
      cases.putIfAbsent(
          caseId,
          new RatingSheet.SheetCase(
              caseId,
              arm.isEmpty() ? Optional.empty() : Optional.of(arm.equals("PIE")),
              image.isEmpty() ? Optional.empty() : Optional.of(image)));
    }
    questions.putIfAbsent(question, cell(row, "question_text"));
    try {
      ratings.add(
          new RatingSheet.SheetRating(
              new RatingSheet.Place(
                  reader,
                  (int) number(row, "position").orElse(0),
                  cell(row, "repeat_of").isEmpty() ? 1 : 2,
                  practice),
              caseId,
              question,
              new RatingSheet.Value(
                  kind(row),
                  number(row, "value_code"),
                  cell(row, "value_text"),
                  (int) number(row, "n_changes").orElse(0),
                  cell(row, "comment")),
              recorded(row)));
    } catch (NumberFormatException | DateTimeException e) {
      throw problem(row, "a number or a time cannot be read");
    }
  }

  private static Optional<RatingSheet.Recorded> recorded(NamedCsvRecord row) {
    String shown = cell(row, "first_shown_utc");
    String submitted = cell(row, "submitted_utc");
    if (shown.isEmpty() || submitted.isEmpty()) {
      return Optional.empty();
    }
    double width = number(row, "window_width").orElse(1);
    double zoom = number(row, "zoom").orElse(1);
    ViewState view =
        new ViewState(
            number(row, "window_center").orElse(0),
            width > 0 ? width : 1,
            cell(row, "inverted").equals("1"),
            zoom > 0 ? zoom : 1);
    return Optional.of(
        new RatingSheet.Recorded(
            new Timing(
                Instant.parse(shown),
                Instant.parse(submitted),
                (long) number(row, "active_ms").orElse(0),
                (long) number(row, "idle_ms").orElse(0)),
            new Circumstances(
                view,
                cell(row, "display_id"),
                (int) number(row, "display_check").orElse(0),
                cell(row, "app_version"),
                false),
            (int) number(row, "session_no").orElse(0),
            swap(row)));
  }

  private static OptionalLong swap(NamedCsvRecord row) {
    OptionalDouble swap = number(row, "swap_ms");
    return swap.isPresent() ? OptionalLong.of((long) swap.getAsDouble()) : OptionalLong.empty();
  }

  /** As the table says; tables written before it did so have no answers but codes. */
  private static String kind(NamedCsvRecord row) {
    String kind = cell(row, "value_kind");
    return kind.isEmpty() && number(row, "value_code").isEmpty() ? "cannot_judge" : kind;
  }

  private RatingSheet sheet() {
    JsonNode book = codebook();
    List<RatingSheet.SheetQuestion> described = new ArrayList<>();
    questions.forEach((id, text) -> described.add(question(id, text, book)));
    return new RatingSheet(
        new RatingSheet.Source(studyId, protocol, book.path("simulated").asBoolean(false)),
        described,
        List.copyOf(cases.values()),
        List.copyOf(readers),
        new RatingSheet.Answers(ratings, List.of()));
  }

  private static RatingSheet.SheetQuestion question(String id, String text, JsonNode book) {
    for (JsonNode each : book.path("questions")) {
      if (each.path("id").asString("").equals(id)) {
        Map<Integer, String> points = new LinkedHashMap<>();
        each.path("codes")
            .properties()
            .forEach(
                code -> points.put(Integer.parseInt(code.getKey()), code.getValue().asString("")));
        boolean lower = each.path("more_pie_like").asString("").equals("lower");
        return new RatingSheet.SheetQuestion(
            id,
            each.path("title").asString(id),
            each.path("text").asString(text),
            lower ? Orientation.LOWER : Orientation.HIGHER,
            AnswerForm.described(each, points));
      }
    }
    return new RatingSheet.SheetQuestion(id, id, text, Orientation.HIGHER, Map.of());
  }

  /** The codebook beside the table; an empty document without one. */
  JsonNode codebook() {
    String name = file.getFileName().toString();
    Path beside =
        file.resolveSibling(
            name.equals("ratings.csv")
                ? "codebook.json"
                : name.replaceFirst("\\.[^.]*$", "") + "_codebook.json");
    if (!Files.isRegularFile(beside)) {
      return JsonMapper.shared().createObjectNode();
    }
    try {
      return JsonMapper.shared().readTree(beside);
    } catch (JacksonException e) {
      throw new Problem(beside + " cannot be read as JSON; export the ratings again.", e);
    }
  }

  /** Orientations that the codebook tells. */
  static Map<String, Orientation> orientations(Path table) {
    Map<String, Orientation> told = new LinkedHashMap<>();
    for (JsonNode each : new LongTable(table).codebook().path("questions")) {
      String word = each.path("more_pie_like").asString("");
      if (!word.isEmpty()) {
        told.put(
            each.path("id").asString(""),
            word.equals("lower") ? Orientation.LOWER : Orientation.HIGHER);
      }
    }
    return told;
  }

  private static String cell(NamedCsvRecord row, String column) {
    return row.findField(column).orElse("").strip();
  }

  private static OptionalDouble number(NamedCsvRecord row, String column) {
    String text = cell(row, column);
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  private Problem problem(NamedCsvRecord row, String what) {
    return new Problem("%s, line %d: %s.".formatted(file, row.getStartingLineNumber(), what));
  }
}
