package org.exemplar.app.reading;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.study.Answer;
import org.exemplar.study.Question;

/**
 * A question of the current case as it stands.
 *
 * @param selected which of {@link #options} is answered, -1 for none
 * @param acting whether it has the focus
 */
public record QuestionState(Question question, int selected, boolean acting) {
  /** The answers in the order shown, "cannot judge" last where it is offered. */
  public static List<Answer> options(Question question) {
    List<Answer> options = new ArrayList<>(question.choices());
    question.cannotJudge().ifPresent(options::add);
    return options;
  }
}
