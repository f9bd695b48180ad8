package org.exemplar.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exemplar.problem.Problem;
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
    protocol.questions().forEach(q -> QuestionJson.write(q, questions.addObject()));
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
        questions.add(QuestionJson.read(node));
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
