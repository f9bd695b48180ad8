package org.exemplar.app.coordination;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.exemplar.app.control.figure.Ink;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.app.control.figure.SpottedFigure;
import org.exemplar.conduct.FollowUp;
import org.exemplar.conduct.QualityFlag;

/**
 * Progress of readers: a row each, their blocks in their own order. Blue depth plus number; a
 * column is not a set of cases, so nothing can be laid beside an arm. Arrow keys go from block to
 * block and say what is there.
 */
final class BlockMatrix extends SpottedFigure {
  static final double HEADER = 32;
  static final double ROW = 47;

  private static final double WIDEST_CELL = 64;
  private static final double NARROWEST_CELL = 28;
  private static final double ROOMY = 1180;

  /** Where columns of facts end, or begin, from the right edge. */
  private static final double STATE = 196;

  private static final double DONE_BY = 300;
  private static final double MEDIAN = 316;
  private static final double PACE = 400;
  private static final double ANSWERED = 490;
  private static final double LAST = 610;

  private final List<ReaderRow> rows;
  private final Instant now;
  private final int columns;

  private BlockMatrix(List<ReaderRow> rows, Instant now) {
    this.rows = List.copyOf(rows);
    this.now = now;
    this.columns = rows.stream().mapToInt(r -> r.followUp().blocks().size()).max().orElse(0);
    getStyleClass().add("block-matrix");
    describe(words());
  }

  /** The matrix with the readers' names, which stay where they are when it scrolls sideways. */
  static HBox of(List<ReaderRow> rows, Instant now) {
    ReaderNames names = new ReaderNames(rows);
    BlockMatrix matrix = new BlockMatrix(rows, now);
    ScrollPane scroll = new ScrollPane(matrix);
    scroll.setFitToWidth(true);
    scroll
        .viewportBoundsProperty()
        .addListener((o, was, view) -> scroll.setFitToWidth(view.getWidth() >= matrix.needed()));
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    return new HBox(names, scroll);
  }

  static double height(int rows) {
    return HEADER + ROW * rows + 4;
  }

  private String words() {
    StringBuilder words = new StringBuilder("Progress.");
    for (ReaderRow row : rows) {
      words.append(
          " %s: %d of %d, %s"
              .formatted(row.reader(), row.progress().done(), row.progress().of(), row.state()));
      int flags = row.followUp().flags().size();
      if (flags > 0) {
        words.append(", ").append(flags).append(flags == 1 ? " flag" : " flags");
      }
      words.append('.');
    }
    return words.toString();
  }

  @Override
  protected double computePrefHeight(double width) {
    return px(height(rows.size()));
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  /** Narrower than this it scrolls sideways. */
  private double needed() {
    return px(ANSWERED + 90 + NARROWEST_CELL * columns);
  }

  @Override
  protected double computePrefWidth(double height) {
    return needed();
  }

  @Override
  protected double computeMinWidth(double height) {
    return needed();
  }

  @Override
  protected List<Spot> drawSpots(GraphicsContext g, double width, double height) {
    boolean roomy = width > px(ROOMY);
    double answered = roomy ? LAST + 24 : ANSWERED;
    double room = width - px(answered + 90);
    double cell = Math.clamp(room / Math.max(1, columns), px(NARROWEST_CELL), px(WIDEST_CELL));
    heads(g, width, cell, roomy);
    List<Spot> spots = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      double top = px(HEADER) + r * px(ROW);
      g.setLineWidth(1);
      line(g, 0, crisp(top), width, crisp(top), ink(Ink.GRID));
      List<FollowUp.Block> blocks = rows.get(r).followUp().blocks();
      for (int b = 0; b < blocks.size(); b++) {
        double wide = cell - px(cell > px(18) ? 6 : 1);
        block(g, blocks.get(b), b * cell, top + px(6), wide);
        spots.add(new Spot(b * cell, top + px(6), wide, px(ROW - 12), blockWords(rows.get(r), b)));
      }
      facts(g, rows.get(r), width, top + px(ROW) / 2, roomy);
    }
    return spots;
  }

  private static String blockWords(ReaderRow row, int b) {
    FollowUp.Block block = row.followUp().blocks().get(b);
    return "%s, block %d: %d of %d%s"
        .formatted(
            row.reader(),
            b + 1,
            block.done(),
            block.of(),
            block.flags() == 0
                ? ""
                : block.flags() == 1 ? ", 1 flag" : ", " + block.flags() + " flags");
  }

  private void heads(GraphicsContext g, double width, double cell, boolean roomy) {
    double y = px(HEADER / 2);
    for (int c = 0; c < columns && cell >= px(18); c++) {
      String head = (cell > px(52) ? "Block " : "") + (c + 1);
      small(g, head, (c + 0.5) * cell - px(3), y, TextAlignment.CENTER, Ink.MUTED);
    }
    double answered = width - px(roomy ? LAST + 24 : ANSWERED);
    small(g, "Answered", answered, y, TextAlignment.RIGHT, Ink.MUTED);
    if (roomy) {
      small(g, "Last case in it", width - px(LAST), y, TextAlignment.LEFT, Ink.MUTED);
    }
    small(g, "Cases a week", width - px(PACE), y, TextAlignment.RIGHT, Ink.MUTED);
    small(g, "Median time", width - px(MEDIAN), y, TextAlignment.RIGHT, Ink.MUTED);
    small(g, "Done about", width - px(DONE_BY), y, TextAlignment.LEFT, Ink.MUTED);
    small(g, "State", width - px(STATE), y, TextAlignment.LEFT, Ink.MUTED);
  }

  private void facts(GraphicsContext g, ReaderRow row, double width, double middle, boolean roomy) {
    double answered = width - px(roomy ? LAST + 24 : ANSWERED);
    String of = " of " + row.progress().of();
    words(g, of, answered, middle, TextAlignment.RIGHT, font(13, false), ink(Ink.MUTED));
    words(
        g,
        Integer.toString(row.progress().done()),
        answered - widthOf(of, font(13, false)),
        middle,
        TextAlignment.RIGHT,
        font(13, true),
        ink(Ink.STRONG));
    FollowUp up = row.followUp();
    if (roomy) {
      String last = up.lastSubmitted().map(at -> Days.ago(at, now)).orElse("no file back yet");
      fact(g, last, width - px(LAST), middle, TextAlignment.LEFT, Ink.MUTED);
    }
    String week =
        up.pace().perDay() == 0 ? "–" : String.format(Locale.ROOT, "%.0f", 7 * up.pace().perDay());
    fact(g, week, width - px(PACE), middle, TextAlignment.RIGHT, Ink.FG);
    String median =
        up.pace().median().isZero()
            ? "–"
            : String.format(Locale.ROOT, "%.0f s", up.pace().median().toMillis() / 1e3);
    fact(g, median, width - px(MEDIAN), middle, TextAlignment.RIGHT, Ink.FG);
    fact(g, doneBy(row), width - px(DONE_BY), middle, TextAlignment.LEFT, Ink.FG);
    Ink tone =
        switch (row.state()) {
          case "returned" -> Ink.SUCCESS;
          case "reading" -> Ink.ACCENT;
          case "paused" -> Ink.WARNING;
          default -> Ink.MUTED;
        };
    double end = tag(g, row.state(), width - px(STATE), middle, tone);
    worst(up.flags()).ifPresent(words -> tag(g, words, end + px(6), middle, Ink.WARNING));
  }

  private static String doneBy(ReaderRow row) {
    if (row.progress().finished()) {
      return "";
    }
    return row.followUp()
        .pace()
        .forecast()
        .map(f -> Days.shortly(f.likely()))
        .orElse(row.progress().done() == 0 ? "not begun" : "no pace yet");
  }

  /** The flag that matters most, in two words, and how many there are beside it. */
  private static Optional<String> worst(List<QualityFlag> flags) {
    return flags.stream()
        .min(Comparator.comparingInt(f -> FlagsCard.ORDER.indexOf(f.kind())))
        .map(f ->
            "! " + FlagsCard.tag(f.kind()) + (flags.size() == 1 ? "" : " +" + (flags.size() - 1)));
  }

  private void fact(
      GraphicsContext g, String words, double x, double middle, TextAlignment at, Ink ink) {
    words(g, words, x, middle, at, font(13, false), ink(ink));
  }

  private double tag(GraphicsContext g, String words, double x, double middle, Ink tone) {
    double wide = widthOf(words, font(11, false)) + px(12);
    g.setFill(ink(tone, 0.14));
    g.fillRoundRect(x, middle - px(9), wide, px(18), px(6), px(6));
    small(g, words, x + wide / 2, middle, TextAlignment.CENTER, tone);
    return x + wide;
  }

  private void block(GraphicsContext g, FollowUp.Block block, double x, double y, double wide) {
    double tall = px(ROW) - px(12);
    boolean none = block.done() == 0;
    boolean all = block.done() == block.of();
    g.setFill(none ? ink(Ink.GRID) : ink(Ink.ACCENT_FILL, all ? 1 : 0.5));
    g.fillRoundRect(x, y, wide, tall, px(6), px(6));
    if (block.flags() > 0) {
      g.setStroke(ink(Ink.WARNING));
      g.setLineWidth(px(2));
      g.strokeRoundRect(x + 1, y + 1, wide - 2, tall - 2, px(6), px(6));
    }
    if (wide < px(12)) {
      return;
    }
    if (block.flags() > 0) {
      double right = x + wide - px(6);
      words(g, "!", right, y + px(9), TextAlignment.CENTER, font(11, true), Color.WHITE);
    }
    words(
        g,
        none ? "–" : Integer.toString(block.done()),
        x + wide / 2,
        y + tall / 2,
        TextAlignment.CENTER,
        font(13, !none),
        none ? ink(Ink.FAINT) : Color.WHITE);
  }
}
