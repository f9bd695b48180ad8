package org.exemplar.export.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.chart.DivergingBars;
import org.exemplar.chart.Figures;
import org.exemplar.chart.ForestPlot;
import org.exemplar.chart.Palette;
import org.exemplar.chart.SvgWriter;
import org.exemplar.export.report.ReportResults.Question;
import org.exemplar.export.report.StudyFacts.QuestionFacts;

/** The questions side by side on the same axes: estimate, ratings, readers, tests. */
final class QuestionCards {
  private static final double WIDTH = 300;

  private final ReportResults results;
  private final StudyFacts facts;
  private final Html page;

  QuestionCards(ReportResults results, StudyFacts facts, Html page) {
    this.results = results;
    this.facts = facts;
    this.page = page;
  }

  void write() {
    page.raw("<section class=\"newpage\">").element("h2", "The questions side by side");
    page.raw("<div class=\"cards\">\n");
    double reach = FrontPage.reach(results, facts);
    for (Question question : results.questions()) {
      card(question, facts.question(question.id()), reach);
    }
    page.raw("</div></section>\n");
  }

  private void card(Question question, QuestionFacts words, double reach) {
    Verdict verdict = new Verdict(question, words);
    page.raw("<article>").element("h3", words.title()).element("p", "asked", words.text());
    page.raw("<p class=\"big\"><b>");
    OptionalDouble auc = question.number("mrmc/auc");
    NumberedTable.PRIMARY.link(
        page, auc.isPresent() ? Figures.decimals(auc.getAsDouble(), 2) : "\u2013");
    page.raw("</b> ").text("PIE-AUC, " + FrontPage.range(question.interval())).raw("</p>");
    page.element("p", verdict.differs() ? "tag yes" : "tag", verdict.tag());
    DivergingBars bars = new DivergingBars(Palette.LIGHT);
    page.raw(SvgWriter.svg(bars.draw(FrontPage.bars(question, words), reach, WIDTH)));
    page.element("p", "caption", "PIE-AUC by reader, 95 % interval; 0.5 = arms rated alike");
    ForestPlot.Estimates forest = forest(question);
    FigureBlock.write(
        page,
        ReportFigures.auc(question),
        new ForestPlot(Palette.LIGHT).draw(forest, WIDTH),
        ForestPlot.data(forest));
    page.raw("<dl class=\"tests\">");
    test(
        NumberedTable.PRIMARY,
        "Planned test, p (Holm)",
        FrontPage.probability(question, "mrmc/p").map(p -> p + holm(question)));
    test(
        NumberedTable.SENSITIVITY,
        "Permutation, p",
        FrontPage.probability(question, "permutation/p"));
    test(
        NumberedTable.SENSITIVITY,
        "Bootstrap, 95 %",
        question
            .interval("bootstrap/auc_ci_low", "bootstrap/auc_ci_high")
            .map(ends -> Figures.range(ends.low(), ends.high(), 2)));
    boolean two = question.points().size() == 2;
    OptionalDouble alpha =
        question.number("agreement/krippendorff_alpha/" + (two ? "nominal" : "ordinal"));
    test(
        NumberedTable.AGREEMENT,
        "Krippendorff\u2019s \u03b1",
        alpha.isPresent()
            ? Optional.of(Figures.decimals(alpha.getAsDouble(), 2))
            : Optional.empty());
    page.raw("</dl></article>\n");
  }

  private static String holm(Question question) {
    return FrontPage.probability(question, "mrmc/p_holm").map(p -> " (" + p + ")").orElse("");
  }

  private void test(NumberedTable table, String name, Optional<String> value) {
    page.element("dt", name).raw("<dd>");
    table.link(page, value.orElse("\u2013"));
    page.raw("</dd>\n");
  }

  /** One reader's numbers by name. */
  static String path(String reader, String field) {
    return "mrmc/per_reader/" + pointer(reader) + "/" + field;
  }

  static ForestPlot.Estimates forest(Question question) {
    List<ForestPlot.Row> rows =
        question.readers().stream()
            .map(reader ->
                new ForestPlot.Row(
                    reader,
                    question.number(path(reader, "auc")),
                    question.interval(path(reader, "ci_low"), path(reader, "ci_high"))))
            .toList();
    ForestPlot.Row overall =
        new ForestPlot.Row("Overall", question.number("mrmc/auc"), question.interval());
    return new ForestPlot.Estimates(rows, Optional.of(overall), 0.5);
  }

  static String pointer(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
