package org.exemplar.radiograph;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws a radiograph into a viewport: area average when shrinking, bilinear when enlarging, nearest
 * past four times. Around the image the viewport is black, whatever the polarity.
 *
 * <p>The resampled 16-bit view is kept, so that a new window or polarity only looks its values up
 * again. One thread at a time; the work itself is spread over the common pool. The radiograph is
 * never changed, so that several renderers (the view, the lens) may share it.
 */
public final class ViewportRenderer {
  private static final int BLACK = 0xFF000000;
  private static final int STRIP = 64;
  private final NeutralRadiograph image;
  private final int[] table = new int[65536];
  private @Nullable ReducedView reduced;
  private @Nullable DisplayWindow tableWindow;
  private boolean tableInverted;

  /** A renderer of one radiograph. */
  public ViewportRenderer(NeutralRadiograph image) {
    this.image = image;
  }

  /** The radiograph that is drawn. */
  public NeutralRadiograph image() {
    return image;
  }

  /**
   * Fills a viewport.
   *
   * @param transform where the image lies
   * @param viewport its size
   * @param window which values are black and white
   * @param inverted whether to exchange black and white
   * @param argb {@code width × height} opaque pixels, row by row, to be filled
   */
  public void render(
      ViewTransform transform,
      Viewport viewport,
      DisplayWindow window,
      boolean inverted,
      int[] argb) {
    if (argb.length < viewport.width() * viewport.height()) {
      throw new IllegalArgumentException("the buffer is smaller than the viewport");
    }
    ReducedView view = reduced;
    if (view == null || !view.transform.equals(transform) || !view.viewport.equals(viewport)) {
      view = new ReducedView(image, transform, viewport);
      reduced = view;
    }
    fillTable(window, inverted);
    ReducedView drawn = view;
    IntStream.range(0, (viewport.height() + STRIP - 1) / STRIP)
        .parallel()
        .forEach(strip ->
            draw(drawn, argb, strip * STRIP, Math.min(viewport.height(), (strip + 1) * STRIP)));
  }

  private void draw(ReducedView view, int[] argb, int fromRow, int toRow) {
    int width = view.viewport.width();
    int inside = view.right - view.left;
    for (int row = fromRow; row < toRow; row++) {
      int line = row * width;
      if (row < view.top || row >= view.bottom || inside == 0) {
        Arrays.fill(argb, line, line + width, BLACK);
        continue;
      }
      Arrays.fill(argb, line, line + view.left, BLACK);
      int source = (row - view.top) * inside;
      int target = line + view.left;
      for (int i = 0; i < inside; i++) {
        argb[target + i] = table[view.values[source + i] & 0xFFFF];
      }
      Arrays.fill(argb, line + view.right, line + width, BLACK);
    }
  }

  private void fillTable(DisplayWindow window, boolean inverted) {
    if (window.equals(tableWindow) && inverted == tableInverted) {
      return;
    }
    for (int value = 0; value < table.length; value++) {
      double share = window.apply(value);
      int gray = (int) (255 * (inverted ? 1 - share : share) + 0.5);
      table[value] = BLACK | gray * 0x010101;
    }
    tableWindow = window;
    tableInverted = inverted;
  }
}
