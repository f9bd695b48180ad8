package org.exemplar.app.coordination;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.exemplar.app.control.figure.Figure;
import org.exemplar.app.control.figure.Ink;

/** The readers' pseudonyms at the left of their rows, which stay while the rest scrolls. */
final class ReaderNames extends Figure {
  private static final double WIDTH = 72;

  private final List<ReaderRow> rows;

  ReaderNames(List<ReaderRow> rows) {
    this.rows = List.copyOf(rows);
    setAccessibleText("Readers");
  }

  @Override
  protected double computePrefWidth(double height) {
    return px(WIDTH);
  }

  @Override
  protected double computeMinWidth(double height) {
    return px(WIDTH);
  }

  @Override
  protected double computePrefHeight(double width) {
    return px(BlockMatrix.height(rows.size()));
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    small(g, "Reader", px(16), px(BlockMatrix.HEADER / 2), TextAlignment.LEFT, Ink.MUTED);
    for (int r = 0; r < rows.size(); r++) {
      double top = px(BlockMatrix.HEADER) + r * px(BlockMatrix.ROW);
      g.setLineWidth(1);
      line(g, 0, crisp(top), width, crisp(top), ink(Ink.GRID));
      words(
          g,
          rows.get(r).reader().value(),
          px(16),
          top + px(BlockMatrix.ROW) / 2,
          TextAlignment.LEFT,
          font(13, true),
          ink(Ink.STRONG));
    }
  }
}
