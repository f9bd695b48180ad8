package org.exemplar.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.exemplar.chart.AgreementHistogram;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.ForgettingCurves;
import org.exemplar.chart.IntervalRows;
import org.exemplar.chart.Palette;
import org.exemplar.chart.ScatterPlot;
import org.exemplar.chart.ScatterPlot.Numbers;
import org.exemplar.chart.SvgWriter;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.files.WholeFile;
import org.exemplar.pie.Agreement;
import org.exemplar.pie.PieComposition;
import org.exemplar.pie.PieForgetting;
import org.exemplar.pie.PieResults;
import org.exemplar.pie.PieSelection;

/**
 * Figures of a comparison as SVG files: agreement and stability of the images; with labels also
 * curves of forgetting, frequency against forgetting, and what the PIEs are made of.
 */
public final class ComparisonFigures {
  private static final int HIGHLIGHTED = 4;

  private ComparisonFigures() {}

  /**
   * Writes {@code agreement.svg}, {@code stability.svg} and, where there are labels, {@code
   * forgettability.svg}, {@code frequency.svg} and {@code composition.svg}.
   *
   * @throws org.exemplar.problem.Problem if a file cannot be written
   */
  public static List<Path> write(PieResults results, Path folder) {
    List<Path> files = new ArrayList<>();
    Agreement agreement = results.disagreement().agreement();
    PieSelection selection = results.disagreement().selection();
    Path histogram = folder.resolve("agreement.svg");
    WholeFile.write(
        histogram,
        SvgWriter.svg(
            new AgreementHistogram(Palette.LIGHT)
                .draw(agreement.values(), selection.flags(), selection.cut(), 640, 240)));
    files.add(histogram);
    files.add(write(folder.resolve("stability.svg"), stability(results)));
    results
        .forgetting()
        .ifPresent(forgetting -> {
          files.add(
              write(
                  folder.resolve("forgettability.svg"),
                  new ForgettingCurves(Palette.LIGHT).draw(curves(results, forgetting), 760, 400)));
          files.add(write(folder.resolve("frequency.svg"), frequency(forgetting)));
          files.add(write(folder.resolve("composition.svg"), composition(forgetting)));
        });
    return files;
  }

  private static Path write(Path file, Drawing drawing) {
    WholeFile.write(file, SvgWriter.svg(drawing));
    return file;
  }

  private static Drawing stability(PieResults results) {
    Agreement agreement = results.disagreement().agreement();
    boolean[] pie = results.disagreement().selection().flags();
    List<Double> probability = results.instability().overRuns().probabilities();
    List<ScatterPlot.Point> points =
        IntStream.range(0, pie.length)
            .mapToObj(i ->
                new ScatterPlot.Point(
                    agreement.value(i),
                    probability.get(i),
                    "",
                    pie[i] ? ScatterPlot.Tone.PIE : ScatterPlot.Tone.NON_PIE))
            .toList();
    return new ScatterPlot(Palette.LIGHT)
        .draw(
            new ScatterPlot.Plot(
                points,
                new ScatterPlot.Axis("agreement of dense and pruned (Spearman)", Numbers.PLAIN),
                new ScatterPlot.Axis("probability of being a PIE with other runs", Numbers.PERCENT),
                false),
            640,
            360);
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
    List<Double> sparsities =
        results.disagreement().sparsities().stream().map(Sparsity::value).toList();
    List<ForgettingCurves.Curve> curves =
        forgetting.findings().stream()
            .map(finding ->
                new ForgettingCurves.Curve(
                    finding.name(),
                    finding.curve().median(),
                    finding.curve().low(),
                    finding.curve().high(),
                    new ForgettingCurves.Drops(
                        finding
                            .drops()
                            .significantHolm()
                            .map(at -> OptionalDouble.of(at.value()))
                            .orElse(OptionalDouble.empty()),
                        finding.curve().crossing(sparsities, 0.2))))
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
