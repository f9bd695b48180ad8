package org.exemplar.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.LineChart;
import org.exemplar.chart.Palette;
import org.exemplar.chart.ScatterPlot;
import org.exemplar.chart.ScatterPlot.Numbers;
import org.exemplar.chart.SvgWriter;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.files.WholeFile;
import org.exemplar.pie.PieForgetting;
import org.exemplar.pie.PieResults;
import org.exemplar.pie.PieSets;
import org.exemplar.pie.TablePies;
import org.exemplar.stats.Sample;

/**
 * Figures beside a listing of PIEs, as SVG: how images agree, and where several comparisons are
 * listed, how their methods fare side by side.
 */
public final class PieSetFigures {
  private PieSetFigures() {}

  /** Writes {@code listing_agreement.svg} beside {@code listing.csv}. */
  public static List<Path> write(TablePies pies, Path listing) {
    return write(
        Map.of("agreement", ComparisonFigures.agreement(pies.agreement(), pies.selection())),
        listing);
  }

  /**
   * Writes beside {@code listing.csv}: for one comparison {@code listing_agreement.svg}; for
   * several {@code listing_agreement.svg} and {@code listing_shared.svg} by sparsity, and where all
   * have labels {@code listing_overall.svg}.
   *
   * @param all one or more
   * @param sets of the same comparisons; read only where there are several
   */
  public static List<Path> write(List<PieResults> all, PieSets sets, Path listing) {
    Map<String, Drawing> drawings = new LinkedHashMap<>();
    if (all.size() == 1) {
      var disagreement = all.getFirst().disagreement();
      drawings.put(
          "agreement",
          ComparisonFigures.agreement(disagreement.agreement(), disagreement.selection()));
    } else {
      drawings.put("agreement", medians(all));
      drawings.put("shared", shared(sets));
      if (all.stream().allMatch(each -> each.forgetting().isPresent())) {
        drawings.put("overall", overall(all));
      }
    }
    return write(drawings, listing);
  }

  private static List<Path> write(Map<String, Drawing> drawings, Path listing) {
    List<Path> files = new ArrayList<>();
    drawings.forEach((name, drawing) -> {
      Path file = WholeFile.beside(listing, "_" + name + ".svg");
      WholeFile.write(file, SvgWriter.svg(drawing));
      files.add(file);
    });
    return files;
  }

  /** {@code "0 l1"}: the comparison's number in the order given, and how it pruned. */
  private static String name(List<PieResults> all, int comparison) {
    var manifest = all.get(comparison).folder().manifest();
    return comparison + " " + manifest.plan().method().text();
  }

  private static Drawing medians(List<PieResults> all) {
    List<Sparsity> x = sparsities(all);
    return drawing(
        x,
        IntStream.range(0, all.size())
            .mapToObj(c ->
                new LineChart.Line(
                    name(all, c), x.stream().map(s -> median(all.get(c), s)).toList()))
            .toList(),
        "median agreement of dense and pruned (Spearman)");
  }

  private static double median(PieResults results, Sparsity sparsity) {
    int at = results.disagreement().sparsities().indexOf(sparsity);
    if (at < 0) {
      return Double.NaN;
    }
    double[] values = results.disagreement().agreements().get(at).values();
    return Sample.median(Arrays.stream(values).filter(Double::isFinite).toArray())
        .orElse(Double.NaN);
  }

  private static Drawing shared(PieSets sets) {
    Map<String, Map<Sparsity, Double>> lines = new LinkedHashMap<>();
    TreeSet<Sparsity> sparsities = new TreeSet<>(Comparator.comparingDouble(Sparsity::value));
    for (PieSets.Pair pair : sets.pairs()) {
      String name =
          pair.a().comparison()
              + " "
              + pair.a().kind().method()
              + ", "
              + pair.b().comparison()
              + " "
              + pair.b().kind().method();
      lines
          .computeIfAbsent(name, key -> new LinkedHashMap<>())
          .put(pair.a().sparsity(), pair.overlap().jaccard());
      sparsities.add(pair.a().sparsity());
    }
    return drawing(
        List.copyOf(sparsities),
        lines.entrySet().stream()
            .map(line ->
                new LineChart.Line(
                    line.getKey(),
                    sparsities.stream()
                        .map(s -> line.getValue().getOrDefault(s, Double.NaN))
                        .toList()))
            .toList(),
        "PIEs that two comparisons share, Jaccard index");
  }

  private static Drawing overall(List<PieResults> all) {
    List<Sparsity> x = new ArrayList<>(List.of(Sparsity.DENSE));
    x.addAll(sparsities(all));
    return drawing(
        x,
        IntStream.range(0, all.size())
            .mapToObj(c ->
                new LineChart.Line(name(all, c), x.stream().map(s -> ap(all.get(c), s)).toList()))
            .toList(),
        "mean AP over the findings, median over runs");
  }

  private static double ap(PieResults results, Sparsity sparsity) {
    int at = results.folder().manifest().tables().indexOf(sparsity);
    return at < 0
        ? Double.NaN
        : results
            .forgetting()
            .map(PieForgetting::metrics)
            .map(metrics -> metrics.medianOverall(at).ap())
            .orElse(Double.NaN);
  }

  private static List<Sparsity> sparsities(List<PieResults> all) {
    return all.stream()
        .flatMap(each -> each.disagreement().sparsities().stream())
        .distinct()
        .sorted(Comparator.comparingDouble(Sparsity::value))
        .toList();
  }

  private static Drawing drawing(List<Sparsity> x, List<LineChart.Line> lines, String title) {
    return new LineChart(Palette.LIGHT)
        .draw(
            new LineChart.Plot(
                x.isEmpty() ? List.of(0.0) : x.stream().map(Sparsity::value).toList(),
                lines,
                new ScatterPlot.Axis("sparsity", Numbers.PLAIN),
                new ScatterPlot.Axis(title, Numbers.PLAIN)),
            760,
            340);
  }
}
