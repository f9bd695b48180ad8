package org.exemplar.app.reading;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A reader's keys: a preset, and above it the reader's own. Immutable. */
public final class KeyMap {
  private static final Set<String> RESERVED = Set.of("Tab", "Escape");

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
    KeyPreset preset = KeyPreset.of(presetWord);
    return new KeyMap(preset, consistent(preset, known));
  }

  /** Without those own keys that would do a second thing. */
  private static Map<Act, Stroke> consistent(KeyPreset preset, Map<Act, Stroke> own) {
    Map<Act, Stroke> kept = new EnumMap<>(Act.class);
    kept.putAll(own);
    Optional<Act> clash = clash(preset, kept);
    while (clash.isPresent()) {
      kept.remove(clash.get());
      clash = clash(preset, kept);
    }
    return kept;
  }

  private static Optional<Act> clash(KeyPreset preset, Map<Act, Stroke> own) {
    Map<Act, List<Stroke>> strokes = preset.strokes();
    own.forEach((act, stroke) -> strokes.put(act, List.of(stroke)));
    Map<Stroke, Act> taken = new HashMap<>();
    for (Map.Entry<Act, List<Stroke>> entry : strokes.entrySet()) {
      for (Stroke stroke : entry.getValue()) {
        Act first = taken.putIfAbsent(stroke, entry.getKey());
        if (first != null) {
          return Optional.of(own.containsKey(entry.getKey()) ? entry.getKey() : first);
        }
      }
    }
    return Optional.empty();
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

  /**
   * Why a stroke cannot become the key of an act, in one sentence; empty when it can. No key ever
   * does two things.
   */
  public Optional<String> refusal(Act act, Stroke stroke) {
    String name = String.join("+", stroke.caps());
    Act taken = acts.get(stroke);
    if (taken != null && taken != act) {
      return Optional.of(
          name
              + " is already “"
              + taken.words()
              + "”; choose another key, or change that one first.");
    }
    if (RESERVED.contains(stroke.key())) {
      return Optional.of(
          name + " moves about the window or closes what is open; choose another key.");
    }
    Act stepped = acts.get(Stroke.of(stroke.key()));
    if (stroke.shift() != stroke.ctrl() && stepped != null && stepped.steps()) {
      return Optional.of(
          name
              + " is the "
              + (stroke.shift() ? "coarse" : "fine")
              + " step of “"
              + stepped.words()
              + "”; choose another key.");
    }
    return Optional.empty();
  }

  /** This map with another key for one act; empty when that is refused. */
  public Optional<KeyMap> with(Act act, Stroke stroke) {
    if (refusal(act, stroke).isPresent()) {
      return Optional.empty();
    }
    Map<Act, Stroke> changed = new EnumMap<>(Act.class);
    changed.putAll(own);
    changed.put(act, stroke);
    return Optional.of(new KeyMap(preset, changed));
  }

  /** Another preset, with those of the reader's own keys that do nothing else there. */
  public KeyMap withPreset(KeyPreset other) {
    return new KeyMap(other, consistent(other, own));
  }
}
