package org.exemplar.chart;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A picture together with the numbers it shows.
 *
 * @param drawing the picture
 * @param data what it was drawn from
 */
public record Chart(Drawing drawing, Data data) {
  /**
   * The numbers of a picture as a table.
   *
   * @param columns names
   * @param rows cells as text, numbers with a decimal point; empty where there is none
   */
  public record Data(List<String> columns, List<List<String>> rows) {
    /** Copies; every row has a cell for each column. */
    public Data {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException("a row of " + row.size() + " cells: " + row);
        }
      }
    }
  }

  /** A number as a cell: at most ten significant digits; empty where it does not exist. */
  static String cell(OptionalDouble value) {
    return value.isPresent() ? cell(value.getAsDouble()) : "";
  }

  /** A number as a cell: at most ten significant digits; empty for NaN. */
  static String cell(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    String text = String.format(Locale.ROOT, "%.10g", value);
    return text.contains("e") ? text : text.replaceFirst("0+$", "");
  }
}
