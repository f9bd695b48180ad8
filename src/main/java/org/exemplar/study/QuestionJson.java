package org.exemplar.study;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes a {@link Question} as JSON, keys in a fixed order. */
final class QuestionJson {
  private QuestionJson() {}

  static void write(Question question, ObjectNode node) {
    node.put("id", question.id());
    node.put("title", question.wording().title());
    node.put("text", question.wording().text());
    node.put("help", question.wording().help());
    node.put("kind", kind(question));
    Question.Rules rules = question.rules();
    switch (question) {
      case Question.Agreement agreement -> {
        node.put("agree", agreement.agree());
        node.put("disagree", agreement.disagree());
        node.put("review", rules.review());
      }
      case Question.Scale scale -> {
        ArrayNode points = node.putArray("points");
        scale.points().forEach(p -> points.add(p.wording()));
      }
      case Question.YesNo yesNo -> node.put("yes", yesNo.yes()).put("no", yesNo.no());
      case Question.Score score -> node.put("low", score.low()).put("high", score.high());
      case Question.Checklist checklist -> {
        ArrayNode items = node.putArray("items");
        checklist.items().forEach(items::add);
      }
      case Question.FreeText text -> node.put("longest", text.longest());
    }
    node.put("required", rules.required());
    node.put("cannot_judge", rules.cannotJudge());
    Condition condition = rules.onlyIf();
    if (condition != null) {
      writeCondition(condition, node.putObject("only_if"));
    }
  }

  /** The kind as protocols name it. */
  static String kind(Question question) {
    return switch (question) {
      case Question.Agreement _ -> "agreement";
      case Question.Scale _ -> "scale";
      case Question.YesNo _ -> "yes_no";
      case Question.Score _ -> "score";
      case Question.Checklist _ -> "checklist";
      case Question.FreeText _ -> "text";
    };
  }

  private static void writeCondition(Condition condition, ObjectNode node) {
    switch (condition) {
      case Condition.Answered answered -> {
        node.put("question", answered.question());
        ArrayNode codes = node.putArray("codes");
        answered.codes().forEach(codes::add);
      }
      case Condition.Finding finding -> node.put("finding", finding.name());
      case Condition.FindingsAtLeast least -> node.put("findings_at_least", least.count());
    }
  }

  static Question read(JsonNode node) {
    String id = text(node, "id");
    Wording wording = new Wording(text(node, "title"), text(node, "text"), text(node, "help"));
    String kind = text(node, "kind");
    Question.Rules rules = rules(node);
    return switch (kind) {
      case "agreement" ->
          new Question.Agreement(id, wording, text(node, "agree"), text(node, "disagree"), rules);
      case "scale" -> new Question.Scale(id, wording, points(node), rules);
      case "yes_no" -> new Question.YesNo(id, wording, text(node, "yes"), text(node, "no"), rules);
      case "score" -> new Question.Score(id, wording, text(node, "low"), text(node, "high"), rules);
      case "checklist" -> new Question.Checklist(id, wording, texts(node.required("items")), rules);
      case "text" -> new Question.FreeText(id, wording, node.required("longest").intValue(), rules);
      default -> throw new IllegalArgumentException("unknown kind of question: " + kind);
    };
  }

  private static Question.Rules rules(JsonNode node) {
    JsonNode cannotJudge = node.required("cannot_judge");
    @Nullable String words = cannotJudge.isNull() ? null : cannotJudge.stringValue();
    return new Question.Rules(
        node.required("required").booleanValue(),
        node.path("review").asBoolean(false),
        words,
        node.has("only_if") ? condition(node.required("only_if")) : null);
  }

  private static Condition condition(JsonNode node) {
    if (node.has("finding")) {
      return new Condition.Finding(text(node, "finding"));
    }
    if (node.has("findings_at_least")) {
      return new Condition.FindingsAtLeast(node.required("findings_at_least").intValue());
    }
    List<Integer> codes = new ArrayList<>();
    node.required("codes").forEach(code -> codes.add(code.intValue()));
    return new Condition.Answered(text(node, "question"), codes);
  }

  private static List<ScalePoint> points(JsonNode node) {
    List<ScalePoint> points = new ArrayList<>();
    for (String words : texts(node.required("points"))) {
      points.add(new ScalePoint(points.size() + 1, words));
    }
    return points;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.stringValue()));
    return texts;
  }

  private static String text(JsonNode node, String key) {
    return node.required(key).stringValue();
  }
}
