package org.exemplar.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the study team answered to a practice case, shown as feedback.
 *
 * @param answers question id → the team's answer and why; questions without one are absent
 */
public record PracticeReference(Map<String, Reference> answers) {
  /** No reference at all. */
  public static final PracticeReference NONE = new PracticeReference(Map.of());

  /** Copies. */
  public PracticeReference {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /** The team's answer to a question. */
  public Optional<Reference> to(String questionId) {
    return Optional.ofNullable(answers.get(questionId));
  }

  /**
   * Whether an answer lies within {@code distance} points of the team's; without a reference every
   * answer does, and "cannot judge" is only near "cannot judge".
   */
  public boolean near(String questionId, Answer answer, int distance) {
    Reference reference = answers.get(questionId);
    if (reference == null || reference.answer().equals(answer)) {
      return true;
    }
    if (answer.code().isEmpty() || reference.answer().code().isEmpty()) {
      return false;
    }
    return answer instanceof Answer.Point
        && Math.abs(answer.code().getAsInt() - reference.answer().code().getAsInt()) <= distance;
  }

  /**
   * The team's answer to one question.
   *
   * @param explanation a sentence or two; may be empty
   */
  public record Reference(Answer answer, String explanation) {}
}
