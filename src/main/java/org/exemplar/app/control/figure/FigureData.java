package org.exemplar.app.control.figure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The numbers that a figure shows, as a table.
 *
 * @param header names of the columns
 * @param rows cells in the order of the header
 */
public record FigureData(List<String> header, List<List<String>> rows) {
  public FigureData {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Tab-separated lines, as spreadsheets take them from the clipboard. */
  public String tabbed() {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(header), rows.stream())
        .map(row -> row.stream().map(FigureData::plain).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String plain(String cell) {
    return cell.replaceAll("[\\t\\n\\r]+", " ");
  }
}
