package org.exemplar.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.exemplar.problem.Problem;
import org.exemplar.study.FrontMatterMap.Place;
import org.jspecify.annotations.Nullable;

/**
 * A protocol document to which single settings are changed while everything else, prose, comments
 * and the order of lines, stays as it is, character for character. Each change gives a new
 * document; none checks whether the document is a protocol, which {@link Protocol#parse} does.
 *
 * <p>Paths join keys by {@code .}, such as {@code arms.PIE}. A setting that is not there is added
 * to the end of its group. A value that is already so is left as it is written.
 */
public final class ProtocolEdit {
  private static final String ORIENTATION = "analysis.orientation";

  private final String document;
  private final String lineEnd;
  private final Map<String, Place> places;

  private ProtocolEdit(String document, String lineEnd) {
    this.document = document;
    this.lineEnd = lineEnd;
    this.places = FrontMatterMap.of(document);
  }

  /**
   * Begins with a document.
   *
   * @throws Problem when it has no front matter or that is not YAML
   */
  public static ProtocolEdit of(String text) {
    boolean windows = text.contains("\r\n");
    return new ProtocolEdit(text.replace("\r\n", "\n"), windows ? "\r\n" : "\n");
  }

  /** A document with a whole number set at a path. */
  public static String set(String text, String path, int number) {
    return of(text).with(path, number).text();
  }

  /** A document with a number set at a path. */
  public static String set(String text, String path, double number) {
    return of(text).with(path, number).text();
  }

  /** A document with true or false set at a path. */
  public static String set(String text, String path, boolean truth) {
    return of(text).with(path, truth).text();
  }

  /** A document with words set at a path, quoted where YAML needs it. */
  public static String set(String text, String path, String words) {
    return of(text).with(path, words).text();
  }

  /** A document with a list of words set at a path. */
  public static String set(String text, String path, List<String> words) {
    return of(text).with(path, words).text();
  }

  /** The document, with the line ends it came with. */
  public String text() {
    return lineEnd.equals("\n") ? document : document.replace("\n", lineEnd);
  }

  /** What a single setting says; empty when it is missing, a list or a group. */
  public Optional<String> value(String path) {
    return Optional.ofNullable(places.get(path)).map(Place::text);
  }

  /** Sets words. */
  public ProtocolEdit with(String path, String words) {
    return value(path).filter(words::equals).isPresent()
        ? this
        : withYaml(path, YamlWords.of(words));
  }

  /** Sets a whole number. */
  public ProtocolEdit with(String path, long number) {
    return with(path, (double) number);
  }

  /** Sets a number. */
  public ProtocolEdit with(String path, double number) {
    return value(path).filter(text -> isNumber(text, number)).isPresent()
        ? this
        : withYaml(path, YamlWords.of(number));
  }

  /** Sets true or false. */
  public ProtocolEdit with(String path, boolean truth) {
    String words = String.valueOf(truth);
    return value(path).filter(words::equals).isPresent() ? this : withYaml(path, words);
  }

  /** Sets a list of words. */
  public ProtocolEdit with(String path, List<String> words) {
    Place place = places.get(path);
    if (place != null && place.text() == null && items(path).equals(words)) {
      return this;
    }
    return place == null || place.text() != null
        ? withYaml(path, YamlWords.of(words))
        : replaced(behindColon(place), place.end(), " " + YamlWords.of(words));
  }

  /** Takes a setting or a whole group away; nothing happens when it is not there. */
  public ProtocolEdit without(String path) {
    Place place = places.get(path);
    if (place == null) {
      return this;
    }
    Place parent = places.get(parent(path));
    if (parent != null && document.startsWith("{", parent.start())) {
      int comma = document.lastIndexOf(',', place.key());
      return comma > parent.start()
          ? replaced(comma, place.end(), "")
          : replaced(place.key(), pastComma(place.end()), "");
    }
    int end = Math.min(document.length(), lineEnd(place.end()) + 1);
    return replaced(lineStart(place.key()), end, "");
  }

  /**
   * Sets the questions and which end of each the hypothesis expects more of. Questions that stay
   * the same keep the lines they are written in, and every question the comments above it.
   *
   * @param orientations by the ids of those questions that have one, in the order to be written
   */
  public ProtocolEdit withQuestions(
      List<Question> questions, Map<String, Orientation> orientations) {
    return new QuestionsBlock(document, places)
        .with(questions)
        .map(this::next)
        .orElse(this)
        .withOrientations(orientations);
  }

  /** Sets the Markdown below the heading {@code ## heading}, which is added when missing. */
  public ProtocolEdit withSection(String heading, String markdown) {
    if (Protocol.section(document, heading).equals(markdown.strip())) {
      return this;
    }
    String[] lines = document.split("\n", -1);
    int start = 0;
    while (start < lines.length && !lines[start].strip().equalsIgnoreCase("## " + heading)) {
      start++;
    }
    if (start == lines.length) {
      return next(
          document.stripTrailing() + "\n\n## " + heading + "\n\n" + markdown.strip() + "\n");
    }
    int end = start + 1;
    while (end < lines.length && !lines[end].startsWith("## ") && !lines[end].startsWith("# ")) {
      end++;
    }
    String before = join(lines, 0, start + 1);
    String after = end == lines.length ? "" : "\n" + join(lines, end, lines.length);
    return next(before + "\n\n" + markdown.strip() + "\n" + after);
  }

  private ProtocolEdit withOrientations(Map<String, Orientation> orientations) {
    ProtocolEdit edit = this;
    for (String key : keys(ORIENTATION)) {
      if (!orientations.containsKey(key)) {
        edit = edit.without(ORIENTATION + "." + key);
      }
    }
    if (orientations.isEmpty()) {
      return edit.keys(ORIENTATION).isEmpty() ? edit.withYaml(ORIENTATION, "{}") : edit;
    }
    for (Map.Entry<String, Orientation> each : orientations.entrySet()) {
      edit = edit.with(ORIENTATION + "." + each.getKey(), each.getValue().word());
    }
    return edit;
  }

  private ProtocolEdit withYaml(String path, String yaml) {
    Place place = places.get(path);
    if (place != null) {
      return place.end() > place.start()
          ? replaced(place.start(), place.end(), yaml)
          : replaced(behindColon(place), behindColon(place), " " + yaml);
    }
    String parent = parent(path);
    String line = path.substring(parent.isEmpty() ? 0 : parent.length() + 1) + ": " + yaml;
    if (parent.isEmpty()) {
      int end = document.indexOf("\n---", 3);
      return replaced(end, end, "\n" + line);
    }
    Place group = places.get(parent);
    if (group == null) {
      return withYaml(parent, "{}").withYaml(path, yaml);
    }
    if (group.text() != null) {
      return replaced(
          behindColon(group), Math.max(behindColon(group), group.end()), indented(parent, line));
    }
    if (document.startsWith("{", group.start())) {
      return keys(parent).isEmpty()
          ? replaced(behindColon(group), group.end(), indented(parent, line))
          : replaced(group.end() - 1, group.end() - 1, ", " + line);
    }
    String indent = " ".repeat(group.start() - lineStart(group.start()));
    return replaced(lineEnd(group.end()), lineEnd(group.end()), "\n" + indent + line);
  }

  private static String indented(String parent, String line) {
    return "\n" + " ".repeat(2 * parent.split("\\.", -1).length) + line;
  }

  private List<String> keys(String path) {
    return places.keySet().stream()
        .filter(p -> parent(p).equals(path))
        .map(p -> p.substring(path.length() + 1))
        .toList();
  }

  private List<@Nullable String> items(String path) {
    List<@Nullable String> items = new ArrayList<>();
    keys(path).forEach(key -> items.add(value(path + "." + key).orElse(null)));
    return items;
  }

  private static String parent(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  private static boolean isNumber(String text, double number) {
    try {
      return Double.parseDouble(text) == number;
    } catch (NumberFormatException words) {
      return false;
    }
  }

  private int behindColon(Place place) {
    return document.indexOf(':', place.key()) + 1;
  }

  private int pastComma(int at) {
    int comma = at;
    while (comma < document.length() && document.charAt(comma) == ' ') {
      comma++;
    }
    return document.startsWith(", ", comma) ? comma + 2 : at;
  }

  private int lineStart(int at) {
    return document.lastIndexOf('\n', at - 1) + 1;
  }

  private int lineEnd(int at) {
    int end = document.indexOf('\n', at);
    return end < 0 ? document.length() : end;
  }

  private ProtocolEdit replaced(int from, int to, String by) {
    return next(document.substring(0, from) + by + document.substring(to));
  }

  private ProtocolEdit next(String changed) {
    return changed.equals(document) ? this : new ProtocolEdit(changed, lineEnd);
  }

  private static String join(String[] lines, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> lines[i]).collect(Collectors.joining("\n"));
  }
}
