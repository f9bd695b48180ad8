package org.exemplar.chart;

import java.util.List;

/**
 * A finished picture as a list of shapes, which a screen, SVG or a printer can draw.
 *
 * @param width in pixels
 * @param height in pixels
 * @param description a sentence that says the main fact, for those who cannot see the picture
 * @param marks in the order they are drawn
 */
public record Drawing(double width, double height, String description, List<Mark> marks) {
  public Drawing {
    marks = List.copyOf(marks);
  }
}
