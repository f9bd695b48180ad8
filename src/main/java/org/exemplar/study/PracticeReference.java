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

  /** One point of distance is so much of a score from 0 to 100. */
  public static final int SCORE_PER_POINT = 10;

  /**
   * Whether an answer lies within {@code distance} points of the team's; without a reference every
   * answer does, and "cannot judge" is only near "cannot judge". A point is one of a scale, ten of
   * a score from 0 to 100, one item that only one of the two checked. Words are near any words.
   */
  public boolean near(String questionId, Answer answer, int distance) {
    Reference reference = answers.get(questionId);
    if (reference == null || reference.answer().equals(answer)) {
      return true;
    }
    return switch (answer) {
      case Answer.Point(int mine, String _) ->
          reference.answer() instanceof Answer.Point(int theirs, String _)
              && Math.abs(mine - theirs) <= distance;
      case Answer.Score(int mine) ->
          reference.answer() instanceof Answer.Score(int theirs)
              && Math.abs(mine - theirs) <= SCORE_PER_POINT * distance;
      case Answer.Checked mine ->
          reference.answer() instanceof Answer.Checked theirs && mine.apart(theirs) <= distance;
      case Answer.Text _ -> reference.answer() instanceof Answer.Text;
      case Answer.Agree _, Answer.Disagree _, Answer.Yes _, Answer.No _, Answer.CannotJudge _ ->
          false;
    };
  }

  /**
   * The team's answer to one question.
   *
   * @param explanation a sentence or two; may be empty
   */
  public record Reference(Answer answer, String explanation) {}
}
