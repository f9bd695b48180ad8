package org.exemplar.conduct;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exemplar.conduct.Resolution.Choice;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;
import org.exemplar.store.Decision;
import org.exemplar.store.Dispute;

/**
 * Answers that differ, as a table to be filled in: one row for each, {@code keep} is {@code first},
 * {@code latest} or the number of an answer, counted from 1; a row whose {@code keep} is empty is
 * left for later.
 */
public final class ConflictList {
  private static final List<String> COLUMNS =
      List.of("reader_id", "case_code", "position", "question_id", "answers", "keep", "reason");

  private ConflictList() {}

  /**
   * Writes a list. What is decided already carries its choice and reason.
   *
   * @throws Problem when the file cannot be written
   */
  public static void write(List<Dispute> disputes, Path file) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(COLUMNS);
      for (Dispute dispute : disputes) {
        csv.writeRecord(
            dispute.reader().value(),
            dispute.item().code().value(),
            Integer.toString(dispute.item().position()),
            dispute.questionId(),
            answers(dispute),
            dispute
                .decision()
                .map(d -> Integer.toString(dispute.sides().indexOf(dispute.counts()) + 1))
                .orElse(""),
            dispute.decision().map(Decision::reason).orElse(""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    WholeFile.write(file, text.toString());
  }

  private static String answers(Dispute dispute) {
    List<String> answers = new ArrayList<>();
    for (Dispute.Side side : dispute.sides()) {
      answers.add((answers.size() + 1) + ": " + side.words() + " at " + side.submitted());
    }
    return String.join("; ", answers);
  }

  /**
   * Reads a list that was filled in.
   *
   * @param disputes of the study
   * @throws Problem naming the line of what does not fit
   */
  public static List<Choice> read(Path file, List<Dispute> disputes) {
    List<Choice> choices = new ArrayList<>();
    try {
      String text = Files.readString(file);
      try (CsvReader<NamedCsvRecord> csv =
          CsvReader.builder()
              .ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
        for (NamedCsvRecord row : csv) {
          if (!field(file, row, "keep").isBlank()) {
            choices.add(choice(file, row, disputes));
          }
        }
      }
    } catch (IOException | CsvParseException e) {
      throw new Problem(
          file
              + " cannot be read as a list of decisions; give keep-first, keep-latest or a list that"
              + " --conflicts wrote.",
          e);
    }
    return choices;
  }

  private static Choice choice(Path file, NamedCsvRecord row, List<Dispute> disputes) {
    Dispute dispute =
        disputes.stream()
            .filter(d -> d.reader().value().equals(field(file, row, "reader_id")))
            .filter(d -> Integer.toString(d.item().position()).equals(field(file, row, "position")))
            .filter(d -> d.questionId().equals(field(file, row, "question_id")))
            .findFirst()
            .orElseThrow(() ->
                wrong(
                    file,
                    row,
                    "names no answer that differs; check reader_id, position and"
                        + " question_id"));
    String reason = field(file, row, "reason");
    if (reason.isBlank()) {
      throw wrong(file, row, "gives no reason; say why this answer counts");
    }
    String keep = field(file, row, "keep").toLowerCase(Locale.ROOT);
    return switch (keep) {
      case "first" -> of(dispute, Decision.Rule.FIRST, reason);
      case "latest" -> of(dispute, Decision.Rule.LATEST, reason);
      default -> {
        int number = keep.matches("[1-9]") ? Integer.parseInt(keep) : 0;
        if (number < 1 || number > dispute.sides().size()) {
          throw wrong(
              file, row, "keeps \"" + keep + "\"; say first, latest or the number of the answer");
        }
        yield new Choice(
            dispute, Decision.Rule.CHOSEN, dispute.sides().get(number - 1).readingId(), reason);
      }
    };
  }

  private static Choice of(Dispute dispute, Decision.Rule rule, String reason) {
    return new Choice(dispute, rule, dispute.by(rule).readingId(), reason);
  }

  private static String field(Path file, NamedCsvRecord row, String column) {
    return row.findField(column)
        .orElseThrow(() -> wrong(file, row, "has no column " + column))
        .strip();
  }

  private static Problem wrong(Path file, NamedCsvRecord row, String what) {
    return new Problem(
        file.getFileName() + ", line " + row.getStartingLineNumber() + " " + what + ".");
  }
}
