package org.exemplar.pie;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.pie.FrequencyRelation.Counts;
import org.exemplar.pie.FrequencyRelation.Measure;

/**
 * What the labels add: how well findings are found, how they are forgotten, what PIEs are made of.
 *
 * @param metrics scores of every run, sparsity and finding
 * @param findings one for each finding
 * @param significance tests of every drop
 * @param pairs every pair of findings with their regressions
 * @param frequency correlations of frequency with forgetting
 * @param composition of the PIEs at the criterion
 */
public record PieForgetting(
    FindingMetrics metrics,
    List<Finding> findings,
    DropSignificance significance,
    Pairs pairs,
    List<FrequencyRelation> frequency,
    PieComposition composition) {
  private static final double DROP = 0.2;

  public PieForgetting {
    findings = List.copyOf(findings);
    frequency = List.copyOf(frequency);
  }

  /**
   * One finding.
   *
   * @param trainCount training images with it; empty when not given
   * @param drops where it is first forgotten
   */
  public record Finding(
      String name, int testCount, OptionalInt trainCount, ForgettabilityCurve curve, Drops drops) {}

  /**
   * Where a finding is first forgotten.
   *
   * @param significant first sparsity with Welch's p &lt; 0.05
   * @param significantHolm the same, corrected over the findings
   * @param overTwentyPercent first sparsity with a median drop over 20 %
   */
  public record Drops(
      Optional<Sparsity> significant,
      Optional<Sparsity> significantHolm,
      Optional<Sparsity> overTwentyPercent) {}

  /** Pairs of findings, and the regressions over them. */
  public record Pairs(List<FindingPair> pairs, List<PairRegression> regressions) {
    public Pairs {
      pairs = List.copyOf(pairs);
      regressions = List.copyOf(regressions);
    }
  }

  /**
   * Looks at scores.
   *
   * @param metrics whose sparsity 0 is the dense network
   * @param sparsities the others, ascending
   * @param selection the PIEs whose composition is told
   * @param trainCounts how many training images were given each finding, by name; may be empty
   */
  public static PieForgetting of(
      FindingMetrics metrics,
      List<Sparsity> sparsities,
      PieSelection selection,
      Map<String, Integer> trainCounts) {
    FindingLabels labels = metrics.labels();
    DropSignificance significance = new DropSignificance(metrics);
    List<ForgettabilityCurve> curves = ForgettabilityCurve.all(metrics);
    List<Finding> findings = new ArrayList<>();
    for (int f = 0; f < curves.size(); f++) {
      String name = labels.findings().get(f);
      Integer train = trainCounts.get(name);
      Drops drops =
          new Drops(
              at(sparsities, significance.first(f)),
              at(sparsities, significance.firstHolm(f)),
              at(sparsities, curves.get(f).firstDropOver(DROP)));
      findings.add(
          new Finding(
              name,
              labels.count(f),
              train == null ? OptionalInt.empty() : OptionalInt.of(train),
              curves.get(f),
              drops));
    }
    return new PieForgetting(
        metrics,
        findings,
        significance,
        pairs(labels, curves),
        frequency(findings),
        PieComposition.of(labels, selection));
  }

  private static Optional<Sparsity> at(List<Sparsity> sparsities, OptionalInt point) {
    return point.isPresent() ? Optional.of(sparsities.get(point.getAsInt())) : Optional.empty();
  }

  private static Pairs pairs(FindingLabels labels, List<ForgettabilityCurve> curves) {
    List<FindingPair> pairs = FindingPair.all(labels, curves);
    List<PairRegression> regressions = new ArrayList<>();
    for (PairRegression.Distance distance : PairRegression.Distance.values()) {
      for (PairRegression.Definition definition : PairRegression.Definition.values()) {
        regressions.add(PairRegression.of(pairs, distance, definition));
      }
    }
    return new Pairs(pairs, regressions);
  }

  private static List<FrequencyRelation> frequency(List<Finding> findings) {
    List<Double> change =
        findings.stream().map(finding -> finding.curve().atHighestSparsity()).toList();
    List<Double> first =
        findings.stream()
            .map(finding ->
                finding.drops().overTwentyPercent().map(Sparsity::value).orElse(Double.NaN))
            .toList();
    int[] test = findings.stream().mapToInt(Finding::testCount).toArray();
    int[] train = findings.stream().mapToInt(finding -> finding.trainCount().orElse(0)).toArray();
    List<FrequencyRelation> relations = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      List<Double> values = measure == Measure.CHANGE_AT_HIGHEST_SPARSITY ? change : first;
      relations.add(FrequencyRelation.of(Counts.TEST, measure, test, values));
      if (Arrays.stream(train).anyMatch(count -> count > 0)) {
        relations.add(FrequencyRelation.of(Counts.TRAIN, measure, train, values));
      }
    }
    return relations;
  }
}
