package org.exemplar.analysis;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.exemplar.blinding.Arm;
import org.exemplar.files.FieldSeparator;
import org.exemplar.problem.Problem;

/**
 * Reads a table of ratings with arms, UTF-8 with a header, in one of two layouts that the header
 * decides: long ({@code reader_id,case_id,arm,question,value}) or wide ({@code
 * case_id,group,reader_id} and one column per question). A blank value or {@code NA} is missing,
 * {@code cannot judge} is what it says; anything else must be a number.
 */
public final class RatingsCsv {
  private static final Set<String> LONG =
      Set.of("reader_id", "case_id", "arm", "question", "value");
  private static final List<String> WIDE = List.of("case_id", "group", "reader_id");

  private final Path file;
  private final Set<String> readers = new LinkedHashSet<>();
  private final Map<String, Arm> arms = new LinkedHashMap<>();
  private final Set<String> questions = new LinkedHashSet<>();
  private final Map<List<String>, Long> lines = new LinkedHashMap<>();
  private final List<RatingRow> rows = new ArrayList<>();

  private RatingsCsv(Path file) {
    this.file = file;
  }

  /**
   * Reads a table.
   *
   * @throws Problem naming file and line of what cannot be used
   */
  public static ArmedRatings read(Path file) {
    RatingsCsv table = new RatingsCsv(file);
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().fieldSeparator(FieldSeparator.of(file)).ofNamedCsvRecord(text(file))) {
      csv.forEach(table::add);
    } catch (NoSuchFileException e) {
      throw new Problem("There is no file " + file + ".", e);
    } catch (CharacterCodingException e) {
      throw new Problem("%s is not UTF-8 text; save it as UTF-8.".formatted(file), e);
    } catch (CsvParseException e) {
      throw new Problem("%s is not a CSV table: %s.".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new Problem("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
    }
    return table.finish();
  }

  /** The file's text without a byte order mark. */
  private static String text(Path file) throws IOException {
    String text = Files.readString(file);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private ArmedRatings finish() {
    if (arms.isEmpty()) {
      throw new Problem("%s holds no ratings.".formatted(file));
    }
    return new ArmedRatings(readers, arms, List.copyOf(questions), rows);
  }

  private void add(NamedCsvRecord row) {
    List<String> header = row.getHeader();
    if (header.containsAll(LONG)) {
      addLong(row);
    } else if (header.containsAll(WIDE) && header.size() > WIDE.size()) {
      addWide(row);
    } else {
      throw new Problem(
          "%s needs the columns reader_id, case_id, arm, question, value, or case_id, group, reader_id and one per question; it has %s."
              .formatted(file, String.join(", ", header)));
    }
  }

  private void addLong(NamedCsvRecord row) {
    String question = required(row, "question");
    addCase(row, required(row, "arm"));
    questions.add(question);
    addAnswer(row, question, row.getField("value"));
  }

  private void addWide(NamedCsvRecord row) {
    addCase(row, required(row, "group"));
    for (String question : row.getHeader()) {
      if (!WIDE.contains(question)) {
        if (question.isBlank()) {
          throw new Problem("%s has a column without a name.".formatted(file));
        }
        questions.add(question);
        addAnswer(row, question, row.findField(question).orElse(""));
      }
    }
  }

  private void addCase(NamedCsvRecord row, String armText) {
    String caseId = required(row, "case_id");
    Arm arm = arm(row, armText);
    Arm before = arms.putIfAbsent(caseId, arm);
    if (before != null && before != arm) {
      throw problem(row, "case %s is %s here and %s before".formatted(caseId, arm, before));
    }
    readers.add(required(row, "reader_id"));
  }

  private Arm arm(NamedCsvRecord row, String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (Arm arm : Arm.values()) {
      if (arm.name().equals(name)) {
        return arm;
      }
    }
    throw problem(row, "the arm is \"%s\"; it must be PIE or NON_PIE".formatted(text));
  }

  private void addAnswer(NamedCsvRecord row, String question, String text) {
    String reader = required(row, "reader_id");
    String caseId = required(row, "case_id");
    Long before = lines.putIfAbsent(List.of(reader, caseId, question), row.getStartingLineNumber());
    if (before != null) {
      throw problem(
          row,
          "reader %s rates question %s of case %s again, after line %d"
              .formatted(reader, question, caseId, before));
    }
    String value = text.strip();
    String plain = value.toLowerCase(Locale.ROOT).replace('_', ' ');
    if (plain.equals("cannot judge")) {
      rows.add(RatingRow.cannotJudge(reader, caseId, question));
    } else if (!plain.isEmpty() && !plain.equals("na")) {
      double number = number(row, question, value);
      rows.add(new RatingRow(reader, caseId, question, OptionalDouble.of(number)));
    }
  }

  private double number(NamedCsvRecord row, String question, String value) {
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw problem(
          row, "the value of %s is \"%s\", which is no number".formatted(question, value));
    }
    throw problem(row, "the value of %s is \"%s\", which is no number".formatted(question, value));
  }

  private String required(NamedCsvRecord row, String column) {
    String value = row.findField(column).orElse("").strip();
    if (value.isEmpty()) {
      throw problem(row, column + " is empty");
    }
    return value;
  }

  private Problem problem(NamedCsvRecord row, String what) {
    return new Problem("%s, line %d: %s.".formatted(file, row.getStartingLineNumber(), what));
  }
}
