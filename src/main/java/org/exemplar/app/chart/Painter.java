package org.exemplar.app.chart;

import org.exemplar.app.control.figure.FigureData;
import org.exemplar.chart.Palette;

/** A chart that knows its numbers: paints them at any width, and gives them as a table. */
public interface Painter {
  /**
   * Paints.
   *
   * @param palette the theme's colours
   * @param width px of the design
   */
  Plot paint(Palette palette, double width);

  /** The numbers. */
  FigureData data();
}
