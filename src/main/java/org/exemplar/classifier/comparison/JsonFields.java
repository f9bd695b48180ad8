package org.exemplar.classifier.comparison;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.exemplar.problem.Problem;
import tools.jackson.databind.JsonNode;

/**
 * Fields of one JSON object; one that is missing or of another kind is named in a {@link Problem}.
 */
record JsonFields(JsonNode node, Path file) {
  boolean has(String name) {
    return node.has(name);
  }

  String text(String name) {
    JsonNode value = node.path(name);
    if (!value.isString()) {
      throw wrong(name, "a text");
    }
    return value.asString();
  }

  long number(String name) {
    JsonNode value = node.path(name);
    if (!value.isIntegralNumber()) {
      throw wrong(name, "a whole number");
    }
    return value.asLong();
  }

  Iterable<JsonNode> array(String name) {
    JsonNode value = node.path(name);
    if (!value.isArray()) {
      throw wrong(name, "a list");
    }
    return value;
  }

  JsonFields object(String name) {
    JsonNode value = node.path(name);
    if (!value.isObject()) {
      throw wrong(name, "an object");
    }
    return new JsonFields(value, file);
  }

  void forEachObject(BiConsumer<String, JsonFields> each) {
    node.properties()
        .forEach(entry -> each.accept(entry.getKey(), new JsonFields(entry.getValue(), file)));
  }

  private Problem wrong(String name, String kind) {
    return new Problem(
        file
            + ": the field "
            + name
            + " is missing or not "
            + kind
            + "; run the comparison again.");
  }
}
