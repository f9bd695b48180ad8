package org.exemplar.app.chart;

import java.util.List;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.chart.Drawing;

/**
 * A drawing with its points.
 *
 * @param drawing in px of the design
 * @param spots in reading order, in px of the design
 */
public record Plot(Drawing drawing, List<Spot> spots) {
  public Plot {
    spots = List.copyOf(spots);
  }
}
