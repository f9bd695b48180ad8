package org.exemplar.app.coordination.design;

import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.exemplar.app.control.figure.Figure;
import org.exemplar.app.control.figure.Ink;
import org.exemplar.app.control.figure.LinearAxis;

/** Power against cases, for readers who are alike in the effect and readers who differ. */
final class PowerFigure extends Figure {
  private static final double RADIUS = 4.5;

  private final PowerOutlook outlook;
  private final List<PowerOutlook.Point> alike;
  private final List<PowerOutlook.Point> differ;

  PowerFigure(PowerOutlook outlook) {
    this.outlook = outlook;
    this.alike = outlook.curve(true);
    this.differ = outlook.curve(false);
    getStyleClass().add("power-figure");
    setAccessibleText(
        String.format(
            Locale.ROOT,
            "Power with %d cases: %.0f per cent if readers are alike, %.0f per cent if they differ",
            outlook.cases(),
            100 * outlook.alike().power(),
            100 * outlook.differ().power()));
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    double most = alike.getLast().cases();
    LinearAxis x = new LinearAxis(0, most, px(30), width - px(46));
    LinearAxis y = new LinearAxis(0, 1, height - px(20), px(8));
    g.setLineWidth(1);
    for (double tick : List.of(0.0, 0.5, 1.0)) {
      line(g, x.at(0), crisp(y.at(tick)), x.at(most), crisp(y.at(tick)), ink(Ink.GRID));
      String words = LinearAxis.number(100 * tick, 0);
      small(g, words, x.at(0) - px(6), y.at(tick), TextAlignment.RIGHT, Ink.MUTED);
    }
    double wanted = crisp(y.at(PowerOutlook.WANTED));
    g.setLineDashes(px(4), px(3));
    line(g, x.at(0), wanted, x.at(most), wanted, ink(Ink.WARNING));
    g.setLineDashes();
    small(g, "80", x.at(0) - px(6), wanted, TextAlignment.RIGHT, Ink.MUTED);
    curve(g, differ, x, y, ink(Ink.MUTED), 1.5);
    curve(g, alike, x, y, ink(Ink.ACCENT), 2.25);
    double upper = y.at(alike.getLast().power());
    double lower = Math.max(upper + px(16), y.at(differ.getLast().power()));
    small(g, "alike", x.at(most) + px(6), upper, TextAlignment.LEFT, Ink.ACCENT);
    small(g, "differ", x.at(most) + px(6), lower, TextAlignment.LEFT, Ink.MUTED);
    for (int cases : List.of(40, 100, 200)) {
      if (cases <= most) {
        String words = Integer.toString(cases);
        small(g, words, x.at(cases), height - px(8), TextAlignment.CENTER, Ink.MUTED);
      }
    }
    double r = px(RADIUS);
    g.setFill(ink(Ink.ACCENT));
    g.fillOval(x.at(outlook.cases()) - r, y.at(outlook.alike().power()) - r, 2 * r, 2 * r);
  }

  private void curve(
      GraphicsContext g,
      List<PowerOutlook.Point> points,
      LinearAxis x,
      LinearAxis y,
      Color colour,
      double thick) {
    g.setStroke(colour);
    g.setLineWidth(px(thick));
    g.beginPath();
    for (int i = 0; i < points.size(); i++) {
      double px = x.at(points.get(i).cases());
      double py = y.at(points.get(i).power());
      if (i == 0) {
        g.moveTo(px, py);
      } else {
        g.lineTo(px, py);
      }
    }
    g.stroke();
  }
}
