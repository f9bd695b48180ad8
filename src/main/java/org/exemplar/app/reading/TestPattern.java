package org.exemplar.app.reading;

import java.util.Arrays;

/**
 * A display test pattern in the manner of AAPM TG270's simple pattern, computed for whole device
 * pixels: 18 gray squares from 0 to full with two faint bars each, 5 % in 0 and 95 % in 100, line
 * pairs at the Nyquist frequency, a ramp and a geometry grid.
 *
 * @param width in device pixels
 * @param height in device pixels
 * @param side side of a gray square, 64 to 120 device pixels
 * @param grid whether the outer geometry grid had room
 * @param argb opaque pixels row by row
 */
@SuppressWarnings("ArrayRecordComponent")
record TestPattern(int width, int height, int side, boolean grid, int[] argb) {
  /** So many squares. */
  static final int SQUARES = 18;

  /** How far a faint bar lies from its square, of 255. */
  static final int FAINT = 3;

  private static final int FULL_WIDTH = 1008;
  private static final int FULL_HEIGHT = 840;
  private static final int MARGIN = 42;
  private static final int LARGEST_SIDE = 120;
  private static final int SMALLEST_SIDE = 64;
  private static final int GROUND = 0x18;

  /** The largest pattern for an area; squares never get smaller than 64 device pixels. */
  static TestPattern of(int areaWidth, int areaHeight) {
    boolean grid = areaWidth >= FULL_WIDTH && areaHeight >= FULL_HEIGHT;
    double inner =
        Math.min(
            areaWidth / (double) (FULL_WIDTH - 2 * MARGIN),
            areaHeight / (double) (FULL_HEIGHT - 2 * MARGIN));
    int side =
        grid
            ? LARGEST_SIDE
            : (int) Math.clamp(Math.floor(LARGEST_SIDE * inner), SMALLEST_SIDE, LARGEST_SIDE);
    Painter painter = new Painter(side, grid);
    painter.draw();
    return new TestPattern(painter.width, painter.height, side, grid, painter.argb);
  }

  /** The gray of a square, 0 to 255; squares count from the darkest. */
  static int gray(int square) {
    return Math.round(255f * square / (SQUARES - 1));
  }

  /** Where label A, B or C stands, as a share of width and height. */
  double[] label(char which) {
    double unit = side / (double) LARGEST_SIDE;
    int off = grid ? 0 : MARGIN;
    double x = which == 'A' ? 326 : which == 'B' ? 522 : 412;
    double y = which == 'C' ? 739 : 96;
    return new double[] {(x - off) * unit / width, (y - off) * unit / height};
  }

  private static final class Painter {
    private final double unit;
    private final int offset;
    private final boolean grid;
    private final int side;
    private final int width;
    private final int height;
    private final int[] argb;

    Painter(int side, boolean grid) {
      this.side = side;
      this.grid = grid;
      unit = side / (double) LARGEST_SIDE;
      offset = grid ? 0 : MARGIN;
      width = (int) Math.ceil((FULL_WIDTH - 2.0 * offset) * unit);
      height = (int) Math.ceil((FULL_HEIGHT - 2.0 * offset) * unit);
      argb = new int[width * height];
    }

    void draw() {
      Arrays.fill(argb, 0xff000000 | GROUND * 0x010101);
      if (grid) {
        for (int x = 0; x <= FULL_WIDTH; x += 84) {
          fill(Math.min(x, FULL_WIDTH - 1), 0, 1, FULL_HEIGHT, 0x2f);
        }
        for (int y = 0; y <= FULL_HEIGHT; y += 84) {
          fill(0, Math.min(y, FULL_HEIGHT - 1), FULL_WIDTH, 1, 0x2f);
        }
      }
      fillDesign(84, 168, 840, 420, GROUND);
      fillDesign(252, 42, 504, 126, GROUND);
      fillDesign(252, 600, 504, 198, GROUND);
      frame();
      squares();
      patch(354, 0, 13);
      patch(550, 255, 242);
      ramp();
      for (int x : new int[] {59, 816}) {
        linePairs(x, 60);
        linePairs(x, 716);
      }
      linePairs(438, 716);
    }

    private void frame() {
      int left = at(MARGIN);
      int top = at(MARGIN);
      int right = at(FULL_WIDTH - MARGIN) - 1;
      int bottom = at(FULL_HEIGHT - MARGIN) - 1;
      fill(left, top, right - left + 1, 1, 0x6a);
      fill(left, bottom, right - left + 1, 1, 0x6a);
      fill(left, top, 1, bottom - top + 1, 0x6a);
      fill(right, top, 1, bottom - top + 1, 0x6a);
    }

    private void squares() {
      for (int i = 0; i < SQUARES; i++) {
        int row = i / 6;
        int column = row == 1 ? 5 - i % 6 : i % 6;
        int x = at(94 + 140 * column);
        int y = at(178 + 140 * row);
        int level = gray(i);
        fill(x, y, side, side, level);
        int up = level + FAINT > 255 ? level - FAINT : level + FAINT;
        int down = level - FAINT < 0 ? level + FAINT : level - FAINT;
        fill(x + scaled(24), y + scaled(26), scaled(72), scaled(15), up);
        fill(x + scaled(53), y + scaled(58), scaled(14), scaled(44), down);
      }
    }

    private void patch(int designX, int outer, int inner) {
      fill(at(designX), at(52), scaled(104), scaled(104), outer);
      fill(at(designX + 28), at(80), scaled(48), scaled(48), inner);
    }

    private void ramp() {
      int x = at(94);
      int length = scaled(820);
      for (int i = 0; i < length; i++) {
        fill(x + i, at(624), 1, scaled(48), (int) Math.round(255.0 * i / (length - 1)));
      }
    }

    /** Single lines, on and off, upright and lying. */
    private void linePairs(int designX, int designY) {
      int size = scaled(64) / 2 * 2;
      int x = at(designX);
      int y = at(designY);
      for (int i = 0; i < size; i++) {
        int level = i % 2 == 0 ? 255 : 0;
        fill(x + i, y, 1, size, level);
        fill(x + size + 4, y + i, size, 1, level);
      }
    }

    private int at(int design) {
      return (int) Math.round((design - offset) * unit);
    }

    private int scaled(int design) {
      return (int) Math.round(design * unit);
    }

    private void fillDesign(int x, int y, int w, int h, int level) {
      fill(at(x), at(y), scaled(w), scaled(h), level);
    }

    private void fill(int x, int y, int w, int h, int level) {
      int left = Math.max(0, x);
      int right = Math.min(width, x + w);
      for (int row = Math.max(0, y); row < Math.min(height, y + h); row++) {
        if (left < right) {
          Arrays.fill(argb, row * width + left, row * width + right, 0xff000000 | level * 0x010101);
        }
      }
    }
  }
}
