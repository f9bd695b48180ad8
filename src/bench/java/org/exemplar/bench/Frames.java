package org.exemplar.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.exemplar.app.control.FilmModel;
import org.exemplar.app.control.FilmState;
import org.exemplar.radiograph.DisplayWindow;
import org.exemplar.radiograph.ImagePoint;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.radiograph.Viewport;
import org.exemplar.radiograph.ViewportRenderer;

/**
 * Frames of a 3000 × 3000 film of 16 bits in a viewport of 1600 × 1200, from the reader's gesture,
 * as the film's model takes it, to the filled buffer of pixels.
 */
final class Frames implements Workload {
  private static final int SIDE = 3000;
  private static final Viewport VIEWPORT = new Viewport(1600, 1200);

  private final String gesture;
  private final int frames;
  private final FilmModel film = new FilmModel();
  private final ViewportRenderer renderer;
  private final int[] pixels = new int[VIEWPORT.width() * VIEWPORT.height()];

  /**
   * @param gesture window, zoom or pan
   * @param frames in one timing
   */
  Frames(String gesture, int frames) {
    this.gesture = gesture;
    this.frames = frames;
    NeutralRadiograph radiograph = radiograph();
    renderer = new ViewportRenderer(radiograph);
    film.resize(VIEWPORT, FilmModel.Free.NONE);
    film.show(radiograph);
    if (gesture.equals("pan")) {
      film.zoom(1.7);
    }
    draw();
  }

  private static NeutralRadiograph radiograph() {
    var noise = new SplittableRandom(1);
    short[] values = new short[SIDE * SIDE];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double shape = 0.5 + 0.4 * Math.sin(row / 311.0) * Math.cos(column / 253.0);
        int value = (int) (shape * 60_000) + noise.nextInt(2_000);
        values[row * SIDE + column] = (short) value;
      }
    }
    DisplayWindow window = DisplayWindow.between(5_000, 60_000);
    return NeutralRadiograph.of(SIDE, SIDE, values, null, List.of(window));
  }

  @Override
  public Map<String, Object> once() {
    double[] milliseconds = new double[frames];
    for (int frame = 0; frame < frames; frame++) {
      long start = System.nanoTime();
      gesture(frame);
      draw();
      milliseconds[frame] = (System.nanoTime() - start) / 1e6;
    }
    double[] sorted = milliseconds.clone();
    Arrays.sort(sorted);
    return Map.of(
        "median_ms", sorted[frames / 2], "p95_ms", sorted[(int) Math.ceil(0.95 * frames) - 1]);
  }

  private void gesture(int frame) {
    boolean back = frame / 20 % 2 == 1;
    switch (gesture) {
      case "window" -> film.dragWindow(back ? -3 : 3, back ? 2 : -2);
      case "zoom" -> film.zoomAt(new ImagePoint(700, 500), back ? 1 / 1.03 : 1.03);
      case "pan" -> film.drag(back ? -7 : 7, back ? 5 : -5);
      default -> throw new IllegalArgumentException("no gesture " + gesture);
    }
  }

  private void draw() {
    FilmState state = film.state();
    if (state == null) {
      throw new IllegalStateException("no film");
    }
    renderer.render(state.transform(), VIEWPORT, state.window(), state.inverted(), pixels);
  }
}
