package org.exemplar.app.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.fx.Parts;
import org.exemplar.study.Question;

/** Every act with its key as a button; pressing it takes the next stroke as the new key. */
final class KeysEditor extends VBox {
  private final KeysModel model;
  private final Map<Act, Button> buttons = new EnumMap<>(Act.class);
  private final Map<Act, HBox> rows = new EnumMap<>(Act.class);

  /**
   * @param questions those of the protocol
   * @param wide whether there is room for two columns
   */
  KeysEditor(KeysModel model, List<Question> questions, boolean wide) {
    this.model = model;
    VBox left = column(KeySheet.answering(questions, new ItemKeys(model.keys())));
    VBox right = column(KeySheet.viewing(model.keys().preset().drags()));
    getChildren().add(KeysTable.side(left, right, wide));
    refresh();
  }

  /** Shows the keys as they are. */
  void refresh() {
    buttons.forEach((act, button) -> {
      boolean taking = model.changed().filter(act::equals).isPresent();
      boolean own = model.keys().own().containsKey(act.word());
      HBox caps = new HBox();
      caps.getStyleClass().add("gap-4");
      caps.setAlignment(Pos.CENTER_RIGHT);
      for (Stroke stroke : model.keys().strokes(act)) {
        KeyHint hint = new KeyHint(String.join(" + ", stroke.caps()));
        hint.setStrength(own ? KeyHint.Strength.SELECTED : KeyHint.Strength.ACTS);
        caps.getChildren().add(hint);
      }
      button.setGraphic(taking ? null : caps);
      button.setText(taking ? "Press a key" : "");
      button.setAccessibleText(act.words() + ", key " + model.keys().hint(act) + ", change");
      HBox row = Objects.requireNonNull(rows.get(act));
      row.getStyleClass().remove("changing");
      if (taking) {
        row.getStyleClass().add("changing");
      }
    });
  }

  /** The act whose button has the keyboard goes on having it. */
  Button focus(Act act) {
    Button button = Objects.requireNonNull(buttons.get(act));
    button.requestFocus();
    return button;
  }

  private VBox column(List<KeySheet.Group> groups) {
    VBox column = new VBox();
    column.getStyleClass().add("gap-16");
    for (KeySheet.Group group : groups) {
      VBox lines = new VBox(Parts.line(group.heading(), "keys-group"));
      lines.getStyleClass().add("keys-column");
      acts(group).forEach(act -> lines.getChildren().add(row(act)));
      column.getChildren().add(lines);
    }
    return column;
  }

  /** All acts of a group, with the points that the sheet leaves out. */
  private static List<Act> acts(KeySheet.Group group) {
    Set<Act> acts = new LinkedHashSet<>();
    for (KeySheet.Line line : group.lines()) {
      acts.addAll(line.acts());
      if (line.acts().contains(Act.POINT_1)) {
        acts.addAll(Stream.of(Act.values()).filter(a -> a.point() > 0).toList());
      }
    }
    return new ArrayList<>(acts);
  }

  private HBox row(Act act) {
    Button button = new Button();
    button.getStyleClass().add("key-button");
    button.setOnAction(e -> {
      model.change(act);
      refresh();
    });
    buttons.put(act, button);
    HBox row = new HBox(Parts.line(act.words()), Parts.filler(), button);
    row.getStyleClass().add("keys-row");
    rows.put(act, row);
    return row;
  }
}
