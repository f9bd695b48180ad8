package org.exemplar.app.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exemplar.study.Answer;
import org.exemplar.study.Question;

/**
 * A question of the current case as it stands.
 *
 * @param answer what is answered, or about to be while the reader is still at it
 * @param acting whether it has the focus
 * @param row of a checklist, the one that the arrow keys are at; -1 for none
 */
public record QuestionState(Question question, Optional<Answer> answer, boolean acting, int row) {
  /** The answers to choose from in the order shown, "cannot judge" last where it is offered. */
  public static List<Answer> options(Question question) {
    List<Answer> options = new ArrayList<>(question.choices());
    question.cannotJudge().ifPresent(options::add);
    return options;
  }

  /** Which of {@link #options} is answered, -1 for none. */
  public int selected() {
    return answer.map(options(question)::indexOf).orElse(-1);
  }

  /** The words of the answer as the reader sees them; empty for none. */
  public String words() {
    return answer.map(CaseWords::answer).orElse("");
  }
}
