package org.exemplar.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.chart.DivergingBars;
import org.exemplar.chart.Figures;
import org.exemplar.chart.IntervalStrip;
import org.exemplar.chart.Palette;
import org.exemplar.chart.SvgWriter;
import org.exemplar.export.report.ReportResults.Question;
import org.exemplar.export.report.StudyFacts.QuestionFacts;
import org.exemplar.stats.Interval;

/**
 * What was asked, whether it can be trusted, the answer, the flow, the ratings, the planned test.
 */
final class FrontPage {
  private final ReportResults results;
  private final StudyFacts facts;
  private final Html page;

  FrontPage(ReportResults results, StudyFacts facts, Html page) {
    this.results = results;
    this.facts = facts;
    this.page = page;
  }

  void write() {
    heading();
    trust();
    answer();
    new FlowSection(results, facts).write(page);
    ratings();
    primary();
    pooled();
  }

  private void heading() {
    page.raw("<header><div class=\"brand\">").raw(ReportWriter.resource("icon.svg"));
    page.raw("<b>Exemplar</b> reader study report</div>");
    page.element("div", "date", facts.identity().written());
    page.raw("</header>\n");
    page.element("h1", facts.identity().title());
    if (!facts.identity().subtitle().isEmpty()) {
      page.element("p", "subtitle", facts.identity().subtitle());
    }
    if (results.simulated()) {
      page.raw("<p class=\"banner\"><b>Simulated ratings, not from radiologists.</b> ")
          .text("A program answered in place of people; nothing here says how radiologists rate.")
          .raw("</p>\n");
    }
  }

  private void trust() {
    if (facts.trust().isEmpty()) {
      page.element(
          "p",
          "note",
          "These ratings come from a table, not from a sealed study: nothing here proves when the"
              + " analysis was planned or that no rating was changed.");
      return;
    }
    StudyFacts.Trust trust = facts.trust().get();
    page.raw("<dl class=\"facts\">\n");
    String amendments =
        facts.conduct().amendments().isEmpty()
            ? "no amendment"
            : facts.conduct().amendments().size() + " amended";
    fact("Protocol", "version " + trust.protocol().version() + ", " + amendments, "");
    fact("Protocol digest", shortened(trust.protocol().digest()), "digest");
    fact("Sealed", trust.sealed(), "");
    fact("Audit head", shortened(trust.audit().head()), "digest");
    fact("Unblinded", trust.unblinded(), "");
    Optional<String> broken = trust.audit().broken();
    String entries = trust.audit().entries() + " entries, ";
    fact(
        "Verification",
        broken.isPresent() ? "BROKEN: " + broken.get() : entries + "unbroken",
        broken.isPresent() ? "bad" : "good");
    page.raw("</dl>\n");
  }

  private void fact(String name, String value, String style) {
    page.element("dt", name).element("dd", style, value);
  }

  /** First sixteen hexadecimal digits in groups of four; the whole digest stands further down. */
  private static String shortened(String digest) {
    String start = digest.length() > 16 ? digest.substring(0, 16) : digest;
    return start.replaceAll("(.{4})(?!$)", "$1 ");
  }

  private void answer() {
    page.raw("<h2 id=\"answer\">Answer</h2>\n");
    for (Question question : results.questions()) {
      page.raw("<p>").text(new Verdict(question, facts.question(question.id())).sentence());
      page.raw(" <span class=\"see\">(");
      NumberedTable.PRIMARY.link(page);
      page.raw(")</span></p>\n");
    }
    if (facts.plan().matched()) {
      page.element(
          "p",
          "note",
          "Cases were matched: the comparison speaks of PIEs against other images of the same kind,"
              + " not against other images in general.");
    }
  }

  private void ratings() {
    page.raw("<h2>Ratings by arm, per cent <span class=\"see\">");
    NumberedTable.RATINGS.link(page);
    page.raw("</span></h2>\n");
    double reach = reach(results, facts);
    DivergingBars bars = new DivergingBars(Palette.LIGHT);
    for (Question question : results.questions()) {
      QuestionFacts words = facts.question(question.id());
      page.raw("<div class=\"bars\">").element("h3", words.title());
      DivergingBars.Ratings rated = bars(question, words);
      FigureBlock.write(
          page,
          ReportFigures.ratings(question),
          bars.draw(rated, reach, 580),
          DivergingBars.data(rated));
      page.raw("</div>\n");
    }
  }

  static double reach(ReportResults results, StudyFacts facts) {
    return DivergingBars.reach(
        results.questions().stream()
            .map(question -> bars(question, facts.question(question.id())))
            .toList());
  }

  static DivergingBars.Ratings bars(Question question, QuestionFacts words) {
    List<Integer> points = question.points();
    return new DivergingBars.Ratings(
        words.lessPie(),
        words.morePie(),
        List.of(
            new DivergingBars.Bar("PIE", true, question.counts("PIE", points)),
            new DivergingBars.Bar("non-PIE", false, question.counts("NON_PIE", points))));
  }

  private void primary() {
    page.raw("<section class=\"keep\">");
    boolean planned = facts.trust().isPresent();
    page.raw("<h2 id=\"" + NumberedTable.PRIMARY.anchor() + "\">");
    page.text(planned ? "Primary analysis, as planned before unblinding" : "Primary analysis");
    page.text(facts.conduct().amendments().isEmpty() ? "" : " and amended");
    page.raw(" <span class=\"see\">").text(NumberedTable.PRIMARY.number()).raw("</span></h2>\n");
    page.raw("<table class=\"primary\"><thead><tr><th>Question</th><th class=\"n\">PIE-AUC</th>");
    page.raw("<th>95 % interval</th><th class=\"strip\">0.5 = arms rated alike</th>");
    page.raw("<th class=\"n\">p</th><th class=\"n\">p, Holm</th><th class=\"n\">SE</th>");
    page.raw("<th class=\"n\">t</th><th class=\"n\">df</th></tr></thead><tbody>\n");
    for (Question question : results.questions()) {
      page.raw("<tr>").element("th", facts.question(question.id()).title());
      cell(decimals(question, "mrmc/auc", 2), true);
      page.element("td", range(question.interval()));
      page.raw("<td class=\"strip\">").raw(strip(question)).raw("</td>");
      cell(probability(question, "mrmc/p"), false);
      cell(probability(question, "mrmc/p_holm"), true);
      cell(decimals(question, "mrmc/se", 3), false);
      cell(decimals(question, "mrmc/statistic", 2), false);
      cell(decimals(question, "mrmc/df", 1), false);
      page.raw("</tr>\n");
    }
    page.raw("<tr class=\"axis\"><td></td><td></td><td></td><td class=\"strip\">");
    page.raw(SvgWriter.svg(new IntervalStrip(Palette.LIGHT).axis()));
    page.raw("</td><td></td><td></td><td></td><td></td><td></td></tr></tbody></table>\n");
    NumberedTable.PRIMARY.note(
        page,
        "PIE-AUC: probability that a PIE gets the more PIE-like rating, ties half. It speaks of"
            + " readers and cases like these: both are taken as random (U-statistic variance, t test"
            + " with BDG degrees of freedom). Cliff\u2019s \u03b4 = 2\u00b7AUC \u2212 1."
            + (planned
                ? ""
                : " Whether this was planned before the arms were known, a table cannot say."));
    page.raw("</section>\n");
  }

  private static String strip(Question question) {
    OptionalDouble auc = question.number("mrmc/auc");
    return SvgWriter.svg(new IntervalStrip(Palette.LIGHT).row(auc, question.interval()));
  }

  private void cell(Optional<String> text, boolean bold) {
    page.element("td", bold ? "n b" : "n", text.orElse("\u2013"));
  }

  private static Optional<String> decimals(Question question, String path, int places) {
    OptionalDouble value = question.number(path);
    return value.isPresent()
        ? Optional.of(Figures.decimals(value.getAsDouble(), places))
        : Optional.empty();
  }

  static Optional<String> probability(Question question, String path) {
    OptionalDouble p = question.number(path);
    return p.isPresent() ? Optional.of(Figures.probability(p.getAsDouble())) : Optional.empty();
  }

  static String range(Optional<Interval> ends) {
    return ends.map(each -> Figures.range(each.low(), each.high(), 2)).orElse("\u2013");
  }

  private void pooled() {
    List<String> tests = new ArrayList<>();
    double worst = 0;
    for (Question question : results.questions()) {
      OptionalDouble p = question.number("pooled/kruskal_wallis/p");
      if (p.isPresent()) {
        tests.add(facts.question(question.id()).title() + " " + Figures.equation(p.getAsDouble()));
      }
      worst = Math.max(worst, question.number("pooled/real_level").orElse(0));
    }
    page.raw("<aside><b>For comparison only: ratings pooled, as in the paper.</b> ");
    page.text(
        "Kruskal\u2013Wallis: " + (tests.isEmpty() ? "not defined" : String.join(", ", tests)));
    page.text(". This test ignores that ratings share cases and readers");
    if (worst > 0) {
      page.text(
          "; with ratings like these it calls up to "
              + Figures.percent(worst)
              + " % of studies without any effect significant");
    } else {
      page.text(
          ", so its level is not 5 %: at the paper\u2019s size, 6 readers and 40 cases, it calls");
      page.text(" about 20 % of studies without any effect significant");
    }
    page.text(". It is not evidence. ");
    NumberedTable.POOLED.link(page);
    page.raw("</aside>\n");
  }
}
