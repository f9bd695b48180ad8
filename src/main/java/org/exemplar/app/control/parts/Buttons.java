package org.exemplar.app.control.parts;

import javafx.scene.control.Button;
import org.exemplar.app.fx.Icons;
import org.kordamp.ikonli.feather.Feather;

/** Buttons as desks use them; none is ever shortened. */
public final class Buttons {
  private Buttons() {}

  /** A button. */
  public static Button of(String words, Feather icon, Runnable act) {
    Button button = new Button(words, Icons.of(icon));
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(e -> act.run());
    return button;
  }

  /** The main button of a page: one at most. */
  public static Button primary(String words, Feather icon, Runnable act) {
    Button button = of(words, icon, act);
    button.getStyleClass().add("primary");
    return button;
  }

  /** A button that is a link. */
  public static Button link(String words, Runnable act) {
    Button button = new Button(words);
    button.getStyleClass().add("link");
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(e -> act.run());
    return button;
  }
}
