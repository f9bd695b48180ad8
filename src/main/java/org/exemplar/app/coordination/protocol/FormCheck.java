package org.exemplar.app.coordination.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.app.coordination.protocol.QuestionForm.Kind;
import org.exemplar.app.coordination.protocol.QuestionForm.When;
import org.exemplar.study.Question;

/**
 * What is wrong with a question as it is typed: a sentence for each field, none when it is whole.
 * Fields are named {@code id}, {@code title}, {@code text}, {@code answers}, {@code answer.0} …,
 * {@code longest}, {@code cannot_judge}, {@code when} and {@code kind}.
 */
final class FormCheck {
  private final List<QuestionForm> all;
  private final int index;
  private final QuestionForm form;
  private final Map<String, String> wrong = new LinkedHashMap<>();

  private FormCheck(List<QuestionForm> all, int index) {
    this.all = all;
    this.index = index;
    this.form = all.get(index);
  }

  /** The sentences for one question of a list, by field. */
  static Map<String, String> of(List<QuestionForm> all, int index) {
    FormCheck check = new FormCheck(all, index);
    check.names();
    check.answers();
    check.when();
    return check.wrong;
  }

  private void names() {
    if (!Question.ID.matcher(form.id()).matches()) {
      wrong.put(
          "id", "Lower-case letters, digits and _ only, a letter first, at most 48 characters.");
    } else if (count(other -> other.id().equals(form.id())) > 1) {
      wrong.put("id", "Another question has this name: names must differ.");
    }
    if (form.kind() == Kind.AGREEMENT && count(other -> other.kind() == Kind.AGREEMENT) > 1) {
      wrong.put(
          "kind", "Only one question can be about the given findings: make this a yes or no.");
    }
    if (form.words().title().isBlank()) {
      wrong.put("title", "Tables and charts need a title of two or three words.");
    }
    if (form.words().text().isBlank()) {
      wrong.put("text", "Readers need a question.");
    } else if (form.words().text().equals(QuestionForm.PLACEHOLDER)) {
      wrong.put("text", "Write what readers are asked.");
    }
    String cannotJudge = form.holds().cannotJudge();
    if (cannotJudge != null && cannotJudge.isBlank()) {
      wrong.put("cannot_judge", "Give it words, or do not offer it.");
    }
  }

  private void answers() {
    List<String> lines = form.answers().lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty()) {
        wrong.put("answer." + i, "Every answer needs words.");
      } else if (lines.stream().map(String::strip).filter(line::equals).count() > 1) {
        wrong.put(
            "answer." + i, "Two answers have these words: readers could not tell them apart.");
      } else if (form.kind() == Kind.CHECKLIST && line.contains(";")) {
        wrong.put("answer." + i, "An item has no semicolon: use a comma.");
      }
    }
    if (form.kind() == Kind.SCALE
        && (lines.size() < Question.Scale.FEWEST || lines.size() > Question.Scale.MOST)) {
      wrong.put("answers", "A scale has 3 to 9 points, one digit key each.");
    }
    if (form.kind() == Kind.CHECKLIST
        && (lines.isEmpty() || lines.size() > Question.Checklist.MOST)) {
      wrong.put("answers", "A checklist has 1 to 60 items.");
    }
    if (form.kind() == Kind.TEXT && !between(form.answers().longest(), 1, Question.FreeText.MOST)) {
      wrong.put("longest", "A whole number from 1 to 4000.");
    }
  }

  private void when() {
    When when = form.holds().when();
    switch (when.asked()) {
      case ALWAYS -> {}
      case FINDING -> {
        if (when.what().isBlank()) {
          wrong.put("when", "Name the finding as it is given with the cases.");
        }
      }
      case FINDINGS -> {
        if (!between(when.numbers(), 1, 100)) {
          wrong.put("when", "How many findings: a whole number from 1 to 100.");
        }
      }
      case ANSWERED -> after(when);
    }
  }

  private void after(When when) {
    int earlier = -1;
    for (int i = 0; i < index; i++) {
      earlier = all.get(i).id().equals(when.what()) ? i : earlier;
    }
    if (earlier < 0) {
      wrong.put("when", "Choose a question that is asked before this one.");
      return;
    }
    try {
      List<Integer> codes = QuestionForm.codes(when.numbers());
      List<Integer> known = AnswerCodes.of(all.get(earlier));
      if (codes.isEmpty()) {
        wrong.put("when", "Choose at least one answer.");
      } else if (!known.containsAll(codes)) {
        wrong.put("when", "That question has no such answer: known are " + known + ".");
      }
    } catch (NumberFormatException words) {
      wrong.put("when", "Answers are given by their numbers, such as 1, 2.");
    }
  }

  private long count(java.util.function.Predicate<QuestionForm> which) {
    return all.stream().filter(which).count();
  }

  private static boolean between(String typed, int least, int most) {
    try {
      int number = Integer.parseInt(typed.strip());
      return number >= least && number <= most;
    } catch (NumberFormatException words) {
      return false;
    }
  }
}
