package org.exemplar.app.explorer.findings;

import java.util.List;
import java.util.function.IntFunction;
import org.exemplar.app.chart.Plot;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.Palette;
import org.exemplar.chart.ScatterPlot;

/**
 * A scatter plot with a spot on each of its points, to be pointed at or walked by key.
 *
 * @param plot what is drawn
 * @param height px of the design
 */
record Scatter(ScatterPlot.Plot plot, double height) {
  /** Any width will do to tell which points there are. */
  private static final double SOME_WIDTH = 400;

  /**
   * Paints it.
   *
   * @param description what the plot says as a whole
   * @param radius of a spot, px
   * @param words for the point with this index
   */
  Plot paint(
      Palette palette, double width, String description, double radius, IntFunction<String> words) {
    List<Spot> spots =
        ScatterPlot.places(plot, width, height).stream()
            .map(p -> Spot.around(p.x(), p.y(), radius, words.apply(p.index())))
            .toList();
    Drawing drawn = new ScatterPlot(palette).draw(plot, width, height);
    return new Plot(new Drawing(width, height, description, drawn.marks()), spots);
  }

  /** How many points have a place. */
  int size() {
    return places().size();
  }

  /** The index of the point at a spot; −1 where there is none. */
  int pointAt(int spot) {
    List<ScatterPlot.Place> places = places();
    return spot >= 0 && spot < places.size() ? places.get(spot).index() : -1;
  }

  private List<ScatterPlot.Place> places() {
    return ScatterPlot.places(plot, SOME_WIDTH, height);
  }
}
