package org.exemplar.demo;

import java.util.Map;
import org.exemplar.demo.beam.Draw;
import org.exemplar.demo.beam.Grid;
import org.exemplar.demo.beam.Layer;
import org.exemplar.demo.beam.Layer.Matter;
import org.exemplar.demo.beam.Stroke;

/** Lead letters beside the patient: the side, and how the film was taken in bed. */
final class SideMarker {
  private static final Matter LEAD = Matter.plain(2.2);

  /** Strokes of letters in a box of 4 × 6; a pair of numbers is a point, −1 lifts the pen. */
  private static final Map<Character, int[]> LETTERS =
      Map.of(
          'L', new int[] {0, 0, 0, 6, 4, 6},
          'R', new int[] {0, 6, 0, 0, 3, 0, 4, 1, 4, 2, 3, 3, 0, 3, 2, 3, 4, 6},
          'A', new int[] {0, 6, 2, 0, 4, 6, -1, -1, 1, 4, 3, 4},
          'P', new int[] {0, 6, 0, 0, 3, 0, 4, 1, 4, 2, 3, 3, 0, 3},
          'O', new int[] {0, 1, 1, 0, 3, 0, 4, 1, 4, 5, 3, 6, 1, 6, 0, 5, 0, 1},
          'T', new int[] {0, 0, 4, 0, -1, -1, 2, 0, 2, 6},
          'B', new int[] {0, 0, 0, 6, 3, 6, 4, 5, 4, 4, 3, 3, 0, 3, 3, 3, 4, 2, 4, 1, 3, 0, 0, 0},
          'E', new int[] {4, 0, 0, 0, 0, 6, 4, 6, -1, -1, 0, 3, 3, 3});

  private final Layer layer;
  private final Grid grid;

  private SideMarker(Layer layer, Grid grid) {
    this.layer = layer;
    this.grid = grid;
  }

  /** Puts letters into an upper corner of the film. */
  static void paint(Layer layer, Grid grid, boolean portable, Draw draw) {
    SideMarker marker = new SideMarker(layer, grid);
    boolean left = draw.chance(0.72);
    double edge = grid.millimetres() / 2;
    double x = grid.offsetX() + (left ? 1 : -1) * edge * draw.between(0.80, 0.91) - 5;
    double y = grid.offsetY() - edge * draw.between(0.62, 0.93);
    double tilt = draw.chance(0.8) ? draw.around(0, 0.06) : draw.around(0, 0.5);
    marker.word(left ? "L" : "R", x, y, 2.6, tilt);
    if (portable && draw.chance(0.5)) {
      marker.word("PORTABLE", x - (left ? 22 : -2), y + 26, 0.85, 0);
    } else if (portable && draw.chance(0.5)) {
      marker.word("AP", x - 4, y + 26, 1.3, tilt);
    }
  }

  private void word(String word, double x, double y, double size, double tilt) {
    for (int i = 0; i < word.length(); i++) {
      letter(word.charAt(i), x + 5.6 * size * i * Math.cos(tilt), y, size, tilt);
    }
  }

  private void letter(char letter, double x, double y, double size, double tilt) {
    int[] points = LETTERS.getOrDefault(letter, new int[0]);
    double radius = Math.max(0.5 * size, 0.5 * grid.aperture());
    Stroke stroke = new Stroke();
    for (int i = 0; i < points.length; i += 2) {
      if (points[i] < 0) {
        layer.tube(stroke, lead(radius));
        stroke = new Stroke();
        continue;
      }
      double u = points[i] * size;
      double v = points[i + 1] * size;
      stroke.to(
          x + u * Math.cos(tilt) - v * Math.sin(tilt),
          y + u * Math.sin(tilt) + v * Math.cos(tilt),
          0,
          radius);
    }
    layer.tube(stroke, lead(radius));
  }

  private static Matter lead(double radius) {
    return Matter.plain(LEAD.core() / Math.max(0.4, radius));
  }
}
