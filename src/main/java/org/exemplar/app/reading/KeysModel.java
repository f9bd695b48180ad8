package org.exemplar.app.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The keys as they are, and changing them. */
public final class KeysModel {
  /**
   * One line of the overlay.
   *
   * @param words what the keys do
   * @param acts the acts whose keys stand there
   * @param extra keys that are not changed, e.g. {@code right-drag}; may be empty
   */
  public record Line(String words, List<Act> acts, String extra) {}

  /** A heading with its lines. */
  public record Group(String heading, List<Line> lines) {}

  private final ReadOnlyObjectWrapper<KeyMap> keys = new ReadOnlyObjectWrapper<>(this, "keys");
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
  private final Consumer<KeyMap> kept;
  private @Nullable Act changing;

  /**
   * @param kept told the new keys, to keep them
   */
  public KeysModel(KeyMap keys, Consumer<KeyMap> kept) {
    this.keys.set(keys);
    this.kept = kept;
  }

  /** The keys as they are. */
  public ReadOnlyObjectProperty<KeyMap> keysProperty() {
    return keys.getReadOnlyProperty();
  }

  /** What is said about a change under way; empty when nothing. */
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** The keys as they are. */
  public KeyMap keys() {
    return keys.get();
  }

  /** Takes another preset; the reader's own keys stay. */
  public void choose(KeyPreset preset) {
    keep(keys.get().withPreset(preset));
  }

  /** Takes the preset as it is, without own keys. */
  public void forgetOwn() {
    keep(KeyMap.of(keys.get().preset()));
  }

  /** Begins to change a key: the next stroke is it. */
  public void change(Act act) {
    changing = act;
    said.set("Press the new key, or Esc to leave it as it is.");
  }

  /** Whether the next stroke becomes a key. */
  public boolean changing() {
    return changing != null;
  }

  /** The stroke that becomes the key. */
  public void strike(Stroke stroke) {
    Act act = changing;
    changing = null;
    if (act == null || stroke.key().equals("Escape") || stroke.key().equals("Tab")) {
      said.set("");
      return;
    }
    Optional<KeyMap> changed = keys.get().with(act, stroke);
    if (changed.isPresent()) {
      said.set("");
      keep(changed.get());
    } else {
      said.set(String.join("+", stroke.caps()) + " already does something else.");
    }
  }

  private void keep(KeyMap next) {
    keys.set(next);
    kept.accept(next);
  }

  /** The left column of the overlay. */
  public static List<Group> answering() {
    return List.of(
        new Group(
            "Answer",
            List.of(
                new Line("Choose a point of the scale", List.of(Act.POINT_1, Act.POINT_5), "to"),
                new Line(
                    "Agree · disagree · cannot judge",
                    List.of(Act.AGREE, Act.DISAGREE, Act.CANNOT_JUDGE),
                    ""),
                new Line(
                    "Next or previous question",
                    List.of(Act.NEXT_QUESTION, Act.PREVIOUS_QUESTION),
                    ""),
                new Line("Add a missing finding", List.of(Act.ADD_FINDING), ""),
                new Line("Comment", List.of(Act.COMMENT), ""))),
        new Group(
            "Move on",
            List.of(
                new Line("Next case, when complete", List.of(Act.NEXT_CASE), ""),
                new Line("Next case, incomplete, with a reason", List.of(Act.NEXT_INCOMPLETE), ""),
                new Line("Previous case", List.of(Act.PREVIOUS_CASE), ""),
                new Line("Pause", List.of(Act.PAUSE), ""))),
        new Group(
            "Window",
            List.of(
                new Line("Hide the panel", List.of(Act.HIDE_PANEL), ""),
                new Line("Full screen", List.of(Act.FULL_SCREEN), ""),
                new Line("These keys", List.of(Act.KEYS), ""))));
  }

  /** The right column of the overlay. */
  public static List<Group> viewing() {
    return List.of(
        new Group(
            "Gray",
            List.of(
                new Line("Window and level", List.of(), "right-drag"),
                new Line(
                    "The same in steps",
                    List.of(Act.NARROWER, Act.WIDER, Act.BRIGHTER, Act.DARKER),
                    ""),
                new Line("Coarse · fine steps", List.of(), "Shift Ctrl"),
                new Line("Presets", List.of(Act.PRESET_1, Act.PRESET_6), "to"),
                new Line("Invert", List.of(Act.INVERT), ""))),
        new Group(
            "Position",
            List.of(
                new Line("Zoom at the pointer", List.of(Act.ZOOM_IN, Act.ZOOM_OUT), "wheel"),
                new Line("Pan", List.of(), "drag"),
                new Line("Fit · one to one", List.of(Act.FIT, Act.ONE_TO_ONE), ""),
                new Line("Magnifier lens, held down", List.of(Act.LENS), ""),
                new Line(
                    "Turn left · right · mirror",
                    List.of(Act.TURN_LEFT, Act.TURN_RIGHT, Act.MIRROR),
                    ""),
                new Line("Back to the film as acquired", List.of(Act.RESET), ""))));
  }
}
