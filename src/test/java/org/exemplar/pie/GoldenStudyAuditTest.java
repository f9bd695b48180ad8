package org.exemplar.pie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.stats.Correlation;
import org.exemplar.stats.CurveDistance;
import org.exemplar.stats.Interval;
import org.exemplar.stats.LeastSquares;
import org.exemplar.stats.Multiplicity;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.RankTest;
import org.exemplar.stats.RankedScores;
import org.exemplar.stats.TTest;
import org.exemplar.testing.GoldenLedger;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every reference value of the two pruning studies is compared with something, table by table; a
 * file that nothing reads fails {@link #no_reference_file_is_forgotten}.
 */
class GoldenStudyAuditTest {
  private static final List<String> READ_HERE =
      List.of(
          "ap_change_significance.csv",
          "class_metrics_mean_prediction.csv",
          "class_metrics_per_run.csv.gz",
          "class_pairs.csv",
          "cooccurrence_test.csv",
          "forgettability_curves_median_rel_delta_ap.csv",
          "golden.json",
          "mean_preds_float64.csv.gz",
          "overall_median_over_runs.csv",
          "pie_class_frequency.csv",
          "pie_number_of_diseases.csv",
          "preds_L1_seed-0_prune-0.9.csv",
          "preds_L1_seed-0_prune-0.csv",
          "spearman_per_image.csv");

  /** In {@code GoldenComparisonTest}, {@code GoldenMethodsTest} and {@code TablePiesTest}. */
  private static final List<String> READ_ELSEWHERE =
      List.of("preds_L1_seed-\\d\\.csv\\.gz", "preds_other_methods.*", ".*\\.pkl", "random_masks");

  private GoldenLedger json(String name) {
    return GoldenLedger.json(SharedData.file(name + "/golden/golden.json"));
  }

  private static GoldenLedger csv(String name, String file, int keys) {
    return GoldenLedger.csv(SharedData.file(name + "/golden/" + file), keys);
  }

  @ParameterizedTest
  @ValueSource(strings = {"phantom", "nih-real"})
  void no_reference_file_is_forgotten(String name) throws IOException {
    try (Stream<Path> files = Files.list(SharedData.file(name + "/golden"))) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .allMatch(
              file -> READ_HERE.contains(file) || READ_ELSEWHERE.stream().anyMatch(file::matches));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"phantom", "nih-real"})
  void every_value_of_golden_json_is_compared(String name) {
    GoldenStudy study = new GoldenStudy(name);
    GoldenLedger golden = json(name);
    Analysed analysed = Analysed.of(name, study);
    pies(study, golden);
    for (PieForgetting.Finding finding : analysed.forgetting.findings()) {
      golden.close(
          "first_sparsity_with_median_drop_over_20pct|" + finding.name(),
          finding.drops().overTwentyPercent().map(Sparsity::value).orElse(Double.NaN),
          0);
    }
    for (FrequencyRelation relation : analysed.forgetting.frequency()) {
      boolean drop = relation.measure() == FrequencyRelation.Measure.FIRST_DROP_OVER_20_PERCENT;
      boolean train = relation.counts() == FrequencyRelation.Counts.TRAIN;
      String at =
          "frequency_vs_forgettability|"
              + (train ? "train|" : "test|")
              + (drop ? "first_drop20_vs_log_freq" : "drop_at_0.95_vs_log_freq");
      GoldenPies.compare(golden, at, relation);
    }
    regressions(name, study.findings(), golden, analysed.forgetting.pairs());
    new GoldenNetworks(name, study).compare(golden);
    golden.assertAllCompared();
  }

  /** What the analysis of a study gives. */
  private record Analysed(FindingMetrics metrics, PieForgetting forgetting) {
    static Analysed of(String name, GoldenStudy study) {
      FindingMetrics metrics = study.metrics();
      List<Agreement> agreements = agreements(study);
      List<Sparsity> sparsities = sparsities(study).subList(1, sparsities(study).size());
      var disagreement =
          new PieDisagreement(
              new Sparsity(0.9),
              sparsities,
              agreements,
              agreements.stream().map(each -> PieSelection.of(each, 5)).toList(),
              List.of());
      Map<String, Integer> train = new HashMap<>();
      for (var row : GoldenFiles.csv(SharedData.file(name + "/labels/labels_train.csv"))) {
        study
            .findings()
            .forEach(f -> train.merge(f, (int) GoldenFiles.number(row.get(f)), Integer::sum));
      }
      return new Analysed(
          metrics,
          PieForgetting.of(metrics, disagreement.sparsities(), disagreement.selection(), train));
    }
  }

  private static List<Sparsity> sparsities(GoldenStudy study) {
    return study.means().keySet().stream().map(Sparsity::parse).toList();
  }

  private static List<Agreement> agreements(GoldenStudy study) {
    List<MeanPredictions> means = List.copyOf(study.means().values());
    return means.subList(1, means.size()).stream()
        .map(pruned -> Agreement.between(means.getFirst(), pruned))
        .toList();
  }

  private static void pies(GoldenStudy study, GoldenLedger golden) {
    List<String> ids = study.ids();
    List<Sparsity> sparsities = sparsities(study);
    List<Agreement> agreements = agreements(study);
    for (int k = 0; k < agreements.size(); k++) {
      Agreement agreement = agreements.get(k);
      PieSelection selection = PieSelection.of(agreement, 5);
      String at = "pies|" + sparsities.get(k + 1).text();
      GoldenPies.compare(golden, at, agreement, selection);
      double cut = selection.cut().orElseThrow();
      assertThat(selection.pies().stream().map(ids::get))
          .as(at)
          .containsExactlyInAnyOrderElementsOf(golden.array(at + "|pie_ids"));
      assertThat(
              IntStream.range(0, ids.size())
                  .filter(i -> agreement.value(i) < cut - 1e-12)
                  .mapToObj(ids::get))
          .as(at)
          .containsExactlyInAnyOrderElementsOf(golden.array(at + "|pie_certain_ids"));
      assertThat(GoldenPies.tied(agreement, cut).stream().map(ids::get))
          .as(at)
          .containsExactlyInAnyOrderElementsOf(golden.array(at + "|boundary_tied_ids"));
    }
    PieSelection paper =
        PieSelection.of(agreements.get(sparsities.indexOf(new Sparsity(0.9)) - 1), 5);
    assertThat(paper.pies().stream().map(ids::get))
        .containsExactlyInAnyOrderElementsOf(
            golden.array("float64_inference_check|pie_ids_float64"));
    golden.close("spearman|n_images", ids.size(), 0);
    golden.close("spearman|n_pie_int(0.05*n)", PieSelection.count(ids.size(), 5), 0);
    golden.except(
        "spearman\\|max_abs_diff_float32_mean_vs_float64_mean\\|.*|pies\\|.*\\|same_set_with_float32_means",
        "of means in float32, which the program never takes");
    golden.except(
        "float64_inference_check\\|(max_abs_diff.*|n_images_rho_differs_gt_1e12|pie_sets_equal)",
        "the reference tool's own check of float32 against float64 inference");
  }

  private static void regressions(
      String name, List<String> findings, GoldenLedger golden, PieForgetting.Pairs pairs) {
    GoldenLedger given = csv(name, "class_pairs.csv", 2);
    for (PairRegression regression : pairs.regressions()) {
      boolean euclidean = regression.distance() == PairRegression.Distance.EUCLIDEAN;
      boolean standard = regression.definition() == PairRegression.Definition.STANDARD;
      String at =
          "fcd_regressions|fcd_"
              + (euclidean ? "euclidean/" : "discrete_frechet/")
              + (standard ? "standard" : "as_coded_by_authors");
      List<FindingPair> usable =
          pairs.pairs().stream()
              .filter(p -> Double.isFinite(p.euclidean()))
              .filter(p -> Double.isFinite(of(p, standard).iou()))
              .filter(p -> Double.isFinite(of(p, standard).logFrequencyDifference()))
              .toList();
      assertThat(usable).hasSize(regression.pairs());
      double[] y = column(usable, p -> euclidean ? p.euclidean() : p.frechet());
      double[] f = column(usable, p -> of(p, standard).logFrequencyDifference());
      double[] u = column(usable, p -> of(p, standard).iouQuarter());
      String column = standard ? "|abs_diff_log_freq" : "|abs_diff_log_freq_as_coded";
      double[] asGiven =
          column(
              usable, p -> given.number(findings.get(p.a()) + "|" + findings.get(p.b()) + column));
      // equal ratios of counts differ in numpy's last bit; here they tie, which moves ranks a
      // little
      correlations(golden, at + "|corr_log_freq_diff", y, asGiven);
      correlations(golden, at + "|corr_iou_quarter", y, u);
      fit(golden, at + "|ols_log_freq_diff", usable.size(), LeastSquares.fit(y, f));
      fit(golden, at + "|ols_iou_quarter", usable.size(), LeastSquares.fit(y, u));
      fit(golden, at + "|ols_both", usable.size(), LeastSquares.fit(y, f, u));
      fit(golden, at + "|ols_interaction", usable.size(), regression.fit());
      assertThat(regression.withFrequency().value().orElseThrow().coefficient())
          .isCloseTo(golden.number(at + "|corr_log_freq_diff|spearman_rho"), within(2e-3));
      golden.close(
          at + "|corr_iou_quarter|spearman_rho",
          regression.withCoOccurrence().value().orElseThrow().coefficient(),
          1e-9);
    }
    golden.except(
        "fcd_regressions\\|.*\\|names\\|\\d+",
        "statsmodels' names of the terms, in the same order");
  }

  private static FindingPair.CoOccurrence of(FindingPair pair, boolean standard) {
    return standard ? pair.standard() : pair.asCoded();
  }

  private static double[] column(
      List<FindingPair> pairs, java.util.function.ToDoubleFunction<FindingPair> value) {
    return pairs.stream().mapToDouble(value).toArray();
  }

  private static void correlations(GoldenLedger golden, String at, double[] y, double[] x) {
    golden.close(at + "|n", y.length, 0);
    GoldenPies.compare(golden, at + "|pearson_r", at + "|pearson_p", Correlation.pearson(y, x));
    GoldenPies.compare(
        golden, at + "|spearman_rho", at + "|spearman_p", Correlation.spearman(y, x));
    GoldenPies.compare(
        golden, at + "|kendall_tau_b", at + "|kendall_p", Correlation.kendallTauB(y, x));
  }

  private static void fit(GoldenLedger golden, String at, int n, Outcome<LeastSquares> outcome) {
    LeastSquares fit = outcome.value().orElseThrow();
    golden.close(at + "|n", n, 0);
    for (int i = 0; i < fit.terms().size(); i++) {
      LeastSquares.Term term = fit.terms().get(i);
      Interval interval = term.interval(fit.residualDf());
      golden.close(at + "|coef|" + i, term.coefficient(), 1e-9);
      golden.close(at + "|se|" + i, term.se(), 1e-9);
      golden.close(at + "|t|" + i, term.t(), 1e-9);
      golden.relative(at + "|p|" + i, term.p(), 1e-7);
      golden.close(at + "|ci95|" + i + "|0", interval.low(), 1e-9);
      golden.close(at + "|ci95|" + i + "|1", interval.high(), 1e-9);
    }
    golden.close(at + "|r2", fit.rSquared(), 1e-9);
    golden.close(at + "|r2_adj", fit.adjustedRSquared(), 1e-9);
    golden.close(at + "|F", fit.f(), 1e-9);
    golden.relative(at + "|F_p", fit.fP(), 1e-7);
    golden.close(at + "|df_resid", fit.residualDf(), 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"phantom", "nih-real"})
  void every_mean_and_every_agreement_is_compared(String name) {
    GoldenStudy study = new GoldenStudy(name);
    GoldenLedger means = csv(name, "mean_preds_float64.csv.gz", 2);
    GoldenLedger spearman = csv(name, "spearman_per_image.csv", 1);
    List<String> ids = study.ids();
    List<String> findings = study.findings();
    MeanPredictions dense = null;
    for (String sparsity : study.means().keySet()) {
      MeanPredictions mean = new MeanPredictions(ids.size(), findings.size());
      IntStream.range(0, study.runs()).forEach(run -> mean.add(study.run(run).get(sparsity)));
      for (int i = 0; i < ids.size(); i++) {
        for (int f = 0; f < findings.size(); f++) {
          means.close(sparsity + "|" + ids.get(i) + "|" + findings.get(f), mean.value(i, f), 1e-15);
        }
      }
      if (dense == null) {
        dense = mean;
        continue;
      }
      Agreement agreement = Agreement.between(dense, mean);
      for (int i = 0; i < ids.size(); i++) {
        spearman.close(ids.get(i) + "|" + sparsity, agreement.value(i), 1e-12);
      }
    }
    means.assertAllCompared();
    spearman.assertAllCompared();
    for (String sparsity : List.of("0", "0.9")) {
      GoldenLedger plain = csv(name, "preds_L1_seed-0_prune-" + sparsity + ".csv", 1);
      float[] table = study.run(0).get(Sparsity.parse(sparsity).text());
      for (int i = 0; i < table.length; i++) {
        plain.close(
            ids.get(i / findings.size()) + "|" + findings.get(i % findings.size()), table[i], 1e-7);
      }
      plain.assertAllCompared();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"phantom", "nih-real"})
  void every_score_and_every_curve_is_compared(String name) {
    GoldenStudy study = new GoldenStudy(name);
    FindingMetrics metrics = study.metrics();
    List<String> findings = study.findings();
    List<String> sparsities = List.copyOf(study.means().keySet());
    GoldenLedger perRun = csv(name, "class_metrics_per_run.csv.gz", 3);
    GoldenLedger ofMean = csv(name, "class_metrics_mean_prediction.csv", 2);
    GoldenLedger overall = csv(name, "overall_median_over_runs.csv", 1);
    GoldenLedger curves = csv(name, "forgettability_curves_median_rel_delta_ap.csv", 1);
    for (int s = 0; s < sparsities.size(); s++) {
      String sparsity = sparsities.get(s);
      for (int f = 0; f < findings.size(); f++) {
        boolean[] positive = metrics.labels().column(f);
        for (int run = 0; run < study.runs(); run++) {
          String at = run + "|" + sparsity + "|" + findings.get(f);
          FindingScore score = metrics.score(run, s, f);
          RankedScores.Decisions half =
              RankedScores.of(column(study.run(run).get(sparsity), f, findings.size()), positive)
                  .atHalf();
          perRun.close(at + "|ap", score.ap(), 1e-12);
          perRun.close(at + "|auc", score.auc(), 1e-12);
          perRun.close(at + "|f1_at_0.5", score.f1(), 1e-12);
          perRun.close(at + "|precision_at_0.5", half.precision(), 1e-12);
          perRun.close(at + "|recall_at_0.5", half.recall(), 1e-12);
        }
        MeanPredictions mean = study.means().get(sparsity);
        int finding = f;
        double[] column =
            IntStream.range(0, mean.images()).mapToDouble(i -> mean.value(i, finding)).toArray();
        RankedScores scores = RankedScores.of(column, positive);
        ofMean.close(sparsity + "|" + findings.get(f) + "|n_pos", scores.positives(), 0);
        ofMean.close(
            sparsity + "|" + findings.get(f) + "|ap",
            scores.averagePrecision().orElseThrow(),
            1e-12);
        ofMean.close(
            sparsity + "|" + findings.get(f) + "|auc", scores.rocAuc().orElseThrow(), 1e-12);
        if (s > 0) {
          curves.close(
              findings.get(f) + "|" + sparsity,
              ForgettabilityCurve.of(metrics, f).median().get(s - 1),
              1e-12);
        }
      }
      FindingScore median = metrics.medianOverall(s);
      overall.close(sparsity + "|median_mAP", median.ap(), 1e-12);
      overall.close(sparsity + "|median_mAUC", median.auc(), 1e-12);
      overall.close(sparsity + "|median_mF1", median.f1(), 1e-12);
    }
    List.of(perRun, ofMean, overall, curves).forEach(GoldenLedger::assertAllCompared);
  }

  private static float[] column(float[] table, int finding, int findings) {
    float[] column = new float[table.length / findings];
    for (int i = 0; i < column.length; i++) {
      column[i] = table[i * findings + finding];
    }
    return column;
  }

  @ParameterizedTest
  @ValueSource(strings = {"phantom", "nih-real"})
  void every_test_of_a_drop_is_compared(String name) {
    GoldenStudy study = new GoldenStudy(name);
    FindingMetrics metrics = study.metrics();
    var significance = new DropSignificance(metrics);
    List<String> findings = study.findings();
    List<String> sparsities = List.copyOf(study.means().keySet());
    GoldenLedger golden = csv(name, "ap_change_significance.csv", 2);
    for (String sparsity : List.of("0.50", "0.80", "0.90", "0.95")) {
      int s = sparsities.indexOf(sparsity);
      double[] p =
          IntStream.range(0, findings.size())
              .mapToDouble(
                  f -> significance.test(s - 1, f).value().map(TTest::p).orElse(Double.NaN))
              .toArray();
      double[] fdr = Multiplicity.benjaminiHochberg(p);
      for (int f = 0; f < findings.size(); f++) {
        String at = findings.get(f) + "|" + sparsity;
        double[] dense = metrics.averagePrecisions(0, f);
        double[] pruned = metrics.averagePrecisions(s, f);
        Optional<TTest> welch = significance.test(s - 1, f).value();
        golden.close(at + "|welch_t", welch.map(TTest::statistic).orElse(Double.NaN), 1e-9);
        golden.close(at + "|welch_p", p[f], 1e-9);
        if (Double.isNaN(p[f])) {
          golden.except(
              Pattern.quote(at) + "\\|(welch_p_.*|mwu_.*|wilcoxon_p)",
              "all values are equal: the reference says p = 1, the program that there is no test");
        } else {
          golden.close(at + "|welch_p_holm", significance.holm(s - 1, f), 1e-9);
          golden.close(at + "|welch_p_fdr_bh", fdr[f], 1e-9);
          golden.close(at + "|welch_p_bonferroni", Math.min(1, p[f] * findings.size()), 1e-9);
        }
        Optional<TTest> paired = TTest.paired(dense, pruned).value();
        golden.close(at + "|paired_t", paired.map(TTest::statistic).orElse(Double.NaN), 1e-9);
        golden.close(at + "|paired_p", paired.map(TTest::p).orElse(Double.NaN), 1e-9);
        if (Double.isNaN(p[f])) {
          continue;
        }
        Optional<RankTest> ranks = RankTest.mannWhitneyExactIfSmall(dense, pruned).value();
        golden.close(at + "|mwu_U", ranks.map(RankTest::statistic).orElse(Double.NaN), 0);
        golden.close(at + "|mwu_p", ranks.map(RankTest::p).orElse(Double.NaN), 1e-9);
        double[] differences = dense.clone();
        Arrays.setAll(differences, i -> dense[i] - pruned[i]);
        golden.close(
            at + "|wilcoxon_p",
            RankTest.wilcoxon(differences).value().map(RankTest::p).orElse(Double.NaN),
            1e-9);
      }
    }
    golden.assertAllCompared();
  }

  @ParameterizedTest
  @ValueSource(strings = {"phantom", "nih-real"})
  void every_pair_and_every_share_is_compared(String name) {
    GoldenStudy study = new GoldenStudy(name);
    FindingLabels labels = study.labels();
    List<String> findings = study.findings();
    List<ForgettabilityCurve> curves = ForgettabilityCurve.all(study.metrics());
    GoldenLedger golden = csv(name, "class_pairs.csv", 2);
    for (FindingPair pair : FindingPair.all(labels, curves)) {
      pair(golden, findings.get(pair.a()) + "|" + findings.get(pair.b()), pair);
      golden.close(
          findings.get(pair.a()) + "|" + findings.get(pair.b()) + "|fcd_max_abs",
          CurveDistance.largest(values(curves.get(pair.a())), values(curves.get(pair.b()))),
          1e-12);
    }
    golden.assertAllCompared();
    GoldenLedger both = csv(name, "cooccurrence_test.csv", 1);
    for (int a = 0; a < findings.size(); a++) {
      for (int b = 0; b < findings.size(); b++) {
        both.close(findings.get(a) + "|" + findings.get(b), labels.countBoth(a, b), 0);
      }
    }
    both.assertAllCompared();
    composition(name, study, labels);
  }

  private static void pair(GoldenLedger golden, String at, FindingPair pair) {
    golden.close(at + "|fcd_euclidean", pair.euclidean(), 1e-12);
    golden.close(at + "|fcd_discrete_frechet", pair.frechet(), 1e-12);
    golden.close(at + "|n_both", pair.both(), 0);
    golden.close(at + "|n_a", pair.standard().sizeA(), 0);
    golden.close(at + "|n_b", pair.standard().sizeB(), 0);
    golden.close(at + "|iou", pair.standard().iou(), 1e-12);
    golden.close(at + "|iou_pow_quarter", pair.standard().iouQuarter(), 1e-12);
    golden.close(at + "|abs_diff_log_freq", pair.standard().logFrequencyDifference(), 1e-12);
    golden.close(at + "|colsum_a", pair.asCoded().sizeA(), 0);
    golden.close(at + "|colsum_b", pair.asCoded().sizeB(), 0);
    golden.close(at + "|iou_as_coded_by_authors", pair.asCoded().iou(), 1e-12);
    golden.close(at + "|iou_as_coded_pow_quarter", pair.asCoded().iouQuarter(), 1e-12);
    golden.close(
        at + "|abs_diff_log_freq_as_coded", pair.asCoded().logFrequencyDifference(), 1e-12);
  }

  private static double[] values(ForgettabilityCurve curve) {
    return curve.median().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void composition(String name, GoldenStudy study, FindingLabels labels) {
    GoldenLedger frequency = csv(name, "pie_class_frequency.csv", 1);
    GoldenLedger number = csv(name, "pie_number_of_diseases.csv", 1);
    Agreement agreement = Agreement.between(study.means().get("0.00"), study.means().get("0.90"));
    Map<String, ShareRatio> counted = new LinkedHashMap<>();
    for (var row : PieComposition.of(labels, PieSelection.of(agreement, 5)).rows()) {
      boolean ofFinding = row.kind() == PieComposition.Kind.FINDING;
      GoldenLedger golden = ofFinding ? frequency : number;
      golden.close(row.name() + "|pie_freq", row.share().shareA(), 1e-12);
      golden.close(row.name() + "|non_pie_freq", row.share().shareB(), 1e-12);
      golden.close(row.name() + "|freq_ratio", row.share().ratio(), 1e-12);
      if (!ofFinding) {
        counted.put(row.name(), row.share());
      }
    }
    counted.forEach((findings, share) -> {
      number.close(findings + "|pie_count", share.countA(), 0);
      number.close(findings + "|non_pie_count", share.countB(), 0);
    });
    new ArrayList<>(List.of(frequency, number)).forEach(GoldenLedger::assertAllCompared);
  }
}
