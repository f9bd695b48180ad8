package org.exemplar.app.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.exemplar.study.Question;
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

  /**
   * The left column of the overlay.
   *
   * @param questions those of the protocol; keys that none of them has are left out
   */
  public static List<Group> answering(List<Question> questions) {
    return List.of(
        new Group("Answer", answers(questions)),
        new Group(
            "Move on",
            List.of(
                new Line("Next case, when complete", List.of(Act.NEXT_CASE), ""),
                new Line("Next case, incomplete, with a reason", List.of(Act.NEXT_INCOMPLETE), ""),
                new Line("Previous case", List.of(Act.PREVIOUS_CASE), ""),
                new Line("Practice case once more", List.of(Act.TRY_AGAIN), ""),
                new Line("Pause", List.of(Act.PAUSE), ""))),
        new Group(
            "Window",
            List.of(
                new Line("Hide the panel", List.of(Act.HIDE_PANEL), ""),
                new Line("Full screen", List.of(Act.FULL_SCREEN), ""),
                new Line("These keys", List.of(Act.KEYS), ""))));
  }

  private static List<Line> answers(List<Question> questions) {
    boolean yesNo = questions.stream().anyMatch(Question.YesNo.class::isInstance);
    boolean score = questions.stream().anyMatch(Question.Score.class::isInstance);
    boolean list = questions.stream().anyMatch(Question.Checklist.class::isInstance);
    boolean text = questions.stream().anyMatch(Question.FreeText.class::isInstance);
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Choose a point of the scale", List.of(Act.POINT_1, Act.POINT_5), "to"));
    lines.add(
        new Line(
            yesNo ? "Agree, yes · disagree, no · cannot judge" : "Agree · disagree · cannot judge",
            List.of(Act.AGREE, Act.DISAGREE, Act.CANNOT_JUDGE),
            ""));
    if (score) {
      lines.add(new Line("A number: type it, or by 1, Shift by 10", List.of(), "0…9 ← →"));
    }
    if (list) {
      lines.add(new Line("A list: check an item", List.of(), "1…9 ↑ ↓ Space"));
      lines.add(new Line("A list: none of these", List.of(), "0"));
    }
    if (text) {
      lines.add(new Line("A text: leave the field", List.of(), "Esc"));
    }
    if (score || list || text) {
      lines.add(new Line("Done with a number, list or text", List.of(Act.NEXT_CASE), ""));
    }
    lines.add(
        new Line(
            "Next or previous question", List.of(Act.NEXT_QUESTION, Act.PREVIOUS_QUESTION), ""));
    lines.add(new Line("Add a missing finding", List.of(Act.ADD_FINDING), ""));
    lines.add(new Line("Comment", List.of(Act.COMMENT), ""));
    return lines;
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
