package org.exemplar.export.report;

import java.util.List;
import org.exemplar.export.report.ReportResults.Warning;

/** Methods, what is missing, what was done otherwise, limits, and the reporting checklist. */
final class ConductSection {
  private final ReportResults results;
  private final StudyFacts facts;
  private final Html page;

  ConductSection(ReportResults results, StudyFacts facts, Html page) {
    this.results = results;
    this.facts = facts;
    this.page = page;
  }

  void write() {
    page.raw("<section>");
    methods();
    if (!facts.conduct().readers().isEmpty()) {
      list("readers", "Readers, in their own words", facts.conduct().readers(), "");
    }
    list("missing", "Missing ratings", facts.conduct().missing(), missing());
    list(
        "warnings",
        "Warnings",
        results.warnings().stream().map(this::words).toList(),
        "None: every number of the planned analysis exists.");
    list(
        "deviations",
        "Deviations from the protocol",
        facts.conduct().deviations(),
        none("None was recorded."));
    list("amendments", "Amendments after the seal", facts.conduct().amendments(), none("None."));
    if (!facts.conduct().notes().isEmpty()) {
      list("notes", "Notes", facts.conduct().notes(), "");
    }
    limits();
    proof();
    page.raw("</section>\n");
    new Checklists(results, facts, page).write();
  }

  private void methods() {
    page.raw("<h2 id=\"methods\">Methods</h2>\n");
    for (String paragraph : facts.plan().methods()) {
      page.element("p", paragraph);
    }
    String primary = facts.plan().primary();
    page.element(
        "p",
        primary.isEmpty()
            ? "Primary analysis: PIE-AUC of each question, the probability that a PIE gets a more"
                + " PIE-like rating than another case (ties half), averaged over readers, against"
                + " 0.5. Readers and cases are random: one-shot U-statistic variance, t test with"
                + " real-valued BDG degrees of freedom, two-sided; p-values corrected by Holm over the"
                + " questions (Gallas 2006, 2009)."
            : primary);
  }

  /** A bare table cannot say that there was nothing. */
  private String none(String words) {
    return facts.trust().isPresent() ? words : "Not known: a table of ratings does not tell.";
  }

  private String missing() {
    int missing = results.design().ratings().missing();
    return missing == 0
        ? "None."
        : (missing == 1 ? "1 answer is" : missing + " answers are")
            + " missing; no reason was recorded. Ratings missing because a case is"
            + " difficult are not missing at random.";
  }

  private String words(Warning warning) {
    return warning.question().isEmpty()
        ? warning.message()
        : facts.question(warning.question()).title() + ": " + warning.message();
  }

  private void list(String anchor, String title, List<String> items, String none) {
    heading(anchor, title);
    if (items.isEmpty()) {
      page.element("p", none);
      return;
    }
    page.raw("<ul>\n");
    items.forEach(item -> page.element("li", item));
    page.raw("</ul>\n");
  }

  private void heading(String anchor, String title) {
    page.raw("<h3 id=\"" + anchor + "\">").text(title).raw("</h3>\n");
  }

  private void limits() {
    heading("limits", "Limits");
    page.raw("<ul>\n");
    page.element(
        "li",
        "A question that is \u201cnot shown to differ\u201d is not shown to be alike; its interval says"
            + " which effects remain possible.");
    page.element(
        "li",
        "PIE-AUC speaks of readers and cases like these, not of other readers, hospitals or"
            + " networks.");
    if (results.design().readers() < 5) {
      page.element(
          "li", "With so few readers (" + results.design().readers() + ") the test is weak.");
    }
    if (facts.trust().isEmpty()) {
      page.element("li", "A bare table of ratings carries no proof of blinding or of the plan.");
    }
    page.raw("</ul>\n");
  }

  private void proof() {
    if (facts.trust().isEmpty()) {
      return;
    }
    StudyFacts.Trust trust = facts.trust().get();
    heading("digests", "Digests in full");
    page.raw("<dl class=\"facts wide\">");
    page.element("dt", "Protocol, SHA-256").element("dd", "digest", trust.protocol().digest());
    page.element("dt", "Audit head, SHA-256").element("dd", "digest", trust.audit().head());
    page.raw("</dl>\n");
  }
}
