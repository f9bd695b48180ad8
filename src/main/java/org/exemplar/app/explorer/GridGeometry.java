package org.exemplar.app.explorer;

/**
 * Where the tiles of a grid lie; every row is equally tall, so that scrolling never jumps.
 *
 * @param columns at least 1
 * @param side of the square film, px
 * @param tall from one row to the next, px
 * @param gap between films, px
 */
record GridGeometry(int columns, double side, double tall, double gap) {
  /** Focus rings need this much beside the outer films. */
  private static final double INSET = 4;

  /** As many columns as fit, films stretched to fill the width. */
  static GridGeometry of(double width, double wished, double gap, double words) {
    double room = Math.max(1, width - 2 * INSET);
    int columns = Math.max(1, (int) Math.round((room + gap) / (wished + gap)));
    double side = Math.max(1, Math.floor((room - gap * (columns - 1)) / columns));
    return new GridGeometry(columns, side, side + words, gap);
  }

  double heightOf(int images) {
    return INSET + Math.ceil(images / (double) columns) * tall;
  }

  double left(int index) {
    return INSET + index % columns * (side + gap);
  }

  double top(int index) {
    int row = index / columns;
    return INSET + row * tall;
  }

  /** Index of the first tile in the row at a height. */
  int firstAt(double y) {
    return Math.max(0, (int) ((y - INSET) / tall)) * columns;
  }

  /** Which tile lies at a point; −1 for none. */
  int indexAt(double x, double y, int images) {
    int column = (int) ((x - INSET) / (side + gap));
    int index = firstAt(y) + column;
    return x < INSET || column >= columns || index >= images ? -1 : index;
  }
}
