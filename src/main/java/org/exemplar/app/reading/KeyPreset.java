package org.exemplar.app.reading;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exemplar.app.control.MouseDrags;

/**
 * Which keys do what. The answers are the same in all presets; the tools follow the viewer that a
 * reader is used to.
 */
public enum KeyPreset {
  /** Our own. */
  EXEMPLAR("Exemplar"),
  /** Like the OHIF viewer: turn with R and L, reset with Space, fit with =. */
  OHIF("Like OHIF"),
  /** Like Weasis: turn and mirror with Alt, reset with Escape, fit with Ctrl+Enter. */
  WEASIS("Like Weasis");

  private final String words;

  KeyPreset(String words) {
    this.words = words;
  }

  /** What dragging does with each mouse button. */
  public MouseDrags drags() {
    return this == EXEMPLAR ? MouseDrags.OURS : MouseDrags.WINDOW_FIRST;
  }

  /** What it is called. */
  public String words() {
    return words;
  }

  /** As it is written in settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The preset with this word; our own when there is none. */
  public static KeyPreset of(String word) {
    for (KeyPreset preset : values()) {
      if (preset.word().equals(word)) {
        return preset;
      }
    }
    return EXEMPLAR;
  }

  /** Every act with its strokes. */
  Map<Act, List<Stroke>> strokes() {
    Map<Act, List<Stroke>> strokes = new EnumMap<>(Act.class);
    for (Act act : Act.values()) {
      List<String> keys = differences().getOrDefault(act, ours(act));
      strokes.put(act, keys.stream().map(Stroke::parse).toList());
    }
    return strokes;
  }

  private Map<Act, List<String>> differences() {
    return switch (this) {
      case EXEMPLAR -> Map.of();
      case OHIF ->
          Map.of(
              Act.TURN_RIGHT, List.of("R"),
              Act.TURN_LEFT, List.of("L"),
              Act.RESET, List.of("Space"),
              Act.PAN, List.of("G"),
              Act.FIT, List.of("="));
      case WEASIS ->
          Map.of(
              Act.TURN_RIGHT, List.of("Alt+R"),
              Act.TURN_LEFT, List.of("Alt+L"),
              Act.MIRROR, List.of("Alt+F"),
              Act.RESET, List.of("Escape"),
              Act.FIT, List.of("Ctrl+Enter"));
    };
  }

  private static List<String> ours(Act act) {
    if (act.point() > 0) {
      return List.of(Integer.toString(act.point()));
    }
    if (act.preset() > 0) {
      return List.of("Shift+" + act.preset());
    }
    return switch (act) {
      case AGREE -> List.of("Y");
      case DISAGREE -> List.of("N");
      case CANNOT_JUDGE -> List.of("U");
      case NEXT_QUESTION -> List.of("PageDown");
      case PREVIOUS_QUESTION -> List.of("PageUp");
      case COMMENT -> List.of("C");
      case ADD_FINDING -> List.of("A");
      case NEXT_CASE -> List.of("Enter");
      case NEXT_INCOMPLETE -> List.of("Shift+Enter");
      case PREVIOUS_CASE -> List.of("Backspace");
      case TRY_AGAIN -> List.of("T");
      case PAUSE -> List.of("P");
      case HIDE_PANEL -> List.of("\\");
      case FULL_SCREEN -> List.of("F11");
      case NEXT_MONITOR -> List.of("Shift+F11");
      case KEYS -> List.of("?", "F1");
      case ZOOM_IN -> List.of("+");
      case ZOOM_OUT -> List.of("-");
      default -> tool(act);
    };
  }

  private static List<String> tool(Act act) {
    return switch (act) {
      case INVERT -> List.of("I");
      case RESET -> List.of("R");
      case FIT -> List.of("F");
      case ONE_TO_ONE -> List.of("O");
      case LENS -> List.of("Z");
      case PAN -> List.of("Space");
      case MEASURE -> List.of("M");
      case RULER -> List.of("S");
      case NEXT_WINDOW -> List.of("W");
      case TURN_LEFT -> List.of("[");
      case TURN_RIGHT -> List.of("]");
      case MIRROR -> List.of("H");
      case NARROWER -> List.of("Left");
      case WIDER -> List.of("Right");
      case BRIGHTER -> List.of("Up");
      case DARKER -> List.of("Down");
      default -> throw new IllegalStateException(act.name().toLowerCase(Locale.ROOT));
    };
  }
}
