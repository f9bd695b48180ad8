package org.exemplar.blinding;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.exemplar.problem.Problem;
import org.exemplar.study.Answer;
import org.exemplar.study.PracticeReference;
import org.exemplar.study.PracticeReference.Reference;
import org.exemplar.study.Question;

/**
 * What the study team answered to images that may become practice cases: a table {@code
 * image_id,question,answer} with, if wished, a column {@code explanation}. An answer is a point of
 * the scale, {@code agree}, {@code disagree}, {@code cannot_judge}, or the wording of the answer.
 */
final class PracticeAnswers {
  /** No answers at all: practice without feedback. */
  static final PracticeAnswers NONE = new PracticeAnswers(Map.of());

  private static final List<String> COLUMNS = List.of("image_id", "question", "answer");

  private final Map<String, PracticeReference> byImage;

  private PracticeAnswers(Map<String, PracticeReference> byImage) {
    this.byImage = byImage;
  }

  /**
   * Reads the table.
   *
   * @throws Problem naming file and line when a cell is not what it should be
   */
  static PracticeAnswers read(Path file, List<Question> questions) {
    Map<String, Map<String, Reference>> found = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        if (!row.getHeader().containsAll(COLUMNS)) {
          throw new Problem(
              "%s needs the columns image_id, question and answer: name them in the first line."
                  .formatted(file));
        }
        Question question = question(file, row, questions);
        Reference before =
            found
                .computeIfAbsent(row.getField("image_id").strip(), id -> new LinkedHashMap<>())
                .put(question.id(), reference(file, row, question));
        if (before != null) {
          throw wrong(file, row, "this image has an answer to %s already".formatted(question.id()));
        }
      }
    } catch (CsvParseException | UncheckedIOException | IOException e) {
      throw new Problem("Cannot read " + file + ": check that it is a CSV file.", e);
    }
    Map<String, PracticeReference> byImage = new LinkedHashMap<>();
    found.forEach((id, answers) -> byImage.put(id, new PracticeReference(answers)));
    return new PracticeAnswers(byImage);
  }

  /**
   * The answers that a study is built with.
   *
   * @throws Problem when an image is not in the comparison
   */
  static PracticeAnswers of(BuildOptions.Sources sources, StudySource source) {
    if (sources.practiceAnswers().isEmpty()) {
      return NONE;
    }
    Path file = sources.practiceAnswers().get();
    PracticeAnswers answers = read(file, source.protocol().reading().questions());
    for (String id : answers.images()) {
      if (source.comparison().images().indexOf(id).isEmpty()) {
        throw new Problem(
            "%s: the comparison has no image \"%s\"; use the ids of its images.csv."
                .formatted(file, id));
      }
    }
    return answers;
  }

  /** What to warn of where practice cases have no answers though some were given. */
  Optional<String> silent(Selection selection) {
    long silent =
        selection.practice().stream().filter(c -> !byImage.containsKey(c.imageId())).count();
    return byImage.isEmpty() || silent == 0
        ? Optional.empty()
        : Optional.of(
            "%d of %d practice cases have no answers of the study team: readers get no feedback on them."
                .formatted(silent, selection.practice().size()));
  }

  /** The images that have answers. */
  Set<String> images() {
    return byImage.keySet();
  }

  /** The team's answers to an image. */
  PracticeReference to(String imageId) {
    return byImage.getOrDefault(imageId, PracticeReference.NONE);
  }

  private static Question question(Path file, NamedCsvRecord row, List<Question> questions) {
    String id = row.getField("question").strip();
    return questions.stream()
        .filter(question -> question.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            wrong(
                file,
                row,
                "the protocol asks no question \"%s\", but %s"
                    .formatted(
                        id, String.join(", ", questions.stream().map(Question::id).toList()))));
  }

  private static Reference reference(Path file, NamedCsvRecord row, Question question) {
    String text = row.getField("answer").strip();
    Answer answer =
        Stream.concat(question.choices().stream(), scores(text))
            .filter(question::accepts)
            .filter(choice -> means(text, choice))
            .findFirst()
            .orElseThrow(
                () -> wrong(file, row, "%s does not offer \"%s\"".formatted(question.id(), text)));
    return new Reference(answer, row.findField("explanation").orElse("").strip());
  }

  private static Stream<Answer> scores(String text) {
    return text.matches("\\d{1,3}") && Integer.parseInt(text) <= Question.Score.MOST
        ? Stream.of(new Answer.Score(Integer.parseInt(text)))
        : Stream.empty();
  }

  private static boolean means(String text, Answer choice) {
    String word = text.toLowerCase(Locale.ROOT).replace(' ', '_');
    boolean numbered = choice instanceof Answer.Point || choice instanceof Answer.Score;
    return text.equalsIgnoreCase(choice.wording())
        || (numbered
            ? text.equals(Integer.toString(choice.code().orElseThrow()))
            : word.equals(choice.kind()));
  }

  private static Problem wrong(Path file, NamedCsvRecord row, String what) {
    return new Problem("%s, line %d: %s.".formatted(file, row.getStartingLineNumber(), what));
  }
}
