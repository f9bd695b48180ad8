package org.exemplar.radiograph;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A radiograph resampled to a viewport, still in 16 bits: all of a frame's work that does not
 * depend on the window. Immutable once made.
 */
final class ReducedView {
  private static final int STRIP = 64;
  final ViewTransform transform;
  final Viewport viewport;

  /** Place of the image in the viewport: columns {@code left} to {@code right}, exclusive. */
  final int left;

  final int right;
  final int top;
  final int bottom;

  /** {@code (bottom − top) × (right − left)} values. */
  final short[] values;

  ReducedView(NeutralRadiograph image, ViewTransform transform, Viewport viewport) {
    this.transform = transform;
    this.viewport = viewport;
    boolean lying = transform.quarterTurns() % 2 == 1;
    int across = lying ? viewport.height() : viewport.width();
    int down = lying ? viewport.width() : viewport.height();
    double zoom = transform.zoom();
    ImagePoint centre = transform.centre();
    ResampledAxis x = new ResampledAxis(image.columns(), across, centre.x(), zoom);
    ResampledAxis y = new ResampledAxis(image.rows(), down, centre.y(), zoom * transform.aspect());
    Placement placement = Placement.of(transform, x, y, viewport);
    left = placement.left;
    right = placement.left + placement.width;
    top = placement.top;
    bottom = placement.top + placement.height;
    values = new short[placement.width * placement.height];
    int rows = y.to - y.from;
    if (values.length > 0) {
      IntStream.range(0, (rows + STRIP - 1) / STRIP)
          .parallel()
          .forEach(strip ->
              resample(image, x, y, placement, strip * STRIP, Math.min(rows, (strip + 1) * STRIP)));
    }
  }

  private void resample(
      NeutralRadiograph image,
      ResampledAxis x,
      ResampledAxis y,
      Placement placement,
      int from,
      int to) {
    int firstColumn = x.start[0];
    int lastColumn = x.start[x.start.length - 1] + x.taps;
    float[] row = new float[lastColumn - firstColumn];
    for (int j = from; j < to; j++) {
      mixRows(image, y, j, firstColumn, row);
      mixColumns(row, x, firstColumn, placement, j);
    }
  }

  /**
   * Adds source rows up by weight, two at a time: the arithmetic that most of the time goes into.
   */
  private static void mixRows(
      NeutralRadiograph image, ResampledAxis y, int j, int firstColumn, float[] row) {
    short[] source = image.centred();
    Arrays.fill(row, NeutralRadiograph.HALF + 0.5f);
    for (int tap = 0; tap < y.taps; tap += 2) {
      boolean pair = tap + 1 < y.taps;
      float first = y.weights[j * y.taps + tap];
      float second = pair ? y.weights[j * y.taps + tap + 1] : 0;
      int offset = (y.start[j] + tap) * image.columns() + firstColumn;
      if (second != 0) {
        addRows(row, source, offset, first, offset + image.columns(), second);
      } else if (first != 0) {
        addRow(row, source, offset, first);
      }
    }
  }

  private static void addRow(float[] row, short[] source, int offset, float weight) {
    for (int i = 0; i < row.length; i++) {
      row[i] += weight * source[offset + i];
    }
  }

  private static void addRows(
      float[] row, short[] source, int upper, float first, int lower, float second) {
    for (int i = 0; i < row.length; i++) {
      row[i] += first * source[upper + i] + second * source[lower + i];
    }
  }

  /**
   * Adds samples of a mixed row up by weight; weights add up to 1, so the half for rounding stays.
   */
  private void mixColumns(
      float[] row, ResampledAxis x, int firstColumn, Placement placement, int j) {
    int at = placement.origin + j * placement.perRow;
    int step = placement.perColumn;
    float[] w = x.weights;
    for (int i = 0; i < x.start.length; i++, at += step) {
      int first = x.start[i] - firstColumn;
      values[at] =
          switch (x.taps) {
            case 1 -> (short) (int) row[first];
            case 2 -> (short) (int) (w[2 * i] * row[first] + w[2 * i + 1] * row[first + 1]);
            case 4 ->
                (short)
                    (int)
                        (w[4 * i] * row[first]
                            + w[4 * i + 1] * row[first + 1]
                            + w[4 * i + 2] * row[first + 2]
                            + w[4 * i + 3] * row[first + 3]);
            default -> mixed(row, first, w, i * x.taps, x.taps);
          };
    }
  }

  private static short mixed(float[] row, int first, float[] weights, int at, int taps) {
    float sum = 0;
    for (int tap = 0; tap < taps; tap++) {
      sum += weights[at + tap] * row[first + tap];
    }
    return (short) (int) sum;
  }

  /** Where sample (i, j) of the image's own axes lands in the turned and mirrored view. */
  private record Placement(
      int left, int top, int width, int height, int origin, int perColumn, int perRow) {

    static Placement of(ViewTransform transform, ResampledAxis x, ResampledAxis y, Viewport view) {
      int columns = x.to - x.from;
      int rows = y.to - y.from;
      int turns = transform.quarterTurns();
      boolean lying = turns % 2 == 1;
      int width = lying ? rows : columns;
      int height = lying ? columns : rows;
      boolean rightwards = transform.flipped() == (turns == 2 || turns == 3);
      boolean downwards = turns == 0 || turns == 3;
      // Whether the image's own x runs backwards on its view axis, and likewise y.
      boolean xBack = !rightwards;
      boolean yBack = !downwards;
      int perColumn = (lying ? width : 1) * (xBack ? -1 : 1);
      int perRow = (lying ? 1 : width) * (yBack ? -1 : 1);
      int origin = (xBack ? -(columns - 1) * perColumn : 0) + (yBack ? -(rows - 1) * perRow : 0);
      int alongX = lying ? view.height() : view.width();
      int alongY = lying ? view.width() : view.height();
      int startX = xBack ? alongX - x.to : x.from;
      int startY = yBack ? alongY - y.to : y.from;
      return new Placement(
          lying ? startY : startX,
          lying ? startX : startY,
          width,
          height,
          origin,
          perColumn,
          perRow);
    }
  }
}
