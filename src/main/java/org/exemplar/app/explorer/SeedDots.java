package org.exemplar.app.explorer;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.exemplar.app.control.figure.Figure;
import org.exemplar.app.control.figure.Ink;
import org.exemplar.app.control.figure.LinearAxis;

/** One image's agreement in each run alone, beside the boundary of the criterion. */
final class SeedDots extends Figure {
  private static final int MOST = 4;

  private final ImageViewModel model;

  SeedDots(ImageViewModel model) {
    this.model = model;
    getStyleClass().add("seed-dots");
    model.readingProperty().addListener(o -> repaint());
    model.populationProperty().addListener(o -> repaint());
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    AgreementCurve curve = model.curveProperty().get();
    ImageReading reading = model.readingProperty().get();
    if (curve == null || reading == null) {
      return;
    }
    int at = model.explorer().exploration().sparsities().indexOf(reading.sparsity());
    List<Double> runs = curve.runs().stream().map(r -> r.get(at)).toList();
    boolean all = runs.size() <= MOST;
    double pitch = all ? height / runs.size() : height / 2;
    double lowest = runs.stream().filter(v -> !Double.isNaN(v)).mapToDouble(v -> v).min().orElse(0);
    LinearAxis x = new LinearAxis(Math.min(0, lowest), 1, px(64), width - px(48));
    StringBuilder words = new StringBuilder("Agreement by run:");
    for (int run = 0; run < runs.size(); run++) {
      words.append(' ').append(LinearAxis.number(runs.get(run), 2));
      double y = all ? (run + 0.5) * pitch : pitch / 2;
      if (all || run == 0) {
        g.setLineWidth(px(2));
        line(g, x.from(), y, x.to(), y, ink(Ink.GRID));
        words(
            g,
            all ? "Run " + run : runs.size() + " runs",
            0,
            y,
            TextAlignment.LEFT,
            font(13, false),
            ink(Ink.FG));
      }
      if (!Double.isNaN(runs.get(run))) {
        double r = px(all ? 5 : 4);
        g.setFill(ink(Ink.STRONG, all ? 1 : 0.6));
        g.fillOval(x.at(runs.get(run)) - r, y - r, 2 * r, 2 * r);
      }
      if (all) {
        words(
            g,
            Double.isNaN(runs.get(run)) ? "–" : LinearAxis.number(runs.get(run), 2),
            width,
            y,
            TextAlignment.RIGHT,
            font(13, false),
            ink(Ink.STRONG));
      }
    }
    setAccessibleText(words.toString());
    Population population = model.populationProperty().get();
    double boundary = population == null ? Double.NaN : population.boundary(reading.sparsity());
    if (!Double.isNaN(boundary)) {
      g.setLineWidth(px(1.5));
      g.setLineDashes(px(4), px(3));
      double line = x.at(boundary);
      line(g, line, 0, line, all ? height : pitch, ink(Ink.PIE));
      g.setLineDashes();
    }
  }
}
