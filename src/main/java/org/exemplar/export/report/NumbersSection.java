package org.exemplar.export.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.exemplar.chart.Figures;
import org.exemplar.export.report.ReportResults.Question;

/** Tables: descriptives, sensitivity analyses, the paper's tests, agreement, the planned test. */
final class NumbersSection {
  private final ReportResults results;
  private final StudyFacts facts;
  private final Html page;

  NumbersSection(ReportResults results, StudyFacts facts, Html page) {
    this.results = results;
    this.facts = facts;
    this.page = page;
  }

  /** A column: its words, where its number stands, and how it is written. */
  private record Column(String words, String path, Style style) {}

  private enum Style {
    TWO,
    THREE,
    WHOLE,
    PROBABILITY
  }

  void write() {
    page.raw("<section>").element("h2", "Tables");
    descriptives();
    table(
        "Planned test in full",
        "Readers and cases random. Effect size: Cliff\u2019s \u03b4 = 2\u00b7AUC \u2212 1.",
        List.of(
            new Column("PIE-AUC", "mrmc/auc", Style.THREE),
            new Column("SE", "mrmc/se", Style.THREE),
            new Column("low", "mrmc/ci_low", Style.THREE),
            new Column("high", "mrmc/ci_high", Style.THREE),
            new Column("t", "mrmc/statistic", Style.TWO),
            new Column("df", "mrmc/df", Style.TWO),
            new Column("p", "mrmc/p", Style.PROBABILITY),
            new Column("p, Holm", "mrmc/p_holm", Style.PROBABILITY)));
    table(
        "Sensitivity analyses, not planned as primary",
        "Bootstrap: readers and cases drawn again, percentile interval of PIE-AUC. Case means: tests"
            + " over the mean rating of each case.",
        List.of(
            new Column("permutation p", "permutation/p", Style.PROBABILITY),
            new Column("bootstrap low", "bootstrap/auc_ci_low", Style.TWO),
            new Column("bootstrap high", "bootstrap/auc_ci_high", Style.TWO),
            new Column("Welch t", "case_means/welch_t/statistic", Style.TWO),
            new Column("Welch p", "case_means/welch_t/p", Style.PROBABILITY),
            new Column("Mann\u2013Whitney p", "case_means/mann_whitney/p", Style.PROBABILITY)));
    table(
        "As in the paper: ratings pooled, ignoring that they share cases and readers",
        "Not evidence: the level of these tests is not 5 %. Design effect: by how much the variance is"
            + " larger than independent ratings would have, about 1 + (R \u2212 1)\u00b7ICC.",
        List.of(
            new Column("Kruskal\u2013Wallis H", "pooled/kruskal_wallis/statistic", Style.TWO),
            new Column("p", "pooled/kruskal_wallis/p", Style.PROBABILITY),
            new Column("Mann\u2013Whitney p", "pooled/mann_whitney/p", Style.PROBABILITY),
            new Column("Welch p", "pooled/welch_t/p", Style.PROBABILITY),
            new Column("Cliff\u2019s \u03b4", "pooled/cliffs_delta", Style.TWO),
            new Column("design effect", "pooled/design_effect", Style.TWO)));
    table(
        "Agreement of the readers",
        "Krippendorff\u2019s \u03b1 uses all ratings; the others use the cases that all readers rated.",
        List.of(
            new Column("\u03b1 nominal", "agreement/krippendorff_alpha/nominal", Style.TWO),
            new Column("\u03b1 ordinal", "agreement/krippendorff_alpha/ordinal", Style.TWO),
            new Column("Fleiss \u03ba", "agreement/fleiss_kappa", Style.TWO),
            new Column("Gwet AC2", "agreement/gwet_ac2", Style.TWO),
            new Column("Kendall W", "agreement/kendall_w", Style.TWO),
            new Column("ICC(2,1)", "agreement/icc/ICC2", Style.TWO),
            new Column("ICC(2,k)", "agreement/icc/ICC2k", Style.TWO)));
    page.raw("</section>\n");
  }

  private void descriptives() {
    page.raw("<h3>Ratings as given</h3><table><thead><tr><th>Question</th><th>arm</th>");
    for (String name : List.of("n", "mean", "SD", "median")) {
      page.element("th", "n", name);
    }
    page.raw("</tr></thead><tbody>\n");
    for (Question question : results.questions()) {
      for (String arm : List.of("PIE", "NON_PIE")) {
        page.raw("<tr>").element("th", facts.question(question.id()).title());
        page.element("td", arm.equals("PIE") ? "PIE" : "non-PIE");
        number(question.number("descriptives/" + arm + "/n"), Style.WHOLE);
        number(question.number("descriptives/" + arm + "/mean"), Style.TWO);
        number(question.number("descriptives/" + arm + "/sd"), Style.TWO);
        number(question.number("descriptives/" + arm + "/median"), Style.TWO);
        page.raw("</tr>\n");
      }
    }
    page.raw("</tbody></table>\n");
  }

  private void table(String title, String note, List<Column> columns) {
    page.raw("<div class=\"keep\">").element("h3", title);
    page.raw("<table><thead><tr><th>Question</th>");
    columns.forEach(column -> page.element("th", "n", column.words()));
    page.raw("</tr></thead><tbody>\n");
    for (Question question : results.questions()) {
      page.raw("<tr>").element("th", facts.question(question.id()).title());
      columns.forEach(column -> number(question.number(column.path()), column.style()));
      page.raw("</tr>\n");
    }
    page.raw("</tbody></table>").element("p", "note", note).raw("</div>\n");
  }

  private void number(OptionalDouble value, Style style) {
    String text = "\u2013";
    if (value.isPresent()) {
      double number = value.getAsDouble();
      text =
          switch (style) {
            case TWO -> Figures.decimals(number, 2);
            case THREE -> Figures.decimals(number, 3);
            case WHOLE -> String.format(Locale.ROOT, "%.0f", number);
            case PROBABILITY -> Figures.probability(number);
          };
    }
    page.element("td", "n", text);
  }
}
