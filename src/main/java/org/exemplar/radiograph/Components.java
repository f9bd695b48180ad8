package org.exemplar.radiograph;

import java.util.ArrayList;
import java.util.List;

/** Connected components of a mask, neighbours by edge or corner. */
final class Components {
  private final boolean[] waiting;
  private final int rows;
  private final int columns;
  private final int[] stack;

  private Components(boolean[] mask, int rows, int columns) {
    this.waiting = mask.clone();
    this.rows = rows;
    this.columns = columns;
    this.stack = new int[mask.length];
  }

  /**
   * One component.
   *
   * @param box the smallest region that holds it
   * @param pixels how many it has
   */
  record Component(PixelRegion box, int pixels) {}

  static List<Component> of(boolean[] mask, int rows, int columns) {
    Components search = new Components(mask, rows, columns);
    List<Component> found = new ArrayList<>();
    for (int i = 0; i < mask.length; i++) {
      if (search.waiting[i]) {
        found.add(search.grow(i));
      }
    }
    return found;
  }

  private Component grow(int seed) {
    int top = seed / columns;
    int bottom = top;
    int left = seed % columns;
    int right = left;
    int pixels = 0;
    int depth = 0;
    waiting[seed] = false;
    stack[depth++] = seed;
    while (depth > 0) {
      int at = stack[--depth];
      int row = at / columns;
      int column = at % columns;
      pixels++;
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
      depth = push(row, column, depth);
    }
    return new Component(new PixelRegion(top, left, bottom - top + 1, right - left + 1), pixels);
  }

  private int push(int row, int column, int depth) {
    int free = depth;
    for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
        int at = r * columns + c;
        if (waiting[at]) {
          waiting[at] = false;
          stack[free++] = at;
        }
      }
    }
    return free;
  }
}
