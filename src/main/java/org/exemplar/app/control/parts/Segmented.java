package org.exemplar.app.control.parts;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/**
 * A choice among up to five, all in view; arrow keys move between them.
 *
 * @param <T> what is chosen
 */
public final class Segmented<T> extends HBox {
  private final ObjectProperty<T> value;
  private final ToggleGroup group = new ToggleGroup();

  /**
   * @param choices in order
   * @param words of a choice
   * @param first the choice at the start
   */
  public Segmented(List<T> choices, Function<T, String> words, T first) {
    getStyleClass().add("segmented");
    value = new SimpleObjectProperty<>(this, "value", first);
    for (T choice : choices) {
      ToggleButton button = new ToggleButton(words.apply(choice));
      button.setUserData(choice);
      button.setMinWidth(USE_PREF_SIZE);
      button.setToggleGroup(group);
      button.setSelected(choice.equals(first));
      button.setOnAction(e -> {
        button.setSelected(true);
        value.set(choice);
      });
      getChildren().add(button);
    }
    value.addListener((o, was, now) ->
        group.getToggles().forEach(t -> t.setSelected(now != null && now.equals(t.getUserData()))));
  }

  /** The chosen one. */
  public ObjectProperty<T> valueProperty() {
    return value;
  }
}
