package org.exemplar.study;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The reader's part of the protocol: everything of it that crosses into a reading file. Holds
 * neither arms nor criterion nor analysis plan.
 *
 * @param text the words that readers see
 * @param questions in the order asked, at least one, ids distinct, at most one of them about
 *     agreement with the given findings
 * @param rules how the reading is conducted
 */
public record ReadingProtocol(ReaderText text, List<Question> questions, ReadingRules rules) {
  /** Copies and checks the questions. */
  public ReadingProtocol {
    questions = List.copyOf(questions);
    Set<String> ids = new HashSet<>();
    for (Question question : questions) {
      if (question.rules().onlyIf() instanceof Condition.Answered earlier
          && !ids.contains(earlier.question())) {
        throw new IllegalArgumentException(
            "%s is asked after an answer to %s, which must come before it"
                .formatted(question.id(), earlier.question()));
      }
      if (!ids.add(question.id())) {
        throw new IllegalArgumentException("two questions have the id " + question.id());
      }
    }
    if (questions.isEmpty()) {
      throw new IllegalArgumentException("a protocol asks at least one question");
    }
    if (questions.stream().filter(Question.Agreement.class::isInstance).count() > 1) {
      throw new IllegalArgumentException("only one question can be about the given findings");
    }
  }

  /** The neutral title. */
  public String title() {
    return text.title();
  }

  /** The question with this id. */
  public Optional<Question> question(String id) {
    return questions.stream().filter(q -> q.id().equals(id)).findFirst();
  }

  /** This protocol offering these findings as missing ones. */
  public ReadingProtocol withVocabulary(List<String> findings) {
    return new ReadingProtocol(
        new ReaderText(text.title(), text.instructions(), text.returning(), findings),
        questions,
        rules);
  }

  /** As JSON of format {@code exemplar-reading-protocol/1}, keys in a fixed order. */
  public String toJson() {
    return ReadingProtocolJson.write(this);
  }

  /**
   * The protocol that {@link #toJson()} wrote.
   *
   * @throws org.exemplar.problem.Problem when it is of another format or damaged
   */
  public static ReadingProtocol fromJson(String json) {
    return ReadingProtocolJson.read(json);
  }
}
