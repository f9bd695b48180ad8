package org.exemplar.app.coordination.design;

import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.exemplar.app.control.figure.Figure;
import org.exemplar.app.control.figure.Ink;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.blinding.Balance;

/** One standardised difference: an open dot before, a full one after, and the band within 0.1. */
final class DifferenceDots extends Figure {
  /** Both ends of the axis; what lies beyond is drawn at its end. */
  static final double END = 0.8;

  private static final double RADIUS = 4.5;

  private final Balance.Row row;

  DifferenceDots(Balance.Row row) {
    this.row = row;
    getStyleClass().add("difference-dots");
    setAccessibleText(
        String.format(
            Locale.ROOT,
            "%s: standardised difference %s before, %s after%s",
            row.name(),
            words(row.before()),
            words(row.after()),
            row.balanced() ? "" : ", above 0.1"));
  }

  /** A difference as it is written. */
  static String words(double difference) {
    return Double.isFinite(difference)
        ? LinearAxis.number(difference, 2)
        : difference > 0 ? "∞" : "−∞";
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    LinearAxis x = new LinearAxis(-END, END, px(8), width - px(8));
    double middle = height / 2;
    g.setFill(ink(Ink.SUCCESS, 0.18));
    double left = x.at(-Balance.TOLERATED);
    g.fillRect(left, 0, x.at(Balance.TOLERATED) - left, height);
    g.setLineWidth(1);
    line(g, crisp(x.at(0)), 0, crisp(x.at(0)), height, ink(Ink.SUCCESS, 0.35));
    double before = x.at(Math.clamp(row.before(), -END, END));
    double after = x.at(Math.clamp(row.after(), -END, END));
    g.setLineWidth(px(1.5));
    Color muted = ink(Ink.MUTED);
    line(g, before, middle, after, middle, muted);
    double r = px(RADIUS);
    g.setFill(ink(Ink.CARD));
    g.fillOval(before - r, middle - r, 2 * r, 2 * r);
    g.setStroke(muted);
    g.strokeOval(before - r, middle - r, 2 * r, 2 * r);
    g.setFill(ink(row.balanced() ? Ink.SUCCESS : Ink.DANGER));
    g.fillOval(after - r, middle - r, 2 * r, 2 * r);
  }
}
