package org.exemplar.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Point;
import org.jspecify.annotations.Nullable;

/**
 * A mark as an outline with its paint: what pixels and pages are drawn from.
 *
 * @param shape the outline
 * @param fill null where it is not filled
 * @param pen null where it is not outlined
 */
record Shapes(Shape shape, @Nullable Fill fill, @Nullable Pen pen) {
  static Shapes of(Mark mark, Typeface typeface) {
    return switch (mark) {
      case Mark.Box box -> {
        Mark.Rectangle at = box.place();
        double arc = 2 * box.radius();
        yield new Shapes(
            new RoundRectangle2D.Double(at.x(), at.y(), at.width(), at.height(), arc, arc),
            box.fill(),
            box.pen());
      }
      case Mark.Path path -> new Shapes(path(path), path.fill(), path.pen());
      case Mark.Disc disc -> {
        double r = disc.radius();
        yield new Shapes(
            new Ellipse2D.Double(disc.x() - r, disc.y() - r, 2 * r, 2 * r), disc.fill(), null);
      }
      case Mark.Text text ->
          new Shapes(typeface.outline(text), Fill.of(text.type().colour()), null);
    };
  }

  private static Shape path(Mark.Path path) {
    Path2D.Double line = new Path2D.Double();
    for (int i = 0; i < path.points().size(); i++) {
      Point point = path.points().get(i);
      if (i == 0) {
        line.moveTo(point.x(), point.y());
      } else {
        line.lineTo(point.x(), point.y());
      }
    }
    if (path.closed() && !path.points().isEmpty()) {
      line.closePath();
    }
    return line;
  }
}
