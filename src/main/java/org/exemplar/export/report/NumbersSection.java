package org.exemplar.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.exemplar.chart.Figures;
import org.exemplar.export.report.ReportResults.Question;

/** Tables: descriptives, sensitivity analyses, the paper's tests, agreement, the planned test. */
final class NumbersSection {
  private static final int MOST_CODES = 8;
  private static final int MOST_PAIRS = 45;

  private final ReportResults results;
  private final StudyFacts facts;
  private final Html page;
  private final Planned planned;

  NumbersSection(ReportResults results, StudyFacts facts, Html page) {
    this.results = results;
    this.facts = facts;
    this.page = page;
    this.planned = new Planned(facts);
  }

  /** A column: its words, where its number stands, and how it is written. */
  private record Column(String words, String path, Style style) {}

  private enum Style {
    ONE,
    TWO,
    WHOLE,
    PROBABILITY
  }

  void write() {
    page.raw("<section>").element("h2", "Tables");
    descriptives();
    readers();
    table(
        NumberedTable.SENSITIVITY,
        planned.mark("permutation"),
        "Permutation: arm labels of cases exchanged, exact for these readers only. Bootstrap: readers"
            + " and cases drawn again, percentile interval of PIE-AUC. Case means: tests over the mean"
            + " rating of each case.",
        List.of(
            new Column("permutation p", "permutation/p", Style.PROBABILITY),
            new Column("bootstrap low", "bootstrap/auc_ci_low", Style.TWO),
            new Column("bootstrap high", "bootstrap/auc_ci_high", Style.TWO),
            new Column("Welch t", "case_means/welch_t/statistic", Style.TWO),
            new Column("Welch p", "case_means/welch_t/p", Style.PROBABILITY),
            new Column("Mann\u2013Whitney p", "case_means/mann_whitney/p", Style.PROBABILITY)));
    table(
        NumberedTable.POOLED,
        "for comparison only",
        "Not evidence: these tests ignore that ratings share cases and readers, so their level is not"
            + " 5 %. Design effect: by how much the variance is larger than independent ratings would"
            + " have, about 1 + (R \u2212 1)\u00b7ICC.",
        List.of(
            new Column("Kruskal\u2013Wallis H", "pooled/kruskal_wallis/statistic", Style.TWO),
            new Column("p", "pooled/kruskal_wallis/p", Style.PROBABILITY),
            new Column("Mann\u2013Whitney p", "pooled/mann_whitney/p", Style.PROBABILITY),
            new Column("Welch p", "pooled/welch_t/p", Style.PROBABILITY),
            new Column("Cliff\u2019s \u03b4", "pooled/cliffs_delta", Style.TWO),
            new Column("design effect", "pooled/design_effect", Style.TWO)));
    table(
        NumberedTable.AGREEMENT,
        planned.mark("agreement"),
        "Krippendorff\u2019s \u03b1 uses all ratings, its interval is from resampled cases; the others use"
            + " the cases that all readers rated.",
        List.of(
            new Column("\u03b1 nominal", "agreement/krippendorff_alpha/nominal", Style.TWO),
            new Column("\u03b1 ordinal", "agreement/krippendorff_alpha/ordinal", Style.TWO),
            new Column("low", "agreement/krippendorff_alpha_ci/ordinal/ci_low", Style.TWO),
            new Column("high", "agreement/krippendorff_alpha_ci/ordinal/ci_high", Style.TWO),
            new Column("Fleiss \u03ba", "agreement/fleiss_kappa", Style.TWO),
            new Column("Gwet AC2", "agreement/gwet_ac2", Style.TWO),
            new Column("Kendall W", "agreement/kendall_w", Style.TWO),
            new Column("ICC(2,1)", "agreement/icc/ICC2", Style.TWO),
            new Column("ICC(2,k)", "agreement/icc/ICC2k", Style.TWO)));
    pairs();
    page.raw("</section>\n");
  }

  private void descriptives() {
    page.raw("<div class=\"keep\">");
    NumberedTable.RATINGS.heading(page, planned.mark("means"));
    page.raw("<table><thead><tr><th>Question</th><th>arm</th>");
    for (String name : List.of("n", "mean", "SD", "median")) {
      page.element("th", "n", name);
    }
    page.element("th", "codes", "how often each code was given").raw("</tr></thead><tbody>\n");
    for (Question question : results.questions()) {
      for (String arm : List.of("PIE", "NON_PIE")) {
        page.raw("<tr>").element("th", facts.question(question.id()).title());
        page.element("td", arm.equals("PIE") ? "PIE" : "non-PIE");
        number(question.number("descriptives/" + arm + "/n"), Style.WHOLE);
        number(question.number("descriptives/" + arm + "/mean"), Style.TWO);
        number(question.number("descriptives/" + arm + "/sd"), Style.TWO);
        number(question.number("descriptives/" + arm + "/median"), Style.ONE);
        page.element("td", "codes", codes(question, arm)).raw("</tr>\n");
      }
    }
    page.raw("</tbody></table>");
    NumberedTable.RATINGS.note(page, "Codes as the readers gave them; the codebook has the words.");
    page.raw("</div>\n");
  }

  private static String codes(Question question, String arm) {
    List<String> parts = new ArrayList<>();
    question
        .json()
        .at("/descriptives/" + arm + "/counts")
        .forEachEntry((code, count) -> parts.add(code + ": " + count.asInt()));
    return parts.size() > MOST_CODES ? parts.size() + " different codes" : String.join(", ", parts);
  }

  private void readers() {
    page.raw("<div class=\"keep\">");
    NumberedTable.READERS.heading(page, planned.primary());
    page.raw("<table><thead><tr><th>Reader</th>");
    for (Question question : results.questions()) {
      page.element("th", "n", facts.question(question.id()).title());
      page.element("th", "n", "PIE / non-PIE rated");
    }
    page.raw("</tr></thead><tbody>\n");
    for (String reader : readerNames()) {
      page.raw("<tr>").element("th", reader);
      results.questions().forEach(question -> reader(question, reader));
      page.raw("</tr>\n");
    }
    page.raw("</tbody></table>");
    NumberedTable.READERS.note(page, "95 % interval about this reader alone, cases random.");
    page.raw("</div>\n");
  }

  private List<String> readerNames() {
    return results.questions().stream()
        .flatMap(question -> question.readers().stream())
        .distinct()
        .toList();
  }

  private void reader(Question question, String reader) {
    OptionalDouble auc = question.number(QuestionCards.path(reader, "auc"));
    String ends =
        question
            .interval(QuestionCards.path(reader, "ci_low"), QuestionCards.path(reader, "ci_high"))
            .map(each -> " (" + Figures.range(each.low(), each.high(), 2) + ")")
            .orElse("");
    String value = auc.isPresent() ? Figures.decimals(auc.getAsDouble(), 2) : "\u2013";
    page.element("td", "n", value + ends);
    page.element(
        "td",
        "n",
        whole(question.number(QuestionCards.path(reader, "n_pie")))
            + " / "
            + whole(question.number(QuestionCards.path(reader, "n_non_pie"))));
  }

  private static String whole(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.0f", value.getAsDouble()) : "\u2013";
  }

  private void pairs() {
    List<String> names =
        results.questions().stream()
            .flatMap(q -> q.json().at("/agreement/pairs").propertyNames().stream())
            .distinct()
            .toList();
    if (names.isEmpty() || names.size() > MOST_PAIRS) {
      return;
    }
    page.raw("<div class=\"keep\">");
    NumberedTable.PAIRS.heading(page, planned.mark("agreement"));
    page.raw("<table><thead><tr><th>Readers</th>");
    results
        .questions()
        .forEach(question -> page.element("th", "n", facts.question(question.id()).title()));
    page.raw("</tr></thead><tbody>\n");
    for (String pair : names) {
      page.raw("<tr>").element("th", pair.replace("-", " \u2013 "));
      for (Question question : results.questions()) {
        number(
            question.number("agreement/pairs/" + QuestionCards.pointer(pair) + "/kappa_quadratic"),
            Style.TWO);
      }
      page.raw("</tr>\n");
    }
    page.raw("</tbody></table>");
    NumberedTable.PAIRS.note(
        page, "Cohen\u2019s \u03ba with quadratic weights, cases that both rated.");
    page.raw("</div>\n");
  }

  private void table(NumberedTable table, String plan, String note, List<Column> columns) {
    page.raw("<div class=\"keep\">");
    table.heading(page, plan);
    page.raw("<table><thead><tr><th>Question</th>");
    columns.forEach(column -> page.element("th", "n", column.words()));
    page.raw("</tr></thead><tbody>\n");
    for (Question question : results.questions()) {
      page.raw("<tr>").element("th", facts.question(question.id()).title());
      columns.forEach(column -> number(question.number(column.path()), column.style()));
      page.raw("</tr>\n");
    }
    page.raw("</tbody></table>");
    table.note(page, note);
    page.raw("</div>\n");
  }

  private void number(OptionalDouble value, Style style) {
    String text = "\u2013";
    if (value.isPresent()) {
      double number = value.getAsDouble();
      text =
          switch (style) {
            case ONE -> Figures.decimals(number, 1);
            case TWO -> Figures.decimals(number, 2);
            case WHOLE -> String.format(Locale.ROOT, "%.0f", number);
            case PROBABILITY -> Figures.probability(number);
          };
    }
    page.element("td", "n", text);
  }
}
