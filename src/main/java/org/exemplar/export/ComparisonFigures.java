package org.exemplar.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.exemplar.chart.AgreementHistogram;
import org.exemplar.chart.ForgettingCurves;
import org.exemplar.chart.Palette;
import org.exemplar.chart.SvgWriter;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.files.WholeFile;
import org.exemplar.pie.Agreement;
import org.exemplar.pie.PieForgetting;
import org.exemplar.pie.PieResults;
import org.exemplar.pie.PieSelection;

/** Figures of a comparison as SVG files: agreement of the images, curves of forgetting. */
public final class ComparisonFigures {
  private static final int HIGHLIGHTED = 4;

  private ComparisonFigures() {}

  /**
   * Writes {@code agreement.svg} and, where there are labels, {@code forgettability.svg}.
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
    results
        .forgetting()
        .ifPresent(forgetting -> {
          Path curves = folder.resolve("forgettability.svg");
          WholeFile.write(
              curves,
              SvgWriter.svg(
                  new ForgettingCurves(Palette.LIGHT).draw(curves(results, forgetting), 760, 400)));
          files.add(curves);
        });
    return files;
  }

  /** All curves; highlighted are the findings that are forgotten first. */
  private static ForgettingCurves.Curves curves(PieResults results, PieForgetting forgetting) {
    List<ForgettingCurves.Curve> curves =
        forgetting.findings().stream()
            .map(finding ->
                new ForgettingCurves.Curve(
                    finding.name(),
                    finding.curve().median(),
                    finding.curve().low(),
                    finding.curve().high()))
            .toList();
    List<String> first =
        forgetting.findings().stream()
            .filter(finding -> finding.drops().overTwentyPercent().isPresent())
            .sorted(
                Comparator.comparingDouble(finding ->
                    finding
                        .drops()
                        .overTwentyPercent()
                        .map(Sparsity::value)
                        .orElse(Double.MAX_VALUE)))
            .limit(HIGHLIGHTED)
            .map(PieForgetting.Finding::name)
            .toList();
    return new ForgettingCurves.Curves(
        results.disagreement().sparsities().stream().map(Sparsity::value).toList(), curves, first);
  }
}
