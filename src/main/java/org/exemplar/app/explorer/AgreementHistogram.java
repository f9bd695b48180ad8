package org.exemplar.app.explorer;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.exemplar.app.control.figure.Figure;
import org.exemplar.app.control.figure.Ink;
import org.exemplar.app.control.figure.LinearAxis;
import org.jspecify.annotations.Nullable;

/**
 * The histogram of agreement that is also the control of the criterion: its handle is dragged, or
 * moved by one image with the arrow keys.
 */
final class AgreementHistogram extends Figure {
  private static final double LEFT = 36;
  private static final double RIGHT = 12;
  private static final double TOP = 30;
  private static final double BOTTOM = 24;

  private final ExplorerViewModel model;

  AgreementHistogram(ExplorerViewModel model) {
    this.model = model;
    getStyleClass().add("agreement-histogram");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleRoleDescription("Percentile of the PIE criterion");
    model.shownProperty().addListener(o -> changed());
    focusedProperty().addListener(o -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, e -> model.drop());
    addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    changed();
  }

  private void changed() {
    Shown shown = model.shownProperty().get();
    if (shown != null) {
      setAccessibleText(
          String.format(
              Locale.ROOT,
              "%s: %d of %d images are PIEs, agreement below %s. Median agreement %s.",
              PercentileWords.of(shown.state().percentile()),
              shown.level().selection().pies().size(),
              model.exploration().images(),
              LinearAxis.number(shown.level().boundary(), 3),
              LinearAxis.number(shown.bins().median(), 3)));
    }
    repaint();
  }

  private void pressed(MouseEvent e) {
    requestFocus();
    dragged(e);
  }

  private void dragged(MouseEvent e) {
    Shown shown = model.shownProperty().get();
    if (shown != null) {
      double at = axis(shown, getWidth()).valueAt(e.getX());
      int below = 0;
      for (double value : shown.level().agreement().values()) {
        below += value < at ? 1 : 0;
      }
      int n = model.exploration().images();
      model.drag(100.0 * Math.clamp(below, 1, n) / n);
      e.consume();
    }
  }

  private void moved(MouseEvent e) {
    Shown shown = model.shownProperty().get();
    boolean near =
        shown != null
            && Math.abs(axis(shown, getWidth()).at(shown.level().boundary()) - e.getX()) < px(12);
    setCursor(near ? Cursor.H_RESIZE : Cursor.DEFAULT);
  }

  private void key(KeyEvent e) {
    int step = e.isShiftDown() ? 10 : 1;
    if (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT) {
      model.choosePies(model.pies() + (e.getCode() == KeyCode.LEFT ? -step : step));
      e.consume();
    } else if (e.getCode() == KeyCode.HOME) {
      model.change(s -> s.below(ExplorerState.USUAL_PERCENTILE));
      e.consume();
    }
  }

  private LinearAxis axis(Shown shown, double width) {
    return new LinearAxis(shown.bins().low(), 1, px(LEFT), width - px(RIGHT));
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    @Nullable Shown shown = model.shownProperty().get();
    if (shown == null) {
      small(g, "Reading the comparison …", width / 2, height / 2, TextAlignment.CENTER, Ink.MUTED);
      return;
    }
    LinearAxis x = axis(shown, width);
    int highest = LinearAxis.roundedUp(Math.max(4, shown.bins().highest()));
    double bottom = Math.floor(height - px(BOTTOM));
    LinearAxis y = new LinearAxis(0, highest, bottom, px(TOP));
    double boundary = shown.level().boundary();
    g.setLineWidth(1);
    if (Double.isFinite(boundary)) {
      g.setFill(ink(Ink.PIE, 0.08));
      g.fillRect(x.from(), px(TOP) - px(8), x.at(boundary) - x.from(), bottom - px(TOP) + px(8));
    }
    grid(g, x, y, bottom);
    bars(g, shown.bins(), x, y);
    g.setLineWidth(1);
    line(g, x.from(), crisp(bottom), x.to(), crisp(bottom), ink(Ink.BORDER));
    if (Double.isFinite(shown.bins().median())) {
      double median = crisp(x.at(shown.bins().median()));
      line(g, median, bottom, median, bottom + px(4), ink(Ink.MUTED));
    }
    if (shown.images().size() < model.exploration().images()) {
      small(g, "faint: hidden by the filter", x.to(), px(12), TextAlignment.RIGHT, Ink.MUTED);
    }
    if (Double.isFinite(boundary)) {
      handle(g, shown, x.at(boundary), bottom, x);
    }
  }

  private void grid(GraphicsContext g, LinearAxis x, LinearAxis y, double bottom) {
    for (double tick : y.ticks(3)) {
      double at = crisp(y.at(tick));
      if (tick > 0) {
        line(g, x.from(), at, x.to(), at, ink(Ink.GRID));
      }
      small(
          g,
          LinearAxis.number(tick, 0),
          x.from() - px(8),
          y.at(tick),
          TextAlignment.RIGHT,
          Ink.MUTED);
    }
    for (double tick : x.ticks(x.high() - x.low() > 1 ? 6 : 11)) {
      small(
          g,
          LinearAxis.number(tick, 1),
          x.at(tick),
          bottom + px(14),
          TextAlignment.CENTER,
          Ink.MUTED);
    }
  }

  private void bars(GraphicsContext g, AgreementBins bins, LinearAxis x, LinearAxis y) {
    for (int i = 0; i < bins.bins().size(); i++) {
      AgreementBins.Bin bin = bins.bins().get(i);
      double left = Math.round(x.at(bins.low() + i * bins.width())) + 1;
      double right =
          Math.min(Math.round(x.at(bins.low() + (i + 1) * bins.width())), Math.round(x.to()));
      double wide = Math.max(1, right - left);
      int below = bar(g, y, left, wide, 0, bin.shownPies(), ink(Ink.PIE));
      below = bar(g, y, left, wide, below, bin.shown(), ink(Ink.NON_PIE, 0.9));
      below = bar(g, y, left, wide, below, bin.hiddenPies(), ink(Ink.PIE, 0.35));
      bar(g, y, left, wide, below, bin.hidden(), ink(Ink.NON_PIE, 0.3));
    }
  }

  private static int bar(
      GraphicsContext g, LinearAxis y, double left, double wide, int below, int count, Color fill) {
    if (count > 0) {
      double top = Math.round(y.at(below + count));
      g.setFill(fill);
      g.fillRect(left, top, wide, Math.round(y.at(below)) - top);
    }
    return below + count;
  }

  private void handle(GraphicsContext g, Shown shown, double at, double bottom, LinearAxis x) {
    double middle = px(12);
    g.setLineWidth(px(1.5));
    line(g, at, middle, at, bottom, ink(Ink.STRONG));
    double half = px(6);
    double tall = px(20);
    if (isFocused()) {
      g.setFill(ink(Ink.ACCENT));
      double ring = px(3);
      g.fillRoundRect(
          at - half - ring,
          middle - tall / 2 - ring,
          2 * (half + ring),
          tall + 2 * ring,
          px(18),
          px(18));
    }
    g.setFill(ink(Ink.STRONG));
    g.fillRoundRect(at - half, middle - tall / 2, 2 * half, tall, px(12), px(12));
    g.setLineWidth(px(1.5));
    for (double notch : new double[] {-px(1.75), px(1.75)}) {
      line(g, at + notch, middle - px(4), at + notch, middle + px(4), ink(Ink.CARD));
    }
    int pies = shown.level().selection().pies().size();
    String count = pies + (pies == 1 ? " PIE" : " PIEs");
    String words =
        PercentileWords.of(shown.state().percentile())
            + " · agreement below "
            + LinearAxis.number(shown.level().boundary(), 3);
    boolean roomLeft = at - half - px(8) - widthOf(count, font(13, true)) > px(4);
    boolean faint = shown.images().size() < model.exploration().images();
    double end = x.to() - (faint ? px(170) : 0);
    double right = at + half + px(10) + widthOf(words, font(13, false));
    double left = at - half - px(8) - widthOf(count + " · " + words, font(13, false));
    if (right < end || left < 0) {
      if (roomLeft) {
        words(
            g, count, at - half - px(8), middle, TextAlignment.RIGHT, font(13, true), ink(Ink.PIE));
      }
      words(
          g,
          right < end ? words : "",
          at + half + px(10),
          middle,
          TextAlignment.LEFT,
          font(13, false),
          ink(Ink.STRONG));
    } else {
      words(
          g,
          count + " · " + words,
          at - half - px(8),
          middle,
          TextAlignment.RIGHT,
          font(13, false),
          ink(Ink.STRONG));
    }
  }
}
