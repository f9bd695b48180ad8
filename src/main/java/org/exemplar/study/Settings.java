package org.exemplar.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.exemplar.problem.Problem;
import org.exemplar.study.FrontMatter.Value;
import org.jspecify.annotations.Nullable;

/**
 * One group of settings of a protocol, read key by key; what is wrong is a {@link Problem} with the
 * document's name and line. A key never asked for is a mistake in the document, see {@link #end}.
 */
final class Settings {
  private final String document;
  private final String path;
  private final Value.Mapping mapping;
  private final Set<String> asked = new HashSet<>();

  Settings(String document, String path, Value.Mapping mapping) {
    this.document = document;
    this.path = path;
    this.mapping = mapping;
  }

  int line() {
    return mapping.line();
  }

  boolean has(String key) {
    return mapping.values().containsKey(key);
  }

  Settings group(String key) {
    return group(key, required(key));
  }

  List<Settings> groups(String key) {
    List<Settings> groups = new ArrayList<>();
    for (Value value : sequence(key).values()) {
      groups.add(group(key, value));
    }
    return groups;
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Value value : sequence(key).values()) {
      texts.add(scalar(key, value));
    }
    return texts;
  }

  /** Keys and texts of a group whose keys are free, in the order written. */
  Map<String, Value> entries(String key) {
    Value value = required(key);
    if (value instanceof Value.Mapping entries) {
      return entries.values();
    }
    throw problem(value.line(), "\"%s\" must have lines of \"key: value\"".formatted(name(key)));
  }

  String text(String key) {
    Value value = required(key);
    String text = scalar(key, value);
    if (text.isBlank()) {
      throw problem(value.line(), "\"%s\" is empty".formatted(name(key)));
    }
    return text;
  }

  String text(String key, String otherwise) {
    return optional(key) == null ? otherwise : text(key);
  }

  int integer(String key, int least, int most) {
    Value value = required(key);
    try {
      int number = Integer.parseInt(scalar(key, value));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw whole(key, value, least, most, e);
    }
    throw whole(key, value, least, most, null);
  }

  int integer(String key, int least, int most, int otherwise) {
    return optional(key) == null ? otherwise : integer(key, least, most);
  }

  double number(String key, double above, double below) {
    Value value = required(key);
    String said = "\"%s\" must be a number between %s and %s".formatted(name(key), above, below);
    try {
      double number = Double.parseDouble(scalar(key, value));
      if (number > above && number < below) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new Problem(message(value.line(), said), e);
    }
    throw problem(value.line(), said);
  }

  boolean truth(String key, boolean otherwise) {
    Value value = optional(key);
    if (value == null) {
      return otherwise;
    }
    return switch (scalar(key, value)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw problem(value.line(), "\"%s\" must be true or false".formatted(name(key)));
    };
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    Value value = required(key);
    return choice(key, type, value);
  }

  <E extends Enum<E>> E choice(String key, Class<E> type, Value value) {
    String text = scalar(key, value).toUpperCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
      words.add(constant.name().toLowerCase(Locale.ROOT));
    }
    throw problem(
        value.line(), "\"%s\" must be one of %s".formatted(name(key), String.join(", ", words)));
  }

  /** Builds something whose constructor says in plain words what is wrong. */
  <T> T build(String what, Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      throw new Problem(message(line(), what + ": " + e.getMessage()), e);
    }
  }

  /** Refuses keys that nobody asked for. */
  void end() {
    for (Map.Entry<String, Value> entry : mapping.values().entrySet()) {
      if (!asked.contains(entry.getKey())) {
        throw problem(
            entry.getValue().line(),
            "\"%s\" is not a known setting".formatted(name(entry.getKey())));
      }
    }
  }

  String scalar(String key, Value value) {
    if (value instanceof Value.Scalar scalar) {
      return scalar.text();
    }
    throw problem(value.line(), "\"%s\" must be a single value".formatted(name(key)));
  }

  Problem problem(int line, String what) {
    return new Problem(message(line, what));
  }

  Problem problem(int line, String what, Exception cause) {
    return new Problem(message(line, what), cause);
  }

  private Problem whole(
      String key, Value value, int least, int most, @Nullable NumberFormatException cause) {
    String said =
        message(
            value.line(),
            "\"%s\" must be a whole number from %d to %d".formatted(name(key), least, most));
    return cause == null ? new Problem(said) : new Problem(said, cause);
  }

  private String message(int line, String what) {
    return "%s, line %d: %s.".formatted(document, line, what);
  }

  private Settings group(String key, Value value) {
    if (value instanceof Value.Mapping group) {
      return new Settings(document, name(key), group);
    }
    throw problem(value.line(), "\"%s\" must have lines of \"key: value\"".formatted(name(key)));
  }

  private Value.Sequence sequence(String key) {
    Value value = required(key);
    if (value instanceof Value.Sequence sequence) {
      return sequence;
    }
    throw problem(value.line(), "\"%s\" must be a list".formatted(name(key)));
  }

  private Value required(String key) {
    Value value = optional(key);
    if (value == null) {
      throw problem(line(), "\"%s\" is missing".formatted(name(key)));
    }
    return value;
  }

  private @Nullable Value optional(String key) {
    asked.add(key);
    return mapping.values().get(key);
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
