package org.exemplar.app.explorer;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import org.exemplar.app.control.figure.Figure;
import org.exemplar.app.control.figure.Ink;
import org.exemplar.app.control.figure.LinearAxis;

/**
 * The bill beside the crossing: how much each finding adds to the disagreement. Up and down move
 * through it.
 */
final class ContributionList extends Figure {
  private static final int MOST = 16;
  private static final int FOLDED = 14;
  private static final double TOP = 38;

  private final ImageViewModel model;

  ContributionList(ImageViewModel model) {
    this.model = model;
    getStyleClass().add("contribution-list");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    model.readingProperty().addListener(o -> changed());
    model.focusedFindingProperty().addListener(o -> changed());
    focusedProperty().addListener(o -> repaint());
    addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    addEventHandler(MouseEvent.MOUSE_PRESSED, e -> requestFocus());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    changed();
  }

  private void changed() {
    ImageReading.Finding focus = model.focusedFinding();
    if (focus != null) {
      setAccessibleText(
          focus.words()
              + ", rank "
              + focus.before().rank()
              + " to "
              + focus.after().rank()
              + ", part of the disagreement "
              + LinearAxis.number(focus.part(), 3));
    }
    repaint();
  }

  private List<ImageReading.Finding> rows(ImageReading reading) {
    List<ImageReading.Finding> all = reading.byContribution();
    return all.size() > MOST ? all.subList(0, FOLDED) : all;
  }

  private double pitch(ImageReading reading, double height) {
    int rows = reading.findings().size() > MOST ? FOLDED + 1 : reading.findings().size();
    return (height - px(TOP) - px(26)) / Math.max(1, rows);
  }

  private void moved(MouseEvent e) {
    ImageReading reading = model.readingProperty().get();
    if (reading != null) {
      List<ImageReading.Finding> rows = rows(reading);
      int row = (int) Math.floor((e.getY() - px(TOP)) / pitch(reading, getHeight()));
      if (row >= 0 && row < rows.size()) {
        model.focusedFindingProperty().set(rows.get(row).index());
      }
    }
  }

  private void key(KeyEvent e) {
    ImageReading reading = model.readingProperty().get();
    int by = e.getCode() == KeyCode.DOWN ? 1 : e.getCode() == KeyCode.UP ? -1 : 0;
    if (reading == null || by == 0 || e.isAltDown() || e.isControlDown()) {
      return;
    }
    List<ImageReading.Finding> rows = rows(reading);
    ImageReading.Finding focus = model.focusedFinding();
    int at = focus == null ? 0 : Math.max(0, rows.indexOf(focus));
    model.focusedFindingProperty().set(rows.get(Math.clamp(at + by, 0, rows.size() - 1)).index());
    e.consume();
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    ImageReading reading = model.readingProperty().get();
    if (reading == null) {
      return;
    }
    Columns columns =
        new Columns(px(12), width * 0.43, width * 0.515, width * 0.66, width * 0.73, width);
    header(g, reading, columns);
    double pitch = pitch(reading, height);
    List<ImageReading.Finding> rows = rows(reading);
    LinearAxis p = probabilities(reading, columns);
    int leading = reading.leading().size();
    for (int i = 0; i < rows.size(); i++) {
      double y = px(TOP) + (i + 0.5) * pitch;
      boolean focus = rows.get(i).equals(model.focusedFinding());
      if (focus) {
        g.setFill(ink(Ink.ACCENT_FILL, 0.18));
        g.fillRect(0, y - pitch / 2, width, pitch);
        if (isFocused()) {
          g.setFill(ink(Ink.ACCENT));
          g.fillRect(0, y - pitch / 2, px(3), pitch);
        }
      }
      row(g, rows.get(i), y, i < leading || focus, columns, p);
      bar(g, reading, rows.get(i).part(), y, i < leading, columns, width);
    }
    if (rows.size() < reading.findings().size()) {
      double y = px(TOP) + (rows.size() + 0.5) * pitch;
      double rest =
          reading.byContribution().stream()
              .skip(rows.size())
              .mapToDouble(ImageReading.Finding::part)
              .sum();
      words(
          g,
          (reading.findings().size() - rows.size()) + " others",
          columns.name,
          y,
          TextAlignment.LEFT,
          font(13, false),
          ink(Ink.MUTED));
      bar(g, reading, rest, y, false, columns, width);
    }
    boolean apart = p.low() < -2 && p.at(-1) - p.at(-2) > px(36);
    for (double tick : apart ? new double[] {-2, -1} : new double[] {-1}) {
      small(
          g,
          LinearAxis.number(Math.pow(10, tick), tick < -1 ? 2 : 1),
          p.at(tick),
          height - px(12),
          TextAlignment.CENTER,
          Ink.MUTED);
    }
  }

  private record Columns(
      double name, double rank, double low, double high, double bar, double end) {}

  private void header(GraphicsContext g, ImageReading reading, Columns columns) {
    double y = px(18);
    small(g, "Finding", columns.name, y, TextAlignment.LEFT, Ink.MUTED);
    small(g, "Rank", columns.rank, y, TextAlignment.CENTER, Ink.MUTED);
    small(g, "Probability", (columns.low + columns.high) / 2, y, TextAlignment.CENTER, Ink.MUTED);
    String whole =
        Double.isNaN(reading.agreement()) || columns.end - columns.bar < px(118)
            ? "Part of 1 − ρ"
            : "Part of 1 − ρ = " + LinearAxis.number(reading.disagreement(), 3);
    small(g, whole, columns.bar, y, TextAlignment.LEFT, Ink.MUTED);
  }

  /** Logarithmic, from the lowest to the highest probability of the image. */
  private static LinearAxis probabilities(ImageReading reading, Columns columns) {
    double low = 0.1;
    double high = 0.1;
    for (ImageReading.Finding f : reading.findings()) {
      low = Math.min(low, Math.min(f.before().low(), f.after().low()));
      high = Math.max(high, Math.max(f.before().high(), f.after().high()));
    }
    return new LinearAxis(
        Math.log10(Math.max(1e-4, low)),
        Math.log10(Math.max(1e-4, high)) + 0.01,
        columns.low,
        columns.high);
  }

  private void row(
      GraphicsContext g,
      ImageReading.Finding finding,
      double y,
      boolean strong,
      Columns columns,
      LinearAxis p) {
    var colour = ink(strong ? Ink.STRONG : Ink.FG);
    boolean focus = finding.equals(model.focusedFinding());
    double room = columns.rank - px(34) - columns.name - (finding.given() ? px(40) : 0);
    String name = ImageWords.cut(finding.words(), "", room, font(13, focus));
    words(g, name, columns.name, y, TextAlignment.LEFT, font(13, focus), colour);
    if (finding.given()) {
      small(
          g,
          "given",
          columns.name + widthOf(name, font(13, focus)) + px(6),
          y,
          TextAlignment.LEFT,
          Ink.ACCENT);
    }
    words(
        g,
        finding.before().rank() + " → " + finding.after().rank(),
        columns.rank,
        y,
        TextAlignment.CENTER,
        font(13, false),
        ink(strong ? Ink.STRONG : Ink.MUTED));
    double before = p.at(Math.log10(Math.max(1e-4, finding.before().probability())));
    double after = p.at(Math.log10(Math.max(1e-4, finding.after().probability())));
    g.setLineWidth(px(1));
    line(g, before, y, after, y, ink(Ink.BORDER));
    double lift = px(4);
    line(
        g,
        p.at(Math.log10(Math.max(1e-4, finding.after().low()))),
        y + lift,
        p.at(Math.log10(Math.max(1e-4, finding.after().high()))),
        y + lift,
        ink(Ink.PRUNED, 0.8));
    dot(g, before, y, Ink.DENSE);
    dot(g, after, y, Ink.PRUNED);
  }

  private void dot(GraphicsContext g, double x, double y, Ink ink) {
    double r = px(3.5);
    g.setFill(ink(ink));
    g.fillOval(x - r, y - r, 2 * r, 2 * r);
  }

  private void bar(
      GraphicsContext g,
      ImageReading reading,
      double part,
      double y,
      boolean strong,
      Columns columns,
      double width) {
    double largest = Math.max(1e-9, reading.byContribution().getFirst().part());
    double longest = width - columns.bar - px(56);
    double length = Math.max(px(1), part / largest * longest);
    g.setFill(strong ? ink(Ink.STRONG, 0.85) : ink(Ink.FAINT, 0.7));
    g.fillRoundRect(columns.bar, y - px(6), length, px(12), px(3), px(3));
    words(
        g,
        LinearAxis.number(part, 3),
        columns.bar + length + px(6),
        y,
        TextAlignment.LEFT,
        font(13, false),
        ink(strong ? Ink.STRONG : Ink.MUTED));
  }
}
