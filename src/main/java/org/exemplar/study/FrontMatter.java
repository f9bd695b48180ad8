package org.exemplar.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The YAML between the first two lines {@code ---} of a document, each value with its line. */
final class FrontMatter {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final String name;

  private FrontMatter(String name) {
    this.name = name;
  }

  /** A value and the line of the document it stands on, from 1. */
  sealed interface Value {
    int line();

    /** Text, number or truth, as written. */
    record Scalar(int line, String text) implements Value {}

    /** A list. */
    record Sequence(int line, List<Value> values) implements Value {}

    /** Keys with values, in the order written. */
    record Mapping(int line, Map<String, Value> values) implements Value {}
  }

  /**
   * Reads the front matter.
   *
   * @throws Problem when there is none or it is not YAML
   */
  static Value.Mapping read(String name, String text) {
    int end = text.indexOf("\n---", 3);
    if (!text.startsWith("---\n") || end < 0) {
      throw new Problem(
          name + ", line 1: a protocol starts with its settings between two lines of \"---\".");
    }
    // The first line stays in as an empty one, so that lines count from the document's start.
    String yaml = text.substring(3, end + 1);
    FrontMatter reader = new FrontMatter(name);
    try (JsonParser parser = YAML.createParser(yaml)) {
      parser.nextToken();
      if (reader.value(parser) instanceof Value.Mapping mapping) {
        return mapping;
      }
      throw new Problem(name + ", line 2: the settings must be lines of \"key: value\".");
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new Problem(
          "%s, line %d: this is not YAML: %s."
              .formatted(name, line, firstLine(e.getOriginalMessage())),
          e);
    }
  }

  private Value value(JsonParser parser) {
    int line = Math.max(1, parser.currentTokenLocation().getLineNr());
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping(parser, line);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Value> values = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        values.add(value(parser));
      }
      return new Value.Sequence(line, values);
    }
    String text = token == null || token == JsonToken.VALUE_NULL ? "" : parser.getString();
    return new Value.Scalar(line, text);
  }

  private Value.Mapping mapping(JsonParser parser, int line) {
    Map<String, Value> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = parser.currentTokenLocation().getLineNr();
      parser.nextToken();
      if (values.put(key, value(parser)) != null) {
        throw new Problem(
            "%s, line %d: \"%s\" is given twice; keep one.".formatted(name, keyLine, key));
      }
    }
    return new Value.Mapping(line, values);
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return (end < 0 ? message : message.substring(0, end)).strip();
  }
}
