package org.exemplar.app.fx;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The small pieces that every page is made of, so that pages read as lists of what they show. */
public final class Parts {
  private Parts() {}

  /** One line of words. */
  public static Label line(String words, String... styleClasses) {
    Label label = new Label(words);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /** Words that wrap. */
  public static Label paragraph(String words, String... styleClasses) {
    Label label = line(words, styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** Takes the room that is left. */
  public static Region filler() {
    Region filler = new Region();
    HBox.setHgrow(filler, Priority.ALWAYS);
    VBox.setVgrow(filler, Priority.ALWAYS);
    return filler;
  }

  /** A horizontal hairline. */
  public static Region hairline(String... styleClasses) {
    Region line = new Region();
    line.getStyleClass().add("hairline");
    line.getStyleClass().addAll(styleClasses);
    return line;
  }

  /** A hairline that stands or lies. */
  public static Region hairline(Orientation orientation) {
    return orientation == Orientation.VERTICAL ? hairline("vertical") : hairline();
  }
}
