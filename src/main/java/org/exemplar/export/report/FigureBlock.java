package org.exemplar.export.report;

import java.util.List;
import org.exemplar.chart.Chart;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.SvgWriter;

/** A figure on the page with the numbers it shows and the files it can be taken from. */
final class FigureBlock {
  private FigureBlock() {}

  /**
   * Writes a figure.
   *
   * @param name of its files in {@code figures}, without their end
   */
  static void write(Html page, String name, Drawing drawing, Chart.Data data) {
    page.raw("<figure>").raw(SvgWriter.svg(drawing));
    page.raw("<details><summary>Data</summary><table><thead><tr>");
    data.columns().forEach(column -> page.element("th", column.replace('_', ' ')));
    page.raw("</tr></thead><tbody>\n");
    for (List<String> row : data.rows()) {
      page.raw("<tr>");
      row.forEach(cell -> page.element("td", cell));
      page.raw("</tr>\n");
    }
    page.raw("</tbody></table><p class=\"note\">Files: ");
    for (String ending : List.of("svg", "csv")) {
      String file = "figures/" + name + "." + ending;
      page.raw("<a href=\"").text(file).raw("\">").text(file).raw("</a> ");
    }
    page.raw("</p></details></figure>\n");
  }
}
