package org.exemplar.app;

import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;

/** A film with two lungs in the strokes of the other icons. */
final class FilmIcon extends Group {
  /**
   * @param size height in px
   */
  FilmIcon(double size) {
    Rectangle film = new Rectangle(4, 2, 16, 20);
    film.setArcWidth(4);
    film.setArcHeight(4);
    Group drawing =
        new Group(
            stroke(film),
            stroke(path("M12 5.5v4")),
            stroke(
                path(
                    "M10.6 9.2c0-1-.4-1.700-1-1.700-1.400 0-2.800 3.600-2.800 7.200 0 2 .6 2.800 1.800 2.800 1.400 0 2-.9 2-2.300z")),
            stroke(
                path(
                    "M13.4 9.2c0-1 .4-1.700 1-1.700 1.400 0 2.800 3.600 2.800 7.200 0 2-.6 2.800-1.800 2.800-1.400 0-2-.9-2-2.300z")));
    drawing.getTransforms().add(new Scale(size / 24, size / 24));
    getChildren().add(drawing);
    setMouseTransparent(true);
  }

  private static SVGPath path(String content) {
    SVGPath path = new SVGPath();
    path.setContent(content);
    return path;
  }

  private static Shape stroke(Shape shape) {
    shape.getStyleClass().add("film-icon");
    shape.setStrokeWidth(1.5);
    shape.setStrokeLineCap(StrokeLineCap.ROUND);
    shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
    return shape;
  }
}
