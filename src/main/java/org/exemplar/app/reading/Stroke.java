package org.exemplar.app.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A key as it is struck, with its modifiers.
 *
 * @param key a letter or digit, a sign such as {@code [}, or a name such as {@code Enter}
 */
public record Stroke(String key, boolean shift, boolean ctrl, boolean alt) {
  /** Checks that there is a key. */
  public Stroke {
    if (key.isBlank() && !key.equals(" ")) {
      throw new IllegalArgumentException("a stroke needs a key");
    }
  }

  /** A key alone. */
  public static Stroke of(String key) {
    return new Stroke(key, false, false, false);
  }

  /**
   * The stroke that {@link #toString} wrote, e.g. {@code Shift+Enter}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Stroke parse(String text) {
    if (text.equals("+")) {
      return of("+");
    }
    boolean plus = text.endsWith("++");
    String[] parts = (plus ? text.substring(0, text.length() - 2) : text).split("\\+", -1);
    List<String> modifiers =
        new ArrayList<>(Arrays.asList(parts).subList(0, plus ? parts.length : parts.length - 1));
    String key = plus ? "+" : parts[parts.length - 1];
    List<String> known = List.of("shift", "ctrl", "alt");
    List<String> lower = modifiers.stream().map(m -> m.toLowerCase(Locale.ROOT)).toList();
    if (!known.containsAll(lower)) {
      throw new IllegalArgumentException("not a key: " + text);
    }
    return new Stroke(key, lower.contains("shift"), lower.contains("ctrl"), lower.contains("alt"));
  }

  /** The caps that are pressed, in the order they are said. */
  public List<String> caps() {
    List<String> caps = new ArrayList<>();
    if (ctrl) {
      caps.add("Ctrl");
    }
    if (alt) {
      caps.add("Alt");
    }
    if (shift) {
      caps.add("Shift");
    }
    caps.add(cap(key));
    return caps;
  }

  private static String cap(String key) {
    return switch (key) {
      case "PageDown" -> "PgDn";
      case "PageUp" -> "PgUp";
      case "Left" -> "←";
      case "Right" -> "→";
      case "Up" -> "↑";
      case "Down" -> "↓";
      case "-" -> "−";
      case "Escape" -> "Esc";
      default -> key;
    };
  }

  @Override
  public String toString() {
    return (ctrl ? "Ctrl+" : "") + (alt ? "Alt+" : "") + (shift ? "Shift+" : "") + key;
  }
}
