package org.exemplar.app.fx;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Outline icons in the colour of their place. Decoration: screen readers skip them. */
public final class Icons {
  private Icons() {}

  /**
   * An icon of 16 px in the muted colour, unless style classes say otherwise.
   *
   * @param styleClasses e.g. {@code "icon-20", "icon-accent"}
   */
  public static FontIcon of(Feather icon, String... styleClasses) {
    FontIcon node = FontIcon.of(icon);
    node.getStyleClass().addAll(styleClasses);
    node.setMouseTransparent(true);
    return node;
  }

  /** The icon in a box as wide as the text lines beside it expect. */
  public static Node boxed(Feather icon, String... styleClasses) {
    StackPane box = new StackPane(of(icon, styleClasses));
    box.setMouseTransparent(true);
    return box;
  }
}
