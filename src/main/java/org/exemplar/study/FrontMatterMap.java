package org.exemplar.study;

import java.util.LinkedHashMap;
import java.util.Map;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Where in a document each setting of its front matter stands, in characters from the document's
 * start. Paths join keys by {@code .} and count the items of lists from 0, such as {@code
 * questions.1.points.2}.
 */
final class FrontMatterMap {
  private static final YAMLMapper YAML = new YAMLMapper();

  /**
   * One setting.
   *
   * @param key where its key starts; for an item of a list, where its value starts
   * @param start where its value starts
   * @param end behind the last character of its value
   * @param text what a single value says, null for lists and groups
   */
  record Place(int key, int start, int end, @Nullable String text) {}

  private final String document;
  private final int offset;
  private final Map<String, Place> places = new LinkedHashMap<>();

  private FrontMatterMap(String document, int offset) {
    this.document = document;
    this.offset = offset;
  }

  /**
   * Finds all settings of a document with {@code \n} as line end.
   *
   * @throws Problem when its front matter is missing or not YAML
   */
  static Map<String, Place> of(String document) {
    int end = document.indexOf("\n---", 3);
    if (!document.startsWith("---\n") || end < 0) {
      throw new Problem(
          "The protocol, line 1: a protocol starts with its settings between two lines of"
              + " \"---\".");
    }
    int offset = "---".length();
    FrontMatterMap map = new FrontMatterMap(document, offset);
    try (JsonParser parser = YAML.createParser(document.substring(offset, end + 1))) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        var _ = map.group(parser, "");
      }
      return map.places;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new Problem("The protocol, line %d: this is not YAML.".formatted(line), e);
    }
  }

  /** Takes in the value at the parser's token; gives where it ends. */
  private int value(JsonParser parser, String path, int key) {
    int start = startOf(parser);
    JsonToken token = parser.currentToken();
    int end = start;
    @Nullable String text = null;
    if (token == JsonToken.START_OBJECT) {
      boolean flow = document.startsWith("{", start);
      places.put(path, new Place(key, start, start, null));
      int last = group(parser, path);
      end = flow ? endOf(parser) : last;
    } else if (token == JsonToken.START_ARRAY) {
      boolean flow = document.startsWith("[", start);
      places.put(path, new Place(key, start, start, null));
      int last = list(parser, path);
      end = flow ? endOf(parser) : last;
    } else {
      end = endOf(parser);
      text = token == JsonToken.VALUE_NULL ? "" : parser.getString();
      while (end > start && Character.isWhitespace(document.charAt(end - 1))) {
        end--;
      }
    }
    places.put(path, new Place(key, start, end, text));
    return end;
  }

  private int group(JsonParser parser, String path) {
    int last = startOf(parser);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int key = startOf(parser);
      last = endOf(parser);
      parser.nextToken();
      last = Math.max(last, value(parser, path.isEmpty() ? name : path + "." + name, key));
    }
    return last;
  }

  private int list(JsonParser parser, String path) {
    int last = startOf(parser);
    int item = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      last = value(parser, path + "." + item++, startOf(parser));
    }
    return last;
  }

  private int startOf(JsonParser parser) {
    return at(parser.currentTokenLocation().getCharOffset());
  }

  private int endOf(JsonParser parser) {
    return at(parser.currentLocation().getCharOffset());
  }

  /** The parser counts code points, documents count characters. */
  private int at(long codePoints) {
    return document.offsetByCodePoints(offset, (int) codePoints);
  }
}
