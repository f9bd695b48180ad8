package org.exemplar.app.control.parts;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What a small window leaves away, and where a page changes its shape. */
public final class Narrow {
  private static final double ROOT_FONT = 13;

  private Narrow() {}

  /**
   * Leaves nodes away while a region is narrower than a width of the design.
   *
   * @param probe a label of the region in the root font, by which the scale is known
   */
  public static void hide(Region region, Label probe, double width, Node... nodes) {
    watch(
        region,
        probe,
        width,
        narrow -> {
          for (Node node : nodes) {
            node.setVisible(!narrow);
            node.setManaged(!narrow);
          }
        });
  }

  /** Tells whether a region is narrower than a width of the design, now and on every change. */
  public static void watch(Region region, Label probe, double width, Consumer<Boolean> narrow) {
    Runnable look =
        () -> {
          double unit = probe.getFont().getSize() / ROOT_FONT;
          if (region.getWidth() > 0) {
            narrow.accept(region.getWidth() < width * unit);
          }
        };
    region.widthProperty().addListener(o -> look.run());
    probe.fontProperty().addListener(o -> look.run());
  }
}
