package org.exemplar.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exemplar.study.FrontMatter.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads one question of a protocol document.
 *
 * @param group its settings
 */
record QuestionReader(Settings group) {
  private static final int MANY = 100;

  Question read() {
    String id = group.text("id");
    Question question = group.build("question " + id, () -> ofKind(id));
    group.end();
    return question;
  }

  private Question ofKind(String id) {
    Wording wording = new Wording(group.text("title"), group.text("text"), group.text("help", ""));
    String kind = group.text("kind");
    return switch (kind) {
      case "agreement" ->
          new Question.Agreement(
              id,
              wording,
              group.text("agree"),
              group.text("disagree"),
              rules(group.truth("review", true)));
      case "scale" -> new Question.Scale(id, wording, points(), rules(false));
      case "yes_no" ->
          new Question.YesNo(id, wording, group.text("yes"), group.text("no"), rules(false));
      case "score" ->
          new Question.Score(id, wording, group.text("low"), group.text("high"), rules(false));
      case "checklist" -> new Question.Checklist(id, wording, group.texts("items"), rules(false));
      case "text" ->
          new Question.FreeText(
              id, wording, group.integer("longest", 1, Question.FreeText.MOST, 1000), rules(false));
      default ->
          throw group.problem(
              group.line(),
              "a question is of kind agreement, scale, yes_no, score, checklist or text, not \"%s\""
                  .formatted(kind));
    };
  }

  private Question.Rules rules(boolean review) {
    @Nullable String cannotJudge = group.has("cannot_judge") ? group.text("cannot_judge") : null;
    return new Question.Rules(
        group.truth("required", true),
        review,
        cannotJudge,
        group.has("only_if") ? condition(group.group("only_if")) : null);
  }

  private static Condition condition(Settings only) {
    Condition condition;
    if (only.has("finding")) {
      condition = new Condition.Finding(only.text("finding"));
    } else if (only.has("findings_at_least")) {
      condition = new Condition.FindingsAtLeast(only.integer("findings_at_least", 1, MANY));
    } else {
      condition = only.build("only_if", () -> answered(only));
    }
    only.end();
    return condition;
  }

  private static Condition answered(Settings only) {
    String question = only.text("question");
    List<Integer> codes = new ArrayList<>();
    for (String code : only.texts("codes")) {
      try {
        codes.add(Integer.valueOf(code));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("\"" + code + "\" is not the number of an answer", e);
      }
    }
    return new Condition.Answered(question, codes);
  }

  private List<ScalePoint> points() {
    List<ScalePoint> points = new ArrayList<>();
    for (Map.Entry<String, Value> entry : group.entries("points").entrySet()) {
      int line = entry.getValue().line();
      try {
        points.add(
            new ScalePoint(
                Integer.parseInt(entry.getKey()), group.scalar("points", entry.getValue())));
      } catch (IllegalArgumentException e) {
        throw group.problem(
            line, "each point is a number from 1 and its words, such as 1: Poor", e);
      }
    }
    return points;
  }
}
