package org.exemplar.app.reading;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A reader's keys: a preset, and above it the reader's own. Immutable. */
public final class KeyMap {
  private final KeyPreset preset;
  private final Map<Act, Stroke> own;
  private final Map<Act, List<Stroke>> strokes;
  private final Map<Stroke, Act> acts = new HashMap<>();

  private KeyMap(KeyPreset preset, Map<Act, Stroke> own) {
    this.preset = preset;
    this.own = own;
    strokes = preset.strokes();
    own.forEach((act, stroke) -> strokes.put(act, List.of(stroke)));
    strokes.forEach((act, list) -> list.forEach(stroke -> acts.putIfAbsent(stroke, act)));
  }

  /** A preset as it is. */
  public static KeyMap of(KeyPreset preset) {
    return new KeyMap(preset, new EnumMap<>(Act.class));
  }

  /**
   * The map that was written in settings; what cannot be read is left at its preset.
   *
   * @param own act word → stroke
   */
  public static KeyMap of(String presetWord, Map<String, String> own) {
    Map<Act, Stroke> known = new EnumMap<>(Act.class);
    for (Act act : Act.values()) {
      String text = own.get(act.word());
      if (text != null) {
        try {
          known.put(act, Stroke.parse(text));
        } catch (IllegalArgumentException e) {
          known.remove(act);
        }
      }
    }
    return new KeyMap(KeyPreset.of(presetWord), known);
  }

  /** The preset below the reader's own keys. */
  public KeyPreset preset() {
    return preset;
  }

  /** The reader's own keys as settings hold them. */
  public Map<String, String> own() {
    Map<String, String> words = new TreeMap<>();
    own.forEach((act, stroke) -> words.put(act.word(), stroke.toString()));
    return words;
  }

  /** What a stroke does. */
  public Optional<Act> act(Stroke stroke) {
    return Optional.ofNullable(acts.get(stroke));
  }

  /** The strokes that do something, the first one first. */
  public List<Stroke> strokes(Act act) {
    return strokes.getOrDefault(act, List.of());
  }

  /** The first stroke's caps in one hint, e.g. {@code Enter} or {@code Shift+1}. */
  public String hint(Act act) {
    List<Stroke> list = strokes(act);
    return list.isEmpty() ? "" : String.join("+", list.getFirst().caps());
  }

  /** This map with another key for one act; empty when the key already does something else. */
  public Optional<KeyMap> with(Act act, Stroke stroke) {
    Act taken = acts.get(stroke);
    if (taken != null && taken != act) {
      return Optional.empty();
    }
    Map<Act, Stroke> changed = new EnumMap<>(Act.class);
    changed.putAll(own);
    changed.put(act, stroke);
    return Optional.of(new KeyMap(preset, changed));
  }

  /** The reader's own keys on another preset. */
  public KeyMap withPreset(KeyPreset other) {
    return new KeyMap(other, own);
  }
}
