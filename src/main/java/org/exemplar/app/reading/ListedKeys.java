package org.exemplar.app.reading;

import java.util.List;
import java.util.OptionalInt;
import org.exemplar.study.Answer;
import org.exemplar.study.Question;

/**
 * Keys that only a number from 0 to 100 and a checklist know. A number: digits, Backspace, the
 * arrows by 1 and with Shift by 10. A checklist: the keys of its items, 0 for none of them, up and
 * down with Space for any.
 */
final class ListedKeys {
  private static final int MIDDLE = 50;
  private static final int COARSE = 10;

  private final CaseAnswers answers;
  private String typed = "";
  private int row = -1;

  ListedKeys(CaseAnswers answers) {
    this.answers = answers;
  }

  /** Of the list that has the focus, the row that the arrows are at; -1 for none. */
  int row() {
    return row;
  }

  /** The focus went elsewhere. */
  void forget() {
    typed = "";
    row = -1;
  }

  /**
   * Does what a key means to a question; false when it means nothing to it.
   *
   * @param items the keys of items
   */
  boolean struck(Question question, Stroke stroke, ItemKeys items) {
    boolean alone = !stroke.ctrl() && !stroke.alt();
    return switch (question) {
      case Question.Score score -> alone && struckAtScore(score, stroke);
      case Question.Checklist list -> {
        OptionalInt item = items.item(stroke);
        if (item.isPresent() && item.getAsInt() < list.items().size()) {
          answers.toggle(list, item.getAsInt());
          yield true;
        }
        yield alone && !stroke.shift() && struckAtList(list, stroke.key());
      }
      default -> false;
    };
  }

  private boolean struckAtScore(Question.Score score, Stroke stroke) {
    int step = stroke.shift() ? COARSE : 1;
    switch (stroke.key()) {
      case "Right", "Up" -> step(score, step);
      case "Left", "Down" -> step(score, -step);
      case "Backspace" -> {
        return !stroke.shift() && shorten(score);
      }
      default -> {
        boolean digit = !stroke.shift() && stroke.key().matches("[0-9]");
        if (digit) {
          extend(score, stroke.key());
        }
        return digit;
      }
    }
    return true;
  }

  private void step(Question.Score score, int by) {
    typed = "";
    int next =
        answers.shown(score.id()).orElse(null) instanceof Answer.Score(int now)
            ? Math.clamp(now + by, 0, Question.Score.MOST)
            : MIDDLE;
    answers.type(score, new Answer.Score(next));
  }

  private void extend(Question.Score score, String digit) {
    String longer = typed.equals("0") ? digit : typed + digit;
    typed = Integer.parseInt(longer) > Question.Score.MOST ? digit : longer;
    answers.type(score, new Answer.Score(Integer.parseInt(typed)));
  }

  private boolean shorten(Question.Score score) {
    if (!(answers.shown(score.id()).orElse(null) instanceof Answer.Score)) {
      return false;
    }
    typed = typed.isEmpty() ? "" : typed.substring(0, typed.length() - 1);
    answers.type(score, typed.isEmpty() ? null : new Answer.Score(Integer.parseInt(typed)));
    return true;
  }

  private boolean struckAtList(Question.Checklist list, String key) {
    int items = list.items().size();
    switch (key) {
      case "Down" -> row = Math.min(row + 1, items - 1);
      case "Up" -> row = row < 0 ? items - 1 : Math.max(row - 1, 0);
      case "Space" -> {
        if (row >= 0) {
          answers.toggle(list, row);
        }
        return row >= 0;
      }
      case "0" -> {
        answers.give(list, new Answer.Checked(List.of()));
        return true;
      }
      default -> {
        return false;
      }
    }
    answers.refresh();
    return true;
  }
}
