package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.analysis.Results;
import org.exemplar.app.chart.Painter;
import org.exemplar.app.chart.Plot;
import org.exemplar.app.control.figure.FigureData;
import org.exemplar.blinding.Arm;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.ForestPlot;
import org.exemplar.chart.Mark;
import org.exemplar.chart.Palette;
import org.exemplar.export.report.StudyFacts;
import org.exemplar.stats.Interval;

/**
 * Ratings by arm above PIE-AUC by reader, as a file shows one question.
 *
 * @param facts its words
 * @param results its numbers
 */
record QuestionChart(StudyFacts.QuestionFacts facts, Results.QuestionResults results)
    implements Painter {
  private static final double HEAD = 28;
  private static final double GAP = 24;

  @Override
  public Plot paint(Palette palette, double width) {
    Drawing bars = bars(palette, width);
    Drawing forest = forest(palette, width);
    List<Mark> marks = new ArrayList<>();
    marks.add(
        new Mark.Text(
            0, 16, facts.title(), Mark.Lettering.of(14, palette.ink().strong()).strong()));
    bars.marks().forEach(mark -> marks.add(lower(mark, HEAD)));
    double below = HEAD + bars.height() + GAP;
    forest.marks().forEach(mark -> marks.add(lower(mark, below)));
    String words = facts.title() + ". " + bars.description() + " PIE-AUC: " + forest.description();
    return new Plot(new Drawing(width, below + forest.height(), words, marks), List.of());
  }

  private Drawing bars(Palette palette, double width) {
    List<Results.Descriptives> given = List.copyOf(results.descriptives().values());
    List<Integer> codes = AnswerBands.codes(given);
    var ratings =
        new org.exemplar.chart.DivergingBars.Ratings(
            facts.lessPie(),
            facts.morePie(),
            List.of(bar("PIE", Arm.PIE, codes), bar("Non-PIE", Arm.NON_PIE, codes)));
    double reach = org.exemplar.chart.DivergingBars.reach(List.of(ratings));
    return new org.exemplar.chart.DivergingBars(palette).draw(ratings, reach, width);
  }

  private org.exemplar.chart.DivergingBars.Bar bar(String word, Arm arm, List<Integer> codes) {
    Results.Descriptives of = results.descriptives().get(arm);
    List<Integer> counts = new ArrayList<>();
    for (int code :
        results.orientation() == Results.Direction.HIGHER_IS_PIE ? codes : codes.reversed()) {
      counts.add(
          of == null
              ? 0
              : of.counts().entrySet().stream()
                  .filter(e -> Double.parseDouble(e.getKey()) == code)
                  .mapToInt(Map.Entry::getValue)
                  .sum());
    }
    return new org.exemplar.chart.DivergingBars.Bar(word, arm == Arm.PIE, counts);
  }

  private Drawing forest(Palette palette, double width) {
    List<ForestPlot.Row> rows = new ArrayList<>();
    results
        .mrmc()
        .perReader()
        .forEach((reader, auc) ->
            rows.add(new ForestPlot.Row(reader, auc.auc(), interval(auc.ciLow(), auc.ciHigh()))));
    Results.Mrmc m = results.mrmc();
    ForestPlot.Row all = new ForestPlot.Row("Overall", m.auc(), interval(m.ciLow(), m.ciHigh()));
    return new ForestPlot(palette)
        .draw(new ForestPlot.Estimates(rows, Optional.of(all), 0.5), width);
  }

  private static Optional<Interval> interval(OptionalDouble low, OptionalDouble high) {
    return low.isPresent() && high.isPresent()
        ? Optional.of(new Interval(low.getAsDouble(), high.getAsDouble()))
        : Optional.empty();
  }

  private static Mark lower(Mark mark, double by) {
    return switch (mark) {
      case Mark.Box(Mark.Rectangle at, double radius, var fill, var pen) ->
          new Mark.Box(
              new Mark.Rectangle(at.x(), at.y() + by, at.width(), at.height()), radius, fill, pen);
      case Mark.Path(List<Mark.Point> points, boolean closed, var fill, var pen) ->
          new Mark.Path(
              points.stream().map(p -> new Mark.Point(p.x(), p.y() + by)).toList(),
              closed,
              fill,
              pen);
      case Mark.Disc(double x, double y, double radius, var fill) ->
          new Mark.Disc(x, y + by, radius, fill);
      case Mark.Text(double x, double y, String words, var type) ->
          new Mark.Text(x, y + by, words, type);
    };
  }

  @Override
  public FigureData data() {
    List<List<String>> rows = new ArrayList<>();
    results
        .mrmc()
        .perReader()
        .forEach((reader, auc) ->
            rows.add(
                List.of(
                    "PIE-AUC", reader, text(auc.auc()), text(auc.ciLow()), text(auc.ciHigh()))));
    Results.Mrmc m = results.mrmc();
    rows.add(List.of("PIE-AUC", "overall", text(m.auc()), text(m.ciLow()), text(m.ciHigh())));
    results
        .descriptives()
        .forEach((arm, of) ->
            of.counts()
                .forEach((code, count) ->
                    rows.add(
                        List.of("ratings " + arm.name(), code, Integer.toString(count), "", ""))));
    return new FigureData(List.of("number", "of", "value", "low", "high"), rows);
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }
}
