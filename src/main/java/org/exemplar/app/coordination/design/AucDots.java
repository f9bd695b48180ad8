package org.exemplar.app.coordination.design;

import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.exemplar.app.control.figure.Figure;
import org.exemplar.app.control.figure.Ink;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.blinding.LeakTest;
import org.exemplar.stats.Interval;
import org.jspecify.annotations.Nullable;

/** The AUC of one fact with its interval, between two zones that refuse the seal. */
final class AucDots extends Figure {
  private static final double RADIUS = 4.5;

  private final LeakTest.@Nullable Row row;

  /** One fact. */
  AucDots(LeakTest.Row row) {
    this.row = row;
    getStyleClass().add("auc-dots");
    Interval interval = row.interval();
    setAccessibleText(
        String.format(
            Locale.ROOT,
            "%s: AUC %.2f%s%s",
            row.fact().title(),
            row.auc(),
            interval == null
                ? ""
                : String.format(
                    Locale.ROOT, ", 95 %% interval %.2f to %.2f", interval.low(), interval.high()),
            row.refused() ? ", refused" : row.fact().container() ? "" : ", content, not judged"));
  }

  /** The axis below all facts. */
  AucDots() {
    row = null;
    getStyleClass().add("auc-dots");
    setAccessibleText("AUC from 0 to 1; 0.5 tells nothing");
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    LinearAxis x = new LinearAxis(0, 1, px(8), width - px(8));
    LeakTest.Row fact = row;
    if (fact == null) {
      for (double tick : List.of(0.0, 0.2, 0.5, 0.8, 1.0)) {
        String words = LinearAxis.number(tick, tick == Math.rint(tick) ? 0 : 1);
        small(g, words, x.at(tick), height / 2, TextAlignment.CENTER, Ink.MUTED);
      }
      return;
    }
    double middle = height / 2;
    g.setFill(ink(Ink.DANGER, 0.18));
    double low = x.at(0.5 - LeakTest.REFUSED_FROM);
    double high = x.at(0.5 + LeakTest.REFUSED_FROM);
    g.fillRect(x.at(0), 0, low - x.at(0), height);
    g.fillRect(high, 0, x.at(1) - high, height);
    g.setLineWidth(1);
    g.setLineDashes(px(3), px(3));
    line(g, crisp(x.at(0.5)), 0, crisp(x.at(0.5)), height, ink(Ink.MUTED));
    g.setLineDashes();
    Ink tone = !fact.fact().container() ? Ink.MUTED : fact.refused() ? Ink.DANGER : Ink.SUCCESS;
    Interval interval = fact.interval();
    if (interval != null) {
      g.setLineWidth(px(1.5));
      line(g, x.at(interval.low()), middle, x.at(interval.high()), middle, ink(Ink.MUTED));
    }
    double r = px(RADIUS);
    g.setFill(ink(tone));
    g.fillOval(x.at(fact.auc()) - r, middle - r, 2 * r, 2 * r);
  }
}
