package org.exemplar.app.coordination;

import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.exemplar.app.control.figure.Figure;
import org.exemplar.app.control.figure.Ink;
import org.exemplar.conduct.FollowUp;

/**
 * Progress of readers: a row each, their blocks in their own order. Blue depth plus number; a
 * column is not a set of cases, so nothing can be laid beside an arm.
 */
final class BlockMatrix extends Figure {
  private static final double HEADER = 32;
  private static final double ROW = 47;
  private static final double NAME = 64;

  private final List<ReaderRow> rows;
  private final int columns;

  BlockMatrix(List<ReaderRow> rows) {
    this.rows = List.copyOf(rows);
    this.columns = rows.stream().mapToInt(r -> r.followUp().blocks().size()).max().orElse(0);
    getStyleClass().add("block-matrix");
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    StringBuilder words = new StringBuilder("Progress.");
    for (ReaderRow row : rows) {
      words
          .append(' ')
          .append(row.reader())
          .append(": ")
          .append(row.progress().done())
          .append(" of ")
          .append(row.progress().of())
          .append(", ")
          .append(row.state());
      int flags = row.followUp().flags().size();
      if (flags > 0) {
        words.append(", ").append(flags).append(flags == 1 ? " flag" : " flags");
      }
      words.append('.');
    }
    setAccessibleText(words.toString());
  }

  @Override
  protected double computePrefHeight(double width) {
    return px(HEADER + ROW * rows.size() + 4);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    double side = width - px(16);
    boolean roomy = width > px(900);
    double facts = px(roomy ? 560 : 300);
    double cell = Math.clamp((side - px(16 + NAME) - facts) / Math.max(1, columns), px(6), px(64));
    double right = px(16 + NAME) + cell * columns + px(16);
    double span = side - right;
    double[] at = {
      right + span * 0.14,
      right + span * 0.19,
      right + span * 0.51,
      right + span * 0.74,
      right + span * 0.55
    };
    double y = px(HEADER / 2);
    small(g, "Reader", px(16), y, TextAlignment.LEFT, Ink.MUTED);
    for (int c = 0; c < columns; c++) {
      if (cell < px(18)) {
        continue;
      }
      small(
          g,
          (cell > px(52) ? "Block " : "") + (c + 1),
          px(16 + NAME) + (c + 0.5) * cell - px(3),
          y,
          TextAlignment.CENTER,
          Ink.MUTED);
    }
    small(g, "Answered", at[0], y, TextAlignment.RIGHT, Ink.MUTED);
    if (roomy) {
      small(g, "Last case in it", at[1], y, TextAlignment.LEFT, Ink.MUTED);
      small(g, "Done about", at[4], y, TextAlignment.LEFT, Ink.MUTED);
    }
    small(g, "Median time", at[2], y, TextAlignment.RIGHT, Ink.MUTED);
    small(g, "State", at[3], y, TextAlignment.LEFT, Ink.MUTED);
    for (int r = 0; r < rows.size(); r++) {
      double top = px(HEADER) + r * px(ROW);
      g.setLineWidth(1);
      line(g, 0, crisp(top), width, crisp(top), ink(Ink.GRID));
      row(g, rows.get(r), top, cell, at, roomy);
    }
  }

  private void row(
      GraphicsContext g, ReaderRow row, double top, double cell, double[] at, boolean roomy) {
    double middle = top + px(ROW) / 2;
    words(
        g,
        row.reader().value(),
        px(16),
        middle,
        TextAlignment.LEFT,
        font(13, true),
        ink(Ink.STRONG));
    for (int c = 0; c < row.followUp().blocks().size(); c++) {
      block(
          g,
          row.followUp().blocks().get(c),
          px(16 + NAME) + c * cell,
          top + px(6),
          cell - px(cell > px(18) ? 6 : 1));
    }
    String done = Integer.toString(row.progress().done());
    String of = " of " + row.progress().of();
    double ofWidth = widthOf(of, font(13, false));
    words(g, of, at[0], middle, TextAlignment.RIGHT, font(13, false), ink(Ink.MUTED));
    words(g, done, at[0] - ofWidth, middle, TextAlignment.RIGHT, font(13, true), ink(Ink.STRONG));
    String median =
        row.followUp().pace().median().isZero()
            ? "–"
            : String.format(Locale.ROOT, "%.0f s", row.followUp().pace().median().toMillis() / 1e3);
    words(g, median, at[2], middle, TextAlignment.RIGHT, font(13, false), ink(Ink.FG));
    if (roomy) {
      words(
          g,
          row.followUp().lastSubmitted().map(Days::time).orElse("no file back yet"),
          at[1],
          middle,
          TextAlignment.LEFT,
          font(13, false),
          ink(Ink.MUTED));
      words(
          g,
          row.followUp().pace().forecast().map(f -> Days.day(f.likely())).orElse(""),
          at[4],
          middle,
          TextAlignment.LEFT,
          font(13, false),
          ink(Ink.FG));
    }
    Ink tone =
        switch (row.state()) {
          case "returned" -> Ink.SUCCESS;
          case "reading" -> Ink.ACCENT;
          default -> Ink.MUTED;
        };
    double end = tag(g, row.state(), at[3], middle, tone);
    int flags = row.followUp().flags().size();
    if (flags > 0) {
      tag(g, "! " + flags + (flags == 1 ? " flag" : " flags"), end + px(6), middle, Ink.WARNING);
    }
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
      words(
          g,
          "!",
          x + wide - px(6),
          y + px(9),
          TextAlignment.CENTER,
          font(11, true),
          javafx.scene.paint.Color.WHITE);
    }
    words(
        g,
        none ? "–" : Integer.toString(block.done()),
        x + wide / 2,
        y + tall / 2,
        TextAlignment.CENTER,
        font(13, !none),
        none ? ink(Ink.FAINT) : javafx.scene.paint.Color.WHITE);
  }
}
