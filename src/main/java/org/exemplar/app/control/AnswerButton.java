package org.exemplar.app.control;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/**
 * One possible answer with its key. Choosing is reported, never done by the button itself: what is
 * selected is what was stored.
 */
public final class AnswerButton extends ToggleButton {
  /** How answers stand. */
  public enum Form {
    /** One row per point of a scale. */
    ROW,
    /** Short answers side by side. */
    SHORT
  }

  private final KeyHint hint;
  private Runnable chosen = () -> {};

  /**
   * @param key the key that gives this answer, as printed; empty for none
   * @param words the wording
   */
  public AnswerButton(Form form, String key, String words) {
    hint = new KeyHint(key);
    Label label = Parts.line(words, "words");
    label.setMinWidth(form == Form.SHORT ? USE_PREF_SIZE : 0);
    hint.setVisible(!key.isEmpty());
    HBox parts = new HBox(hint, label);
    parts.getStyleClass().setAll("parts");
    parts.setAlignment(Pos.CENTER_LEFT);
    parts.setMouseTransparent(true);
    if (form == Form.ROW) {
      parts.getChildren().addAll(Parts.filler(), Icons.of(Feather.CHECK, "tick"));
      parts.prefWidthProperty().bind(widthProperty().subtract(12));
    }
    setGraphic(parts);
    getStyleClass().setAll("answer", form == Form.ROW ? "row" : "short");
    setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    setAccessibleText(key.isEmpty() ? words : words + ", key " + key);
    setMaxWidth(Double.MAX_VALUE);
  }

  /** Called when the reader chooses this answer by pointer or with Space. */
  public void setOnChosen(Runnable chosen) {
    this.chosen = chosen;
  }

  /** Reports the choice; the selection follows from outside. */
  @Override
  public void fire() {
    if (!isDisabled()) {
      chosen.run();
    }
  }

  /**
   * Shows whether this is the stored answer and whether its key acts now.
   *
   * @param selected whether it is the stored answer
   * @param acts whether its question has the focus
   */
  public void show(boolean selected, boolean acts) {
    setSelected(selected);
    hint.setStrength(
        selected
            ? KeyHint.Strength.SELECTED
            : acts ? KeyHint.Strength.ACTS : KeyHint.Strength.FAINT);
  }
}
