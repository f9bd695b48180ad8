package org.exemplar.export;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.FirstDrops;
import org.exemplar.chart.ForgettingCurves;
import org.exemplar.chart.IntervalRows;
import org.exemplar.chart.LineChart;
import org.exemplar.chart.Palette;
import org.exemplar.chart.ScatterPlot;
import org.exemplar.chart.ScatterPlot.Numbers;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.pie.FindingMetrics;
import org.exemplar.pie.FindingScore;
import org.exemplar.pie.PieComposition;
import org.exemplar.pie.PieForgetting;
import org.exemplar.pie.PieResults;

/** Figures that need labels: how findings are forgotten, and what the PIEs are made of. */
final class ForgettingFigures {
  private static final int HIGHLIGHTED = 4;

  private ForgettingFigures() {}

  /** Drawings by file name without its ending, in the order of the paper. */
  static Map<String, Drawing> of(PieResults results, PieForgetting forgetting) {
    Map<String, Drawing> drawings = new LinkedHashMap<>();
    drawings.put(
        "forgettability",
        new ForgettingCurves(Palette.LIGHT).draw(curves(results, forgetting), 760, 400));
    drawings.put("first-drops", firstDrops(results, forgetting));
    drawings.put("frequency", frequency(forgetting));
    drawings.put("co-occurrence", coOccurrence(forgetting));
    drawings.put("composition", composition(forgetting));
    drawings.put("overall", overall(results, forgetting));
    return drawings;
  }

  private static Drawing firstDrops(PieResults results, PieForgetting forgetting) {
    List<Double> sparsities = sparsities(results);
    return new FirstDrops(Palette.LIGHT)
        .draw(
            forgetting.findings().stream()
                .map(finding ->
                    new FirstDrops.Row(
                        finding.name(),
                        finding.curve().crossing(sparsities, 0.2),
                        significant(finding)))
                .toList(),
            sparsities.getLast(),
            640);
  }

  /** Pairs of findings: how often they occur together against how unlike they are forgotten. */
  private static Drawing coOccurrence(PieForgetting forgetting) {
    return new ScatterPlot(Palette.LIGHT)
        .draw(
            new ScatterPlot.Plot(
                forgetting.pairs().pairs().stream()
                    .map(pair ->
                        new ScatterPlot.Point(
                            pair.standard().iouQuarter(),
                            pair.euclidean(),
                            "",
                            ScatterPlot.Tone.PLAIN))
                    .toList(),
                new ScatterPlot.Axis(
                    "co-occurrence of two findings, intersection over union to the power ¼",
                    Numbers.PLAIN),
                new ScatterPlot.Axis("distance of their curves", Numbers.PLAIN),
                true),
            640,
            360);
  }

  private static Drawing overall(PieResults results, PieForgetting forgetting) {
    FindingMetrics metrics = forgetting.metrics();
    List<Double> x = results.folder().manifest().tables().stream().map(Sparsity::value).toList();
    return new LineChart(Palette.LIGHT)
        .draw(
            new LineChart.Plot(
                x,
                List.of(
                    line("mean AP", metrics, FindingScore::ap, true),
                    line("mean AUC", metrics, FindingScore::auc, false),
                    line("mean F1", metrics, FindingScore::f1, false)),
                new ScatterPlot.Axis("sparsity", Numbers.PLAIN),
                new ScatterPlot.Axis(
                    "median over runs; band: lowest to highest run", Numbers.PLAIN)),
            640,
            320);
  }

  private static LineChart.Line line(
      String name, FindingMetrics metrics, ToDoubleFunction<FindingScore> measure, boolean band) {
    List<Double> medians =
        IntStream.range(0, metrics.sparsities())
            .mapToObj(s -> measure.applyAsDouble(metrics.medianOverall(s)))
            .toList();
    if (!band || metrics.runs() < 2) {
      return new LineChart.Line(name, medians);
    }
    return new LineChart.Line(
        name, medians, ofRuns(metrics, measure, true), ofRuns(metrics, measure, false));
  }

  private static List<Double> ofRuns(
      FindingMetrics metrics, ToDoubleFunction<FindingScore> measure, boolean lowest) {
    return IntStream.range(0, metrics.sparsities())
        .mapToObj(s -> {
          var runs =
              IntStream.range(0, metrics.runs())
                  .mapToDouble(r -> measure.applyAsDouble(metrics.overall(r, s)));
          return (lowest ? runs.min() : runs.max()).orElse(Double.NaN);
        })
        .toList();
  }

  private static OptionalDouble significant(PieForgetting.Finding finding) {
    return finding
        .drops()
        .significantHolm()
        .map(at -> OptionalDouble.of(at.value()))
        .orElse(OptionalDouble.empty());
  }

  private static List<Double> sparsities(PieResults results) {
    return results.disagreement().sparsities().stream().map(Sparsity::value).toList();
  }

  private static Drawing frequency(PieForgetting forgetting) {
    List<ScatterPlot.Point> points =
        forgetting.findings().stream()
            .map(finding ->
                new ScatterPlot.Point(
                    finding.trainCount().orElse(finding.testCount()),
                    finding.curve().atHighestSparsity(),
                    finding.name(),
                    ScatterPlot.Tone.PLAIN))
            .toList();
    boolean train = forgetting.findings().stream().allMatch(f -> f.trainCount().isPresent());
    return new ScatterPlot(Palette.LIGHT)
        .draw(
            new ScatterPlot.Plot(
                points,
                new ScatterPlot.Axis(
                    train ? "training images" : "images of this comparison", Numbers.LOGARITHMIC),
                new ScatterPlot.Axis(
                    "relative change of AP at the highest sparsity", Numbers.PERCENT),
                true),
            760,
            420);
  }

  private static Drawing composition(PieForgetting forgetting) {
    List<IntervalRows.Row> rows =
        forgetting.composition().rows().stream()
            .map(row ->
                new IntervalRows.Row(
                    row.kind() == PieComposition.Kind.FINDING
                        ? row.name()
                        : row.name() + (row.name().equals("1") ? " finding" : " findings"),
                    row.share().difference(),
                    row.share().differenceInterval()))
            .toList();
    return new IntervalRows(Palette.LIGHT)
        .draw(rows, "share among PIEs minus share among the others", 760);
  }

  /** All curves; highlighted are the findings that are forgotten first. */
  private static ForgettingCurves.Curves curves(PieResults results, PieForgetting forgetting) {
    List<Double> sparsities = sparsities(results);
    List<ForgettingCurves.Curve> curves =
        forgetting.findings().stream()
            .map(finding ->
                new ForgettingCurves.Curve(
                    finding.name(),
                    finding.curve().median(),
                    finding.curve().low(),
                    finding.curve().high(),
                    new ForgettingCurves.Drops(
                        significant(finding), finding.curve().crossing(sparsities, 0.2))))
            .toList();
    List<String> first =
        forgetting.findings().stream()
            .filter(finding -> finding.drops().overTwentyPercent().isPresent())
            .sorted(
                Comparator.comparingDouble(
                    finding -> finding.curve().crossing(sparsities, 0.2).orElse(1)))
            .limit(HIGHLIGHTED)
            .map(PieForgetting.Finding::name)
            .toList();
    return new ForgettingCurves.Curves(sparsities, curves, first);
  }
}
