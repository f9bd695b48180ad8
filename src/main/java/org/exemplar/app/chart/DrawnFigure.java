package org.exemplar.app.chart;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.exemplar.app.control.figure.Ink;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.app.control.figure.SpottedFigure;
import org.exemplar.chart.Mark;
import org.exemplar.chart.Palette;

/** Shows a painter's drawing in the colours and the scale of the window. */
public final class DrawnFigure extends SpottedFigure {
  private static final double NARROWEST = 200;
  private Painter painter;

  /** A figure of a chart. */
  public DrawnFigure(Painter painter) {
    this.painter = painter;
    getStyleClass().add("drawn-figure");
    tell();
  }

  /** Shows other numbers. */
  public void show(Painter other) {
    painter = other;
    tell();
    repaint();
    requestLayout();
  }

  /** What is shown. */
  public Painter painter() {
    return painter;
  }

  private void tell() {
    describe(painter.paint(Palette.LIGHT, 480).drawing().description());
  }

  @Override
  public javafx.geometry.Orientation getContentBias() {
    return javafx.geometry.Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return px(400);
  }

  @Override
  protected double computeMinWidth(double height) {
    return px(NARROWEST);
  }

  @Override
  protected double computePrefHeight(double width) {
    double at = width <= 0 ? px(400) : width;
    return Math.ceil(
        px(painter.paint(Palette.LIGHT, Math.max(NARROWEST, at / unit())).drawing().height()));
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected List<Spot> drawSpots(GraphicsContext g, double width, double height) {
    Plot plot = painter.paint(palette(), Math.max(NARROWEST, width / unit()));
    for (Mark mark : plot.drawing().marks()) {
      draw(g, mark);
    }
    return plot.spots().stream().map(spot -> spot.times(unit())).toList();
  }

  private void draw(GraphicsContext g, Mark mark) {
    switch (mark) {
      case Mark.Box box -> box(g, box);
      case Mark.Path path -> path(g, path);
      case Mark.Disc disc -> {
        double r = px(disc.radius());
        g.setFill(colour(disc.fill().colour(), disc.fill().opacity()));
        g.fillOval(px(disc.x()) - r, px(disc.y()) - r, 2 * r, 2 * r);
      }
      case Mark.Text text -> {
        g.setFont(font(text.type().size(), text.type().bold()));
        g.setFill(Color.web(text.type().colour()));
        g.setTextBaseline(VPos.BASELINE);
        g.setTextAlign(
            switch (text.type().anchor()) {
              case START -> TextAlignment.LEFT;
              case MIDDLE -> TextAlignment.CENTER;
              case END -> TextAlignment.RIGHT;
            });
        g.fillText(text.words(), px(text.x()), px(text.y()));
      }
    }
  }

  private void box(GraphicsContext g, Mark.Box box) {
    Mark.Rectangle at = box.place();
    double arc = px(2 * box.radius());
    Mark.Fill fill = box.fill();
    if (fill != null) {
      g.setFill(colour(fill.colour(), fill.opacity()));
      g.fillRoundRect(px(at.x()), px(at.y()), px(at.width()), px(at.height()), arc, arc);
    }
    Mark.Pen pen = box.pen();
    if (pen != null) {
      pen(g, pen);
      g.strokeRoundRect(px(at.x()), px(at.y()), px(at.width()), px(at.height()), arc, arc);
    }
  }

  private void path(GraphicsContext g, Mark.Path path) {
    int n = path.points().size();
    double[] x = path.points().stream().mapToDouble(p -> px(p.x())).toArray();
    double[] y = path.points().stream().mapToDouble(p -> px(p.y())).toArray();
    Mark.Fill fill = path.fill();
    if (fill != null) {
      g.setFill(colour(fill.colour(), fill.opacity()));
      g.fillPolygon(x, y, n);
    }
    Mark.Pen pen = path.pen();
    if (pen != null) {
      pen(g, pen);
      if (path.closed()) {
        g.strokePolygon(x, y, n);
      } else if (n == 2 && (x[0] == x[1] || y[0] == y[1]) && pen.width() <= 1) {
        boolean upright = x[0] == x[1];
        g.strokeLine(
            upright ? crisp(x[0]) : x[0],
            upright ? y[0] : crisp(y[0]),
            upright ? crisp(x[1]) : x[1],
            upright ? y[1] : crisp(y[1]));
      } else {
        g.strokePolyline(x, y, n);
      }
    }
  }

  private void pen(GraphicsContext g, Mark.Pen pen) {
    g.setStroke(colour(pen.colour(), pen.opacity()));
    g.setLineWidth(pen.width() <= 1 ? 1 : px(pen.width()));
    g.setLineDashes(pen.dash().stream().mapToDouble(this::px).toArray());
  }

  private static Color colour(String web, double opacity) {
    return Color.web(web, opacity);
  }

  private Palette palette() {
    return new Palette(
        new Palette.Ink(
            web(Ink.GROUND), web(Ink.STRONG), web(Ink.MUTED), web(Ink.GRID), web(Ink.ACCENT)),
        new Palette.Arms(web(Ink.PIE), web(Ink.NON_PIE), web(Ink.PIE), web(Ink.NON_PIE)),
        List.of(
            web(Ink.LEFT_FAR),
            web(Ink.LEFT_NEAR),
            web(Ink.MIDDLE),
            web(Ink.RIGHT_NEAR),
            web(Ink.RIGHT_FAR)),
        List.of(web(Ink.FIRST), web(Ink.SECOND), web(Ink.THIRD), web(Ink.FOURTH)));
  }

  private String web(Ink ink) {
    Color colour = ink(ink);
    return String.format(
        java.util.Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(colour.getRed() * 255),
        Math.round(colour.getGreen() * 255),
        Math.round(colour.getBlue() * 255));
  }
}
