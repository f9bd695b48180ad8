package org.exemplar.export.report;

import java.util.List;

/**
 * The tables of the report, numbered, each with the place in {@code results.json} it comes from.
 */
enum NumberedTable {
  /** The planned test. */
  PRIMARY("primary", "Primary analysis", "mrmc"),
  /** Ratings as given. */
  RATINGS("ratings", "Ratings as given", "descriptives"),
  /** PIE-AUC by reader. */
  READERS("readers", "PIE-AUC by reader", "mrmc.per_reader"),
  /** Other ways to the same question. */
  SENSITIVITY("sensitivity", "Sensitivity analyses", "permutation, bootstrap, case_means"),
  /** The original study's tests. */
  POOLED("pooled", "As in the paper: ratings pooled", "pooled"),
  /** Agreement of all readers. */
  AGREEMENT("agreement", "Agreement of the readers", "agreement"),
  /** Agreement of two readers. */
  PAIRS("pairs", "Agreement of two readers", "agreement.pairs"),
  /** Time by arm. */
  TIME("time", "Active seconds per case", "course.time"),
  /** Drift. */
  ORDER("order", "Drift along the worklist", "course.rating_order, course.time_order"),
  /** Hidden repeats. */
  REPEATS("repeats", "Readers against themselves, from hidden repeats", "course.intra_reader"),
  /** Findings that readers denied. */
  FINDINGS("findings", "Given findings that readers denied", "course.findings");

  private final String word;
  private final String title;
  private final String source;

  NumberedTable(String word, String title, String source) {
    this.word = word;
    this.title = title;
    this.source = source;
  }

  /** Where it stands on the page. */
  String anchor() {
    return "table-" + word;
  }

  /** {@code Table 2}. */
  String number() {
    return "Table " + (List.of(values()).indexOf(this) + 1);
  }

  /**
   * Writes the heading that links lead to.
   *
   * @param plan what the protocol says of it, e.g. "planned"; empty where nothing is known
   */
  void heading(Html page, String plan) {
    page.raw("<h3 class=\"tablehead\" id=\"" + anchor() + "\"><span class=\"number\">");
    page.text(number()).raw("</span> ").text(title);
    if (!plan.isEmpty()) {
      page.raw(" <span class=\"plan\">").text(plan).raw("</span>");
    }
    page.raw("</h3>\n");
  }

  /** Writes the note below, with the place that the numbers come from. */
  void note(Html page, String words) {
    page.raw("<p class=\"note\">").text(words.isEmpty() ? "" : words + " ");
    page.raw("<a href=\"results.json\">").text("results.json: " + source).raw("</a></p>\n");
  }

  /** Writes a link with the table's number. */
  void link(Html page) {
    page.raw("<a href=\"#" + anchor() + "\">").text(number()).raw("</a>");
  }

  /** Writes a text that leads to the table. */
  void link(Html page, String text) {
    page.raw("<a class=\"q\" href=\"#" + anchor() + "\">").text(text).raw("</a>");
  }
}
