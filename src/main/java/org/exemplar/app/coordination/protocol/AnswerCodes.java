package org.exemplar.app.coordination.protocol;

import java.util.List;
import java.util.stream.IntStream;
import org.exemplar.study.Question;

/** The numbers of a question's answers. */
final class AnswerCodes {
  private AnswerCodes() {}

  /** All numbers that an answer may have, in order; empty for words. */
  static List<Integer> of(QuestionForm form) {
    return switch (form.kind()) {
      case AGREEMENT, YES_NO -> List.of(0, 1);
      case SCALE -> IntStream.rangeClosed(1, form.answers().lines().size()).boxed().toList();
      case SCORE -> IntStream.rangeClosed(0, Question.Score.MOST).boxed().toList();
      case CHECKLIST -> IntStream.rangeClosed(0, form.answers().lines().size()).boxed().toList();
      case TEXT -> List.of();
    };
  }

  /** The words of a number, for questions with few answers. */
  static String words(QuestionForm form, int code) {
    List<String> lines = form.answers().lines();
    return switch (form.kind()) {
      case AGREEMENT -> lines.get(code);
      case YES_NO -> lines.get(1 - code);
      case SCALE -> lines.get(code - 1);
      case CHECKLIST -> code + " checked";
      case SCORE, TEXT -> Integer.toString(code);
    };
  }
}
