package org.exemplar.radiograph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what looks like text burned into a picture: at least two strokes of like height side by
 * side, along a row or a column, much brighter or darker than their surroundings. It errs towards
 * finding too much (parts of devices, side markers), since a person looks at each.
 *
 * <p>Works on the default window, on a picture reduced to at most {@value #LONGEST_SIDE} pixels: a
 * top-hat and a bottom-hat transform (gray value less its opening, its closing less gray value)
 * with a square of about nine pixels per 1024, then connected components.
 */
public final class TextSearch {
  private static final int LONGEST_SIDE = 2048;

  /** How much brighter or darker than its surroundings a stroke is, of 255. */
  private static final int CONTRAST = 50;

  private final int rows;
  private final int columns;
  private final double scale;

  private TextSearch(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.scale = Math.max(1, Math.max(rows, columns) / 1024.0);
  }

  /** The regions, from the top; none meets another. */
  public static List<PixelRegion> find(NeutralRadiograph picture) {
    int step = (Math.max(picture.rows(), picture.columns()) + LONGEST_SIDE - 1) / LONGEST_SIDE;
    int rows = picture.rows() / step;
    int columns = picture.columns() / step;
    byte[] gray = reduced(picture, step, rows, columns);
    List<PixelRegion> found = new ArrayList<>(new TextSearch(rows, columns).lines(gray));
    new TextSearch(columns, rows)
        .lines(transposed(gray, rows, columns))
        .forEach(line -> found.add(line.transposed()));
    return merged(found).stream()
        .map(r ->
            new PixelRegion(r.row() * step, r.column() * step, r.rows() * step, r.columns() * step))
        .map(r -> r.grown(4 * step, picture.rows(), picture.columns()))
        .sorted(Comparator.comparingInt(PixelRegion::row).thenComparingInt(PixelRegion::column))
        .toList();
  }

  /** Lines of strokes along rows. */
  private List<PixelRegion> lines(byte[] gray) {
    int side = (int) (9 * scale) | 1;
    byte[] opened = extreme(extreme(gray, side, false), side, true);
    byte[] closed = extreme(extreme(gray, side, true), side, false);
    List<PixelRegion> lines = new ArrayList<>(lines(beyond(gray, opened)));
    lines.addAll(lines(beyond(closed, gray)));
    return lines;
  }

  private static boolean[] beyond(byte[] upper, byte[] lower) {
    boolean[] beyond = new boolean[upper.length];
    for (int i = 0; i < beyond.length; i++) {
      beyond[i] = (upper[i] & 255) - (lower[i] & 255) >= CONTRAST;
    }
    return beyond;
  }

  private List<PixelRegion> lines(boolean[] mask) {
    List<PixelRegion> strokes = new ArrayList<>();
    for (Components.Component each : Components.of(mask, rows, columns)) {
      if (isStroke(each)) {
        strokes.add(each.box());
      }
    }
    strokes.sort(Comparator.comparingInt(PixelRegion::column));
    List<PixelRegion> lines = new ArrayList<>();
    while (!strokes.isEmpty()) {
      PixelRegion last = strokes.removeFirst();
      PixelRegion line = last;
      int count = 1;
      for (int i = next(strokes, last); i >= 0; i = next(strokes, last)) {
        last = strokes.remove(i);
        line = line.with(last);
        count++;
      }
      if (count > 1) {
        lines.add(line);
      }
    }
    return lines;
  }

  private boolean isStroke(Components.Component component) {
    PixelRegion box = component.box();
    return box.rows() >= 6 * scale
        && box.rows() <= 70 * scale
        && box.columns() >= 1.5 * scale
        && box.columns() <= 70 * scale
        && component.pixels() >= 10 * scale
        && box.rows() < 12 * box.columns()
        && box.columns() < 3 * box.rows()
        && component.pixels() < 0.95 * box.rows() * box.columns();
  }

  /** The first stroke that may follow {@code last} on its line; −1 without one. */
  private static int next(List<PixelRegion> strokes, PixelRegion last) {
    for (int i = 0; i < strokes.size(); i++) {
      PixelRegion next = strokes.get(i);
      int lower = Math.min(last.rows(), next.rows());
      int higher = Math.max(last.rows(), next.rows());
      int gap = next.column() - last.right();
      int shared = Math.min(last.bottom(), next.bottom()) - Math.max(last.row(), next.row());
      if (gap > 1.5 * higher) {
        return -1;
      }
      if (next.column() > last.column()
          && gap >= -0.3 * lower
          && higher <= 1.7 * lower
          && shared >= 0.6 * lower) {
        return i;
      }
    }
    return -1;
  }

  private static List<PixelRegion> merged(List<PixelRegion> regions) {
    List<PixelRegion> merged = new ArrayList<>();
    for (PixelRegion region : regions) {
      PixelRegion grown = region;
      for (int i = 0; i < merged.size(); ) {
        if (merged.get(i).meets(grown)) {
          grown = grown.with(merged.remove(i));
          i = 0;
        } else {
          i++;
        }
      }
      merged.add(grown);
    }
    return merged;
  }

  /** The picture in the default window, one of each {@code step} × {@code step} pixels' mean. */
  private static byte[] reduced(NeutralRadiograph picture, int step, int rows, int columns) {
    DisplayWindow window = picture.windows().getFirst();
    byte[] gray = new byte[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        long sum = 0;
        for (int down = 0; down < step; down++) {
          for (int along = 0; along < step; along++) {
            sum += picture.value(row * step + down, column * step + along);
          }
        }
        double value = (double) sum / (step * step);
        double share = (value - window.low()) / window.width();
        gray[row * columns + column] = (byte) Math.clamp(Math.round(255 * share), 0, 255);
      }
    }
    return gray;
  }

  private static byte[] transposed(byte[] gray, int rows, int columns) {
    byte[] turned = new byte[gray.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = gray[row * columns + column];
      }
    }
    return turned;
  }

  /** Largest or smallest value in the square around each pixel, which ends at the edges. */
  private byte[] extreme(byte[] gray, int side, boolean largest) {
    byte[] along = new byte[gray.length];
    for (int row = 0; row < rows; row++) {
      slide(gray, along, new Track(row * columns, 1, columns), side / 2, largest);
    }
    byte[] both = new byte[gray.length];
    for (int column = 0; column < columns; column++) {
      slide(along, both, new Track(column, columns, rows), side / 2, largest);
    }
    return both;
  }

  /** Every {@code step}-th value from {@code start}. */
  private record Track(int start, int step, int length) {
    int at(int i) {
      return start + i * step;
    }
  }

  /** A sliding extreme in linear time: a queue of places whose values get less extreme. */
  private static void slide(byte[] from, byte[] to, Track track, int reach, boolean largest) {
    int[] queue = new int[track.length()];
    int head = 0;
    int tail = 0;
    for (int i = 0; i < track.length() + reach; i++) {
      if (i < track.length()) {
        int value = from[track.at(i)] & 255;
        while (tail > head && passes(value, from[track.at(queue[tail - 1])] & 255, largest)) {
          tail--;
        }
        queue[tail++] = i;
      }
      int centre = i - reach;
      if (centre >= 0) {
        while (queue[head] < centre - reach) {
          head++;
        }
        to[track.at(centre)] = from[track.at(queue[head])];
      }
    }
  }

  private static boolean passes(int value, int other, boolean largest) {
    return largest ? value >= other : value <= other;
  }
}
