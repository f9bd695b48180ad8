package org.exemplar.app.explorer;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.exemplar.app.control.figure.Figure;
import org.exemplar.app.control.figure.Ink;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.classifier.comparison.Sparsity;

/** One image's agreement along sparsity; the chart's own axis is the slider that moves the page. */
final class SparsitySlider extends Figure {
  private static final double LEFT = 36;
  private static final double RIGHT = 130;
  private static final double TOP = 10;
  private static final double BOTTOM = 34;

  private final ImageViewModel model;

  SparsitySlider(ImageViewModel model) {
    this.model = model;
    getStyleClass().add("sparsity-slider");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleRoleDescription("Sparsity");
    model.curveProperty().addListener(o -> changed());
    model.populationProperty().addListener(o -> repaint());
    model.readingProperty().addListener(o -> changed());
    focusedProperty().addListener(o -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::pressed);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    changed();
  }

  private List<Sparsity> sparsities() {
    return model.explorer().exploration().sparsities();
  }

  private void changed() {
    ImageReading reading = model.readingProperty().get();
    if (reading != null) {
      setAccessibleText(
          "Sparsity "
              + reading.sparsity().text()
              + ", agreement "
              + LinearAxis.number(reading.agreement(), 3));
    }
    repaint();
  }

  private void pressed(MouseEvent e) {
    requestFocus();
    double at = x(getWidth()).valueAt(e.getX());
    Sparsity nearest = sparsities().getFirst();
    for (Sparsity sparsity : sparsities()) {
      if (Math.abs(sparsity.value() - at) < Math.abs(nearest.value() - at)) {
        nearest = sparsity;
      }
    }
    Sparsity chosen = nearest;
    model.explorer().change(s -> s.at(chosen));
    e.consume();
  }

  private void key(KeyEvent e) {
    if (e.isAltDown()) {
      return;
    }
    if (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT) {
      model.sparser(e.getCode() == KeyCode.LEFT ? -1 : 1);
      e.consume();
    }
  }

  private LinearAxis x(double width) {
    double low = sparsities().getFirst().value();
    double high = sparsities().getLast().value();
    return low == high
        ? new LinearAxis(low - 0.05, high + 0.05, px(LEFT), width - px(RIGHT))
        : new LinearAxis(low, high, px(LEFT), width - px(RIGHT));
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    AgreementCurve curve = model.curveProperty().get();
    ImageReading reading = model.readingProperty().get();
    if (curve == null || reading == null) {
      return;
    }
    LinearAxis x = x(width);
    double lowest = Math.min(0, floor(curve));
    LinearAxis y = new LinearAxis(lowest, 1, height - px(BOTTOM), px(TOP));
    grid(g, x, y);
    band(g, curve, x, y);
    double medianEnd = population(g, x, y);
    g.setLineWidth(px(2.25));
    g.setLineDashes();
    path(g, curve.mean(), x, y, ink(Ink.STRONG));
    labels(g, curve, y, x.to() + px(10), medianEnd);
    slider(g, reading, x, y, height);
  }

  private static double floor(AgreementCurve curve) {
    double lowest = 0;
    for (int i = 0; i < curve.mean().size(); i++) {
      double low = curve.bound(i, false);
      lowest = Double.isNaN(low) ? lowest : Math.min(lowest, low);
    }
    return Math.floor(lowest * 2) / 2;
  }

  private void grid(GraphicsContext g, LinearAxis x, LinearAxis y) {
    g.setLineWidth(1);
    for (double tick = y.low(); tick <= 1; tick += 0.5) {
      line(g, x.from(), crisp(y.at(tick)), x.to(), crisp(y.at(tick)), ink(Ink.GRID));
      small(
          g,
          LinearAxis.number(tick, 1),
          x.from() - px(8),
          y.at(tick),
          TextAlignment.RIGHT,
          Ink.MUTED);
    }
  }

  private void band(GraphicsContext g, AgreementCurve curve, LinearAxis x, LinearAxis y) {
    if (curve.runs().size() < 2) {
      return;
    }
    int n = sparsities().size();
    double[] xs = new double[2 * n];
    double[] ys = new double[2 * n];
    for (int i = 0; i < n; i++) {
      double low = curve.bound(i, false);
      double high = curve.bound(i, true);
      xs[i] = x.at(sparsities().get(i).value());
      ys[i] = y.at(Double.isNaN(high) ? 0 : high);
      xs[2 * n - 1 - i] = xs[i];
      ys[2 * n - 1 - i] = y.at(Double.isNaN(low) ? 0 : low);
    }
    g.setFill(ink(Ink.STRONG, 0.13));
    g.fillPolygon(xs, ys, 2 * n);
  }

  /** Draws all images' median and the boundary; gives the median's last value. */
  private double population(GraphicsContext g, LinearAxis x, LinearAxis y) {
    Population population = model.populationProperty().get();
    if (population == null) {
      return Double.NaN;
    }
    g.setLineWidth(px(1.5));
    path(
        g,
        population.points().stream().map(Population.Point::median).toList(),
        x,
        y,
        ink(Ink.FAINT, 0.8));
    g.setLineDashes(px(5), px(3));
    path(
        g,
        population.points().stream().map(Population.Point::boundary).toList(),
        x,
        y,
        ink(Ink.PIE));
    g.setLineDashes();
    return population.points().getLast().median();
  }

  private void path(
      GraphicsContext g, List<Double> values, LinearAxis x, LinearAxis y, Color colour) {
    g.setStroke(colour);
    g.beginPath();
    boolean on = false;
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i);
      if (Double.isNaN(value)) {
        on = false;
      } else if (on) {
        g.lineTo(x.at(sparsities().get(i).value()), y.at(value));
      } else {
        g.moveTo(x.at(sparsities().get(i).value()), y.at(value));
        on = true;
      }
    }
    g.stroke();
  }

  /** Names the lines at their right ends, pushed apart to 16. */
  private void labels(
      GraphicsContext g, AgreementCurve curve, LinearAxis y, double left, double median) {
    double own = y.at(nonNaN(curve.mean().getLast()));
    Population population = model.populationProperty().get();
    double gap = px(16);
    words(g, "this image", left, own, TextAlignment.LEFT, font(11, true), ink(Ink.STRONG));
    if (population == null) {
      return;
    }
    double middle = y.at(nonNaN(median));
    double boundary = y.at(nonNaN(population.points().getLast().boundary()));
    double above = middle < own ? Math.min(middle, own - gap) : Math.max(middle, own + gap);
    double below = boundary < own ? Math.min(boundary, own - gap) : Math.max(boundary, own + gap);
    if (Math.abs(above - below) < gap) {
      below = above <= own ? own + gap : above + gap;
    }
    words(
        g, "all images, median", left, above, TextAlignment.LEFT, font(11, false), ink(Ink.MUTED));
    words(
        g,
        PercentileWords.of(population.percentile()),
        left,
        below,
        TextAlignment.LEFT,
        font(11, false),
        ink(Ink.PIE));
  }

  private static double nonNaN(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private void slider(
      GraphicsContext g, ImageReading reading, LinearAxis x, LinearAxis y, double height) {
    double bottom = y.from();
    double at = x.at(reading.sparsity().value());
    g.setLineWidth(1);
    for (Sparsity sparsity : sparsities()) {
      double tick = crisp(x.at(sparsity.value()));
      line(g, tick, bottom + px(6), tick, bottom + px(10), ink(Ink.BORDER));
    }
    double lastLabel = Double.NEGATIVE_INFINITY;
    for (Sparsity sparsity : sparsities()) {
      double label = x.at(sparsity.value());
      boolean round = Math.abs(sparsity.value() * 10 - Math.rint(sparsity.value() * 10)) < 1e-9;
      boolean own = sparsity.equals(reading.sparsity());
      if (!own && round && label - lastLabel > px(34) && Math.abs(label - at) > px(30)) {
        small(g, sparsity.text(), label, height - px(12), TextAlignment.CENTER, Ink.MUTED);
        lastLabel = label;
      }
    }
    g.setLineWidth(px(3));
    line(g, x.from(), bottom, at, bottom, ink(Ink.ACCENT));
    g.setLineWidth(px(1.5));
    line(g, at, px(4), at, bottom, ink(Ink.ACCENT));
    double own = y.at(nonNaN(reading.agreement()));
    dot(g, at, own, 4, ink(Ink.PIE));
    if (isFocused()) {
      dot(g, at, bottom, 11, ink(Ink.ACCENT));
    }
    dot(g, at, bottom, 8, ink(Ink.ACCENT));
    dot(g, at, bottom, 6, Color.WHITE);
    words(
        g,
        reading.sparsity().text(),
        at,
        height - px(10),
        TextAlignment.CENTER,
        font(13, true),
        ink(Ink.STRONG));
  }

  private void dot(GraphicsContext g, double x, double y, double radius, Color colour) {
    double r = px(radius);
    g.setFill(colour);
    g.fillOval(x - r, y - r, 2 * r, 2 * r);
  }
}
