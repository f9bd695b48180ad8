package org.exemplar.app.explorer;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import org.exemplar.app.control.figure.Figure;
import org.exemplar.app.control.figure.Ink;
import org.exemplar.app.control.figure.LinearAxis;

/** One image's agreement along all sparsities, as small as a word. */
final class Sparkline extends Figure {
  private double[] values = {};
  private boolean pie;

  Sparkline() {
    getStyleClass().add("sparkline");
  }

  /** Shows other values, from 0 to 1. */
  void show(double[] agreement, boolean isPie) {
    values = agreement;
    pie = isPie;
    setAccessibleText(
        values.length == 0
            ? ""
            : "Agreement falls from "
                + LinearAxis.number(values[0], 2)
                + " to "
                + LinearAxis.number(values[values.length - 1], 2));
    repaint();
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    LinearAxis x = new LinearAxis(0, Math.max(1, values.length - 1), px(2), width - px(2));
    LinearAxis y = new LinearAxis(0, 1, height - px(4), px(4));
    g.setStroke(ink(pie ? Ink.PIE : Ink.NON_PIE));
    g.setLineWidth(px(1.5));
    g.setLineCap(StrokeLineCap.ROUND);
    g.beginPath();
    for (int i = 0; i < values.length; i++) {
      double at = y.at(Math.clamp(Double.isNaN(values[i]) ? 0 : values[i], 0, 1));
      if (i == 0) {
        g.moveTo(x.at(i), at);
      } else {
        g.lineTo(x.at(i), at);
      }
    }
    g.stroke();
  }
}
