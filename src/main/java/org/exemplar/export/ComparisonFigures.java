package org.exemplar.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exemplar.chart.AgreementHistogram;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.HeatTable;
import org.exemplar.chart.Palette;
import org.exemplar.chart.ScatterPlot;
import org.exemplar.chart.ScatterPlot.Numbers;
import org.exemplar.chart.SvgWriter;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.files.WholeFile;
import org.exemplar.pie.Agreement;
import org.exemplar.pie.PieOverlap;
import org.exemplar.pie.PieResults;
import org.exemplar.pie.PieSelection;

/**
 * Figures of a comparison as SVG files: agreement of the images, their stability over runs and over
 * sparsities; with labels also how findings are forgotten and what the PIEs are made of. The
 * numbers behind each lie in the comparison's tables.
 */
public final class ComparisonFigures {
  /** Points that are nearer than this would lie on each other. */
  private static final double STEP = 0.001;

  private ComparisonFigures() {}

  /**
   * Writes {@code agreement.svg}, {@code stability.svg}, {@code overlap.svg} and, where there are
   * labels, {@code forgettability.svg}, {@code first-drops.svg}, {@code frequency.svg}, {@code
   * co-occurrence.svg}, {@code composition.svg} and {@code overall.svg}.
   *
   * @param folder made when it is not there
   * @throws org.exemplar.problem.Problem if a file cannot be written
   */
  public static List<Path> write(PieResults results, Path folder) {
    Map<String, Drawing> drawings = new LinkedHashMap<>();
    drawings.put(
        "agreement",
        agreement(results.disagreement().agreement(), results.disagreement().selection()));
    drawings.put("stability", stability(results));
    drawings.put("overlap", overlap(results));
    results
        .forgetting()
        .ifPresent(forgetting -> drawings.putAll(ForgettingFigures.of(results, forgetting)));
    List<Path> files = new ArrayList<>();
    drawings.forEach((name, drawing) -> {
      Path file = folder.resolve(name + ".svg");
      WholeFile.write(file, SvgWriter.svg(drawing));
      files.add(file);
    });
    return files;
  }

  /** How many images have which agreement, the PIEs among them in their colour. */
  static Drawing agreement(Agreement agreement, PieSelection selection) {
    return new AgreementHistogram(Palette.LIGHT)
        .draw(agreement.values(), selection.flags(), selection.cut(), 640, 240);
  }

  private static Drawing stability(PieResults results) {
    Agreement agreement = results.disagreement().agreement();
    boolean[] pie = results.disagreement().selection().flags();
    List<Double> probability = results.instability().overRuns().probabilities();
    Set<ScatterPlot.Point> points = new HashSet<>();
    List<ScatterPlot.Point> distinct = new ArrayList<>();
    for (int i = 0; i < pie.length; i++) {
      ScatterPlot.Point point =
          new ScatterPlot.Point(
              rounded(agreement.value(i)),
              rounded(probability.get(i)),
              "",
              pie[i] ? ScatterPlot.Tone.PIE : ScatterPlot.Tone.NON_PIE);
      if (points.add(point)) {
        distinct.add(point);
      }
    }
    return new ScatterPlot(Palette.LIGHT)
        .draw(
            new ScatterPlot.Plot(
                distinct,
                new ScatterPlot.Axis("agreement of dense and pruned (Spearman)", Numbers.PLAIN),
                new ScatterPlot.Axis("probability of being a PIE with other runs", Numbers.PERCENT),
                false),
            640,
            360);
  }

  private static double rounded(double value) {
    return Math.rint(value / STEP) * STEP;
  }

  private static Drawing overlap(PieResults results) {
    List<PieSelection> selections = results.disagreement().selections();
    List<List<HeatTable.Cell>> cells = new ArrayList<>();
    for (int a = 0; a < selections.size(); a++) {
      List<HeatTable.Cell> row = new ArrayList<>();
      for (int b = 0; b < selections.size(); b++) {
        PieOverlap overlap = PieOverlap.of(selections.get(a), selections.get(b));
        row.add(
            new HeatTable.Cell(
                a == b ? Double.NaN : overlap.jaccard(), Integer.toString(overlap.both())));
      }
      cells.add(row);
    }
    int pies = results.disagreement().selection().pies().size();
    return new HeatTable(Palette.LIGHT)
        .draw(
            results.disagreement().sparsities().stream().map(Sparsity::text).toList(),
            cells,
            "PIEs that two sparsities share, of " + pies + " each; depth is the Jaccard index.",
            760);
  }
}
