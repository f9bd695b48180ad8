package org.exemplar.export.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.exemplar.chart.Figures;
import tools.jackson.databind.JsonNode;

/**
 * How the reading went: time by arm, drift along the worklist, hidden repeats, doubted findings.
 */
final class CourseSection {
  private static final int MOST_FINDINGS = 25;

  /** A word that a plan with this table has. */
  private static final Map<NumberedTable, String> PLANS =
      Map.of(
          NumberedTable.TIME, "time per case",
          NumberedTable.FINDINGS, "finding by finding",
          NumberedTable.REPEATS, "repeat",
          NumberedTable.ORDER, "order effect");

  private final JsonNode course;
  private final StudyFacts facts;
  private final Html page;
  private final Planned planned;

  CourseSection(JsonNode course, StudyFacts facts, Html page) {
    this.course = course;
    this.facts = facts;
    this.page = page;
    this.planned = new Planned(facts);
  }

  void write() {
    page.raw("<section>").element("h2", "Course of the reading");
    time();
    order();
    repeats();
    findings();
    page.raw("</section>\n");
  }

  private void time() {
    JsonNode time = course.path("time");
    head(NumberedTable.TIME, "arm", List.of("cases read", "mean", "median"));
    for (String arm : List.of("pie", "non_pie")) {
      page.raw("<tr>").element("th", arm.equals("pie") ? "PIE" : "non-PIE");
      cell(time.at("/" + arm + "/n"), CourseSection::whole);
      cell(time.at("/" + arm + "/mean"), value -> Figures.decimals(value, 1));
      cell(time.at("/" + arm + "/median"), value -> Figures.decimals(value, 1));
      page.raw("</tr>\n");
    }
    String ratio = text(time.path("ratio"), value -> Figures.decimals(value, 2));
    String low = text(time.path("ci_low"), value -> Figures.decimals(value, 2));
    String high = text(time.path("ci_high"), value -> Figures.decimals(value, 2));
    String p = text(time.path("p"), Figures::probability);
    foot(
        NumberedTable.TIME,
        "Geometric mean of PIEs over that of other cases, within readers: "
            + ratio
            + " (95 % interval "
            + low
            + " to "
            + high
            + "; p "
            + p
            + ").");
  }

  private void order() {
    List<String> columns = List.of("mean correlation with position", "t", "df", "p");
    head(NumberedTable.ORDER, "what", columns);
    course.path("rating_order").forEachEntry((id, node) -> trend(facts.question(id).title(), node));
    trend("Time per case", course.path("time_order"));
    foot(
        NumberedTable.ORDER,
        "Spearman\u2019s correlation of rating or time with position, mean over readers.");
  }

  private void trend(String name, JsonNode node) {
    page.raw("<tr>").element("th", name);
    cell(node.path("mean_rho"), value -> Figures.decimals(value, 2));
    cell(node.path("statistic"), value -> Figures.decimals(value, 2));
    cell(node.path("df"), value -> Figures.decimals(value, 0));
    cell(node.path("p"), Figures::probability);
    page.raw("</tr>\n");
  }

  private void repeats() {
    JsonNode intra = course.path("intra_reader");
    if (intra.isEmpty()) {
      return;
    }
    List<String> columns =
        List.of("pairs", "rated the same", "\u03ba quadratic", "mean difference");
    head(NumberedTable.REPEATS, "Question", columns);
    intra.forEachEntry((id, node) -> {
      page.raw("<tr>").element("th", facts.question(id).title());
      cell(node.path("pairs"), CourseSection::whole);
      cell(node.path("agreement"), value -> Figures.percent(value) + " %");
      cell(node.path("kappa_quadratic"), value -> Figures.decimals(value, 2));
      cell(node.path("mean_difference"), value -> Figures.decimals(value, 2));
      page.raw("</tr>\n");
    });
    foot(NumberedTable.REPEATS, "Second rating minus first.");
  }

  private void findings() {
    JsonNode findings = course.path("findings");
    if (findings.isEmpty()) {
      return;
    }
    List<String> columns = List.of("asked", "denied", "unsure", "rate", "95 % interval");
    head(NumberedTable.FINDINGS, "Finding", columns);
    findings.propertyNames().stream()
        .sorted(
            Comparator.comparingDouble(
                    (String name) -> -findings.get(name).path("rate").asDouble(0))
                .thenComparing(name -> name))
        .limit(MOST_FINDINGS)
        .forEach(name -> {
          JsonNode node = findings.get(name);
          page.raw("<tr>").element("th", name);
          cell(node.path("asked"), CourseSection::whole);
          cell(node.path("denied"), CourseSection::whole);
          cell(node.path("unsure"), CourseSection::whole);
          cell(node.path("rate"), value -> Figures.percent(value) + " %");
          String low = text(node.path("ci_low"), Figures::percent);
          page.element(
              "td", "n", low + " to " + text(node.path("ci_high"), Figures::percent) + " %");
          page.raw("</tr>\n");
        });
    foot(NumberedTable.FINDINGS, "Wilson\u2019s interval, clustered by reader.");
  }

  private void head(NumberedTable table, String first, List<String> columns) {
    page.raw("<div class=\"keep\">");
    table.heading(page, planned.mark(PLANS.getOrDefault(table, "")));
    page.raw("<table><thead><tr>").element("th", first);
    columns.forEach(column -> page.element("th", "n", column));
    page.raw("</tr></thead><tbody>\n");
  }

  private void foot(NumberedTable table, String note) {
    page.raw("</tbody></table>");
    table.note(page, note);
    page.raw("</div>\n");
  }

  private void cell(JsonNode value, DoubleFunction<String> style) {
    page.element("td", "n", text(value, style));
  }

  private static String text(JsonNode value, DoubleFunction<String> style) {
    return value.isNumber() ? style.apply(value.asDouble()) : "\u2013";
  }

  private static String whole(double value) {
    return Long.toString(Math.round(value));
  }
}
