package org.exemplar.app.fx;

import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** The application's mark, a film with two lungs and one ringed spot, drawn at any size. */
public final class Mark extends Region {
  private static final Color PAPER = Color.web("#0d1117");
  private static final Color LINE = Color.web("#c9d1d9");
  private static final Color LUNG = Color.web("#8b949e");
  private static final Color RING = Color.web("#58a6ff");
  private static final String LEFT =
      "M28.5 22c0-3-1-5-3-5-4 0-9 11-9 21.5 0 6 2 8.5 5.5 8.5 4.5 0 6.5-3 6.5-7z";
  private static final String RIGHT =
      "M35.5 22c0-3 1-5 3-5 4 0 9 11 9 21.5 0 6-2 8.5-5.5 8.5-4.5 0-6.5-3-6.5-7z";

  /**
   * @param size width and height in px
   */
  public Mark(double size) {
    Rectangle film = new Rectangle(10, 9.5, 44, 45);
    film.setArcWidth(14);
    film.setArcHeight(14);
    film.setFill(PAPER);
    film.setStroke(LINE);
    film.setStrokeWidth(3.5);
    Circle hole = new Circle(40.25, 35, 9.625, PAPER);
    Circle ring = new Circle(40.25, 35, 5.75, Color.TRANSPARENT);
    ring.setStroke(RING);
    ring.setStrokeWidth(3.75);
    Group drawing = new Group(film, lung(LEFT), lung(RIGHT), hole, ring);
    double scale = size / 64 * 1.3;
    drawing
        .getTransforms()
        .addAll(new Translate(-9.6 * size / 64, -9.6 * size / 64), new Scale(scale, scale));
    getChildren().add(drawing);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    setMouseTransparent(true);
  }

  private static SVGPath lung(String path) {
    SVGPath lung = new SVGPath();
    lung.setContent(path);
    lung.setFill(LUNG);
    return lung;
  }
}
