package org.exemplar.app.explorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.pie.Contribution;
import org.exemplar.stats.Spearman;

/**
 * How dense and pruned networks read one image.
 *
 * @param image its index
 * @param sparsity of the pruned networks
 * @param agreement Spearman's correlation; NaN where undefined
 * @param findings one for each column
 * @param runs ranks in every run
 */
public record ImageReading(
    int image, Sparsity sparsity, double agreement, List<Finding> findings, List<RunRanks> runs) {
  /**
   * One finding of the image.
   *
   * @param index its column
   * @param name its name
   * @param given whether the image is labelled with it
   * @param before what the dense networks say
   * @param after what the pruned networks say
   * @param part of the disagreement 1 − ρ that it carries; 0 where that is undefined
   */
  public record Finding(
      int index, String name, boolean given, Opinion before, Opinion after, double part) {
    /** The name as people read it. */
    String words() {
      return ImageWords.spaced(name);
    }
  }

  /**
   * What networks say about one finding.
   *
   * @param rank among the findings, 1 is the most probable
   * @param probability mean over runs
   * @param low lowest over runs
   * @param high highest over runs
   */
  public record Opinion(int rank, double probability, double low, double high) {}

  /**
   * How one run ranks the findings.
   *
   * @param before by the dense network, one for each column
   * @param after by the pruned one
   */
  public record RunRanks(List<Integer> before, List<Integer> after) {}

  /** Keeps copies. */
  public ImageReading {
    findings = List.copyOf(findings);
    runs = List.copyOf(runs);
  }

  /** Reads one image. */
  public static ImageReading of(Exploration exploration, int image, Sparsity sparsity) {
    double[] dense = exploration.mean(Sparsity.DENSE, image);
    double[] pruned = exploration.mean(sparsity, image);
    double[] parts = Contribution.of(dense, pruned).orElseGet(() -> new double[dense.length]);
    List<Opinion> before = opinions(exploration, image, Sparsity.DENSE, dense);
    List<Opinion> after = opinions(exploration, image, sparsity, pruned);
    return new ImageReading(
        image,
        sparsity,
        Spearman.correlation(dense, pruned),
        IntStream.range(0, dense.length)
            .mapToObj(f ->
                new Finding(
                    f,
                    exploration.findings().get(f),
                    exploration.given(image, f),
                    before.get(f),
                    after.get(f),
                    parts[f]))
            .toList(),
        IntStream.range(0, exploration.runs())
            .mapToObj(run ->
                new RunRanks(
                    ranks(exploration, image, run, Sparsity.DENSE),
                    ranks(exploration, image, run, sparsity)))
            .toList());
  }

  private static List<Integer> ranks(
      Exploration exploration, int image, int run, Sparsity sparsity) {
    float[] row = new float[exploration.findings().size()];
    exploration.row(run, sparsity, image, row);
    double[] wide = new double[row.length];
    for (int f = 0; f < row.length; f++) {
      wide[f] = row[f];
    }
    return Arrays.stream(FindingRanks.of(wide)).boxed().toList();
  }

  private static List<Opinion> opinions(
      Exploration exploration, int image, Sparsity sparsity, double[] mean) {
    int[] ranks = FindingRanks.of(mean);
    double[] low = mean.clone();
    double[] high = mean.clone();
    float[] row = new float[mean.length];
    for (int run = 0; run < exploration.runs(); run++) {
      exploration.row(run, sparsity, image, row);
      for (int f = 0; f < row.length; f++) {
        low[f] = Math.min(low[f], row[f]);
        high[f] = Math.max(high[f], row[f]);
      }
    }
    var opinions = new ArrayList<Opinion>();
    for (int f = 0; f < mean.length; f++) {
      opinions.add(new Opinion(ranks[f], mean[f], low[f], high[f]));
    }
    return opinions;
  }

  /** 1 − ρ. */
  public double disagreement() {
    return 1 - agreement;
  }

  /** Findings by what they carry, the largest first. */
  public List<Finding> byContribution() {
    return findings.stream()
        .sorted(
            Comparator.comparingDouble((Finding f) -> -f.part()).thenComparingInt(Finding::index))
        .toList();
  }

  /** The fewest findings that together carry more than half of the disagreement, at most four. */
  public List<Finding> leading() {
    var leading = new ArrayList<Finding>();
    double sum = 0;
    for (Finding finding : byContribution()) {
      if (leading.size() == 4 || finding.part() <= 0 || sum > 0.75 * disagreement()) {
        break;
      }
      leading.add(finding);
      sum += finding.part();
    }
    return leading;
  }

  /** The highest mean probability of any finding before and after pruning. */
  public double highest(boolean pruned) {
    return findings.stream()
        .mapToDouble(f -> (pruned ? f.after() : f.before()).probability())
        .max()
        .orElse(Double.NaN);
  }

  /** The image's agreement at every pruned sparsity. */
  public static double[] along(Exploration exploration, int image) {
    double[] dense = exploration.mean(Sparsity.DENSE, image);
    return exploration.sparsities().stream()
        .mapToDouble(s -> Spearman.correlation(dense, exploration.mean(s, image)))
        .toArray();
  }

  /** The image's agreement in one run at every pruned sparsity. */
  public static double[] along(Exploration exploration, int image, int run) {
    float[] dense = new float[exploration.findings().size()];
    float[] pruned = new float[dense.length];
    exploration.row(run, Sparsity.DENSE, image, dense);
    Spearman spearman = new Spearman(dense.length);
    return exploration.sparsities().stream()
        .mapToDouble(s -> {
          exploration.row(run, s, image, pruned);
          return spearman.of(dense, pruned);
        })
        .toArray();
  }
}
