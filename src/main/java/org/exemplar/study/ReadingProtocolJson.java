package org.exemplar.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes {@link ReadingProtocol} as JSON. */
final class ReadingProtocolJson {
  private static final String FORMAT = "exemplar-reading-protocol/1";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReadingProtocolJson() {}

  static String write(ReadingProtocol protocol) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    ReaderText text = protocol.text();
    root.put("title", text.title());
    root.put("instructions", text.instructions());
    root.put("returning", text.returning());
    ArrayNode vocabulary = root.putArray("vocabulary");
    text.vocabulary().forEach(vocabulary::add);
    ArrayNode questions = root.putArray("questions");
    protocol.questions().forEach(q -> writeQuestion(q, questions.addObject()));
    ReadingRules rules = protocol.rules();
    ObjectNode practice = root.putObject("practice");
    practice.put("cases", rules.practice().cases());
    practice.put("gate", rules.practice().gate().word());
    practice.put("distance", rules.practice().distance());
    root.put("correction", rules.correction().word());
    ObjectNode limits = root.putObject("limits");
    limits.put("longest_s", rules.limits().longest().toSeconds());
    limits.put("break_after_s", rules.limits().breakAfter().toSeconds());
    limits.put("break_s", rules.limits().breakLength().toSeconds());
    limits.put("washout_days", rules.limits().washoutDays());
    ObjectNode pacing = root.putObject("pacing");
    pacing.put("mask_ms", rules.pacing().mask().toMillis());
    pacing.put("idle_after_s", rules.pacing().idleAfter().toSeconds());
    pacing.put("display_check_valid_s", rules.pacing().displayCheckValid().toSeconds());
    return JSON.writeValueAsString(root);
  }

  private static void writeQuestion(Question question, ObjectNode node) {
    node.put("id", question.id());
    node.put("title", question.wording().title());
    node.put("text", question.wording().text());
    node.put("help", question.wording().help());
    Question.Rules rules;
    switch (question) {
      case Question.Agreement agreement -> {
        rules = agreement.rules();
        node.put("kind", "agreement");
        node.put("agree", agreement.agree());
        node.put("disagree", agreement.disagree());
        node.put("review", rules.review());
      }
      case Question.Scale scale -> {
        rules = scale.rules();
        node.put("kind", "scale");
        ArrayNode points = node.putArray("points");
        scale.points().forEach(p -> points.add(p.wording()));
      }
    }
    node.put("required", rules.required());
    node.put("cannot_judge", rules.cannotJudge());
  }

  static ReadingProtocol read(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      String format = root.path("format").asString("");
      if (!format.equals(FORMAT)) {
        throw new Problem(
            "The reading protocol has format \"%s\", this program knows only \"%s\"; update it."
                .formatted(format, FORMAT));
      }
      List<Question> questions = new ArrayList<>();
      for (JsonNode node : root.required("questions")) {
        questions.add(readQuestion(node));
      }
      return new ReadingProtocol(readText(root), questions, readRules(root));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new Problem("The reading protocol is damaged; use an intact copy of the file.", e);
    }
  }

  private static ReaderText readText(JsonNode root) {
    List<String> vocabulary = new ArrayList<>();
    root.required("vocabulary").forEach(name -> vocabulary.add(name.stringValue()));
    return new ReaderText(
        text(root, "title"), text(root, "instructions"), text(root, "returning"), vocabulary);
  }

  private static ReadingRules readRules(JsonNode root) {
    JsonNode practice = root.required("practice");
    JsonNode limits = root.required("limits");
    JsonNode pacing = root.required("pacing");
    return new ReadingRules(
        new Practice(
            practice.required("cases").intValue(),
            Practice.Gate.valueOf(upper(practice, "gate")),
            practice.required("distance").intValue()),
        Correction.valueOf(upper(root, "correction")),
        new SittingLimits(
            seconds(limits, "longest_s"),
            seconds(limits, "break_after_s"),
            seconds(limits, "break_s"),
            limits.required("washout_days").intValue()),
        new Pacing(
            Duration.ofMillis(pacing.required("mask_ms").longValue()),
            seconds(pacing, "idle_after_s"),
            seconds(pacing, "display_check_valid_s")));
  }

  private static Question readQuestion(JsonNode node) {
    Wording wording = new Wording(text(node, "title"), text(node, "text"), text(node, "help"));
    JsonNode cannotJudge = node.required("cannot_judge");
    @Nullable String words = cannotJudge.isNull() ? null : cannotJudge.stringValue();
    boolean required = node.required("required").booleanValue();
    String kind = text(node, "kind");
    if (kind.equals("agreement")) {
      return new Question.Agreement(
          text(node, "id"),
          wording,
          text(node, "agree"),
          text(node, "disagree"),
          new Question.Rules(required, node.required("review").booleanValue(), words));
    }
    if (kind.equals("scale")) {
      List<ScalePoint> points = new ArrayList<>();
      for (JsonNode point : node.required("points")) {
        points.add(new ScalePoint(points.size() + 1, point.stringValue()));
      }
      return new Question.Scale(
          text(node, "id"), wording, points, new Question.Rules(required, false, words));
    }
    throw new IllegalArgumentException("unknown kind of question: " + kind);
  }

  private static String text(JsonNode node, String key) {
    return node.required(key).stringValue();
  }

  private static String upper(JsonNode node, String key) {
    return text(node, key).toUpperCase(Locale.ROOT);
  }

  private static Duration seconds(JsonNode node, String key) {
    return Duration.ofSeconds(node.required(key).longValue());
  }
}
