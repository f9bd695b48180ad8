package org.exemplar.app.explorer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.exemplar.app.control.figure.Figure;
import org.exemplar.app.control.figure.Ink;

/** How the ranks of one image's findings cross between the dense and the pruned networks. */
final class SlopeChart extends Figure {
  private static final double TOP = 56;
  private static final double BOTTOM = 40;
  private static final double THICKEST = 6;

  private final ImageViewModel model;

  SlopeChart(ImageViewModel model) {
    this.model = model;
    getStyleClass().add("slope-chart");
    model.readingProperty().addListener(o -> changed());
    model.focusedFindingProperty().addListener(o -> repaint());
    addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    changed();
  }

  private void changed() {
    ImageReading reading = model.readingProperty().get();
    if (reading != null) {
      StringBuilder words = new StringBuilder("Ranks from dense to pruned:");
      for (ImageReading.Finding finding : reading.leading()) {
        words
            .append(' ')
            .append(finding.words())
            .append(' ')
            .append(finding.before().rank())
            .append(" to ")
            .append(finding.after().rank())
            .append(';');
      }
      setAccessibleText(words.toString());
    }
    repaint();
  }

  private void moved(MouseEvent e) {
    ImageReading reading = model.readingProperty().get();
    if (reading == null) {
      return;
    }
    boolean left = e.getX() < getWidth() / 2;
    int rank = (int) ((e.getY() - px(TOP)) / pitch(reading, getHeight()) + 1.5);
    reading.findings().stream()
        .filter(f -> (left ? f.before() : f.after()).rank() == rank)
        .findFirst()
        .ifPresent(f -> model.focusedFindingProperty().set(f.index()));
  }

  private double pitch(ImageReading reading, double height) {
    return (height - px(TOP) - px(BOTTOM)) / Math.max(1, reading.findings().size() - 1);
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    ImageReading reading = model.readingProperty().get();
    if (reading == null) {
      return;
    }
    double pitch = pitch(reading, height);
    double side = width < px(430) ? 0.375 : 0.335;
    double x1 = Math.round(width * side);
    double x2 = Math.round(width * (1 - side));
    words(g, "Dense", x1, px(18), TextAlignment.CENTER, font(13, true), ink(Ink.DENSE));
    words(
        g,
        "Pruned, " + reading.sparsity().text(),
        x2,
        px(18),
        TextAlignment.CENTER,
        font(13, true),
        ink(Ink.PRUNED));
    g.setLineWidth(px(1));
    for (double x : new double[] {x1, x2}) {
      line(g, x, px(34), x, height - px(28), ink(Ink.GRID));
    }
    Set<Integer> leading = new HashSet<>();
    reading.leading().forEach(f -> leading.add(f.index()));
    double largest = reading.byContribution().getFirst().part();
    List<ImageReading.Finding> drawn = reading.byContribution().reversed();
    for (ImageReading.Finding finding : drawn) {
      slope(g, finding, leading.contains(finding.index()), largest, new double[] {x1, x2, pitch});
    }
    dotted(g, reading, x1, x2, pitch);
    for (ImageReading.Finding finding : drawn) {
      boolean strong = leading.contains(finding.index()) || finding.equals(model.focusedFinding());
      end(g, finding, finding.before().rank(), x1, pitch, strong, true);
      end(g, finding, finding.after().rank(), x2, pitch, strong, false);
    }
    ImageReading.Finding focus = model.focusedFinding();
    if (focus != null && reading.runs().size() > 1) {
      small(
          g,
          "dotted: " + focus.words() + " in each of " + reading.runs().size() + " runs",
          (x1 + x2) / 2,
          height - px(12),
          TextAlignment.CENTER,
          Ink.MUTED);
    }
  }

  private double y(int rank, double pitch) {
    return px(TOP) + (rank - 1) * pitch;
  }

  private void slope(
      GraphicsContext g,
      ImageReading.Finding finding,
      boolean leading,
      double largest,
      double[] place) {
    double y1 = y(finding.before().rank(), place[2]);
    double y2 = y(finding.after().rank(), place[2]);
    boolean focus = finding.equals(model.focusedFinding());
    double share = largest > 0 ? finding.part() / largest : 0;
    g.setLineCap(StrokeLineCap.ROUND);
    if (leading || focus) {
      g.setLineWidth(px(Math.max(1.5, THICKEST * Math.sqrt(share))));
      g.setStroke(
          new LinearGradient(
              place[0],
              0,
              place[1],
              0,
              false,
              CycleMethod.NO_CYCLE,
              new Stop(0, ink(Ink.DENSE)),
              new Stop(1, ink(Ink.PRUNED))));
    } else {
      g.setLineWidth(px(1.5));
      g.setStroke(ink(Ink.FAINT, 0.4));
    }
    g.strokeLine(place[0], y1, place[1], y2);
  }

  private void dotted(GraphicsContext g, ImageReading reading, double x1, double x2, double pitch) {
    ImageReading.Finding focus = model.focusedFinding();
    if (focus == null || reading.runs().size() < 2) {
      return;
    }
    g.setLineWidth(px(1));
    g.setLineDashes(px(2), px(3));
    for (ImageReading.RunRanks run : reading.runs()) {
      line(
          g,
          x1,
          y(run.before().get(focus.index()), pitch),
          x2,
          y(run.after().get(focus.index()), pitch),
          ink(Ink.FG, 0.8));
    }
    g.setLineDashes();
  }

  private void end(
      GraphicsContext g,
      ImageReading.Finding finding,
      int rank,
      double x,
      double pitch,
      boolean strong,
      boolean left) {
    double y = y(rank, pitch);
    double r = px(3);
    Color dot = strong ? ink(left ? Ink.DENSE : Ink.PRUNED) : ink(Ink.FAINT);
    g.setFill(dot);
    g.fillOval(x - r, y - r, 2 * r, 2 * r);
    Color colour = strong ? ink(Ink.STRONG) : ink(Ink.MUTED);
    double side = left ? -1 : 1;
    small(
        g,
        Integer.toString(rank),
        x + side * px(14),
        y,
        left ? TextAlignment.RIGHT : TextAlignment.LEFT,
        strong ? Ink.FG : Ink.MUTED);
    double room = (left ? x : getWidth() - x) - px(37);
    words(
        g,
        ImageWords.cut(finding.words(), "", room, font(13, strong)),
        x + side * px(33),
        y,
        left ? TextAlignment.RIGHT : TextAlignment.LEFT,
        font(13, strong),
        colour);
  }
}
