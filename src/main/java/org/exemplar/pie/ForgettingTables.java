package org.exemplar.pie;

import static org.exemplar.pie.CsvTable.number;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.pie.PieForgetting.Finding;
import org.exemplar.stats.Correlation;
import org.exemplar.stats.Interval;
import org.exemplar.stats.LeastSquares;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.TTest;

/** Writes the tables that need labels. */
final class ForgettingTables {
  private final PieForgetting forgetting;
  private final List<Sparsity> tables;
  private final List<Sparsity> pruned;
  private final Path out;

  ForgettingTables(
      PieForgetting forgetting, List<Sparsity> tables, List<Sparsity> pruned, Path out) {
    this.forgetting = forgetting;
    this.tables = tables;
    this.pruned = pruned;
    this.out = out;
  }

  void write() {
    findings();
    overall();
    curves();
    firstDrops();
    frequency();
    pairs();
    regressions();
    composition();
  }

  private static String run(int run) {
    return String.format(Locale.ROOT, "%02d", run);
  }

  private void findings() {
    FindingMetrics metrics = forgetting.metrics();
    CsvTable.write(
        out.resolve("findings.csv"),
        List.of("finding", "run", "sparsity", "ap", "auc", "f1"),
        rows -> {
          for (int f = 0; f < forgetting.findings().size(); f++) {
            for (int r = 0; r < metrics.runs(); r++) {
              for (int s = 0; s < tables.size(); s++) {
                rows.accept(
                    scored(
                        metrics.score(r, s, f),
                        forgetting.findings().get(f).name(),
                        run(r),
                        tables.get(s).text()));
              }
            }
          }
        });
  }

  private void overall() {
    FindingMetrics metrics = forgetting.metrics();
    CsvTable.write(
        out.resolve("overall.csv"),
        List.of("run", "sparsity", "mean_ap", "mean_auc", "mean_f1"),
        rows -> {
          for (int r = 0; r < metrics.runs(); r++) {
            for (int s = 0; s < tables.size(); s++) {
              rows.accept(scored(metrics.overall(r, s), run(r), tables.get(s).text()));
            }
          }
          for (int s = 0; s < tables.size(); s++) {
            rows.accept(scored(metrics.medianOverall(s), "median", tables.get(s).text()));
          }
        });
  }

  private static List<String> scored(FindingScore score, String... keys) {
    List<String> row = new ArrayList<>(List.of(keys));
    row.addAll(List.of(number(score.ap()), number(score.auc()), number(score.f1())));
    return row;
  }

  private void curves() {
    CsvTable.write(
        out.resolve("forgettability.csv"),
        List.of(
            "finding",
            "sparsity",
            "median_relative_change",
            "lowest_relative_change",
            "highest_relative_change",
            "welch_t",
            "welch_p",
            "welch_p_holm"),
        rows -> {
          for (int f = 0; f < forgetting.findings().size(); f++) {
            ForgettabilityCurve curve = forgetting.findings().get(f).curve();
            for (int k = 0; k < pruned.size(); k++) {
              Optional<TTest> test = forgetting.significance().test(k, f).value();
              rows.accept(
                  List.of(
                      forgetting.findings().get(f).name(),
                      pruned.get(k).text(),
                      number(curve.median().get(k)),
                      number(curve.low().get(k)),
                      number(curve.high().get(k)),
                      test.map(t -> number(t.statistic())).orElse(""),
                      test.map(t -> number(t.p())).orElse(""),
                      number(forgetting.significance().holm(k, f))));
            }
          }
        });
  }

  private void firstDrops() {
    CsvTable.write(
        out.resolve("first_drops.csv"),
        List.of(
            "finding",
            "test_count",
            "train_count",
            "first_significant_drop",
            "first_significant_drop_holm",
            "first_drop_over_20_percent",
            "median_change_at_highest_sparsity"),
        rows -> {
          for (Finding finding : forgetting.findings()) {
            OptionalInt train = finding.trainCount();
            rows.accept(
                List.of(
                    finding.name(),
                    number(finding.testCount()),
                    train.isPresent() ? number(train.getAsInt()) : "",
                    text(finding.drops().significant()),
                    text(finding.drops().significantHolm()),
                    text(finding.drops().overTwentyPercent()),
                    number(finding.curve().atHighestSparsity())));
          }
        });
  }

  private static String text(Optional<Sparsity> sparsity) {
    return sparsity.map(Sparsity::text).orElse("");
  }

  private void frequency() {
    CsvTable.write(
        out.resolve("frequency.csv"),
        List.of(
            "counts",
            "measure",
            "findings",
            "pearson_r",
            "pearson_p",
            "spearman_rho",
            "spearman_p",
            "kendall_tau_b",
            "kendall_p"),
        rows -> {
          for (FrequencyRelation relation : forgetting.frequency()) {
            List<String> row = new ArrayList<>();
            row.add(name(relation.counts()));
            row.add(name(relation.measure()));
            row.add(number(relation.findings()));
            for (Outcome<Correlation> correlation :
                List.of(
                    relation.correlations().pearson(),
                    relation.correlations().spearman(),
                    relation.correlations().kendall())) {
              row.add(cell(correlation, Correlation::coefficient));
              row.add(cell(correlation, Correlation::p));
            }
            rows.accept(row);
          }
        });
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <T> String cell(Outcome<T> outcome, Function<T, Double> value) {
    return outcome.value().map(held -> number(value.apply(held))).orElse("");
  }

  private void pairs() {
    CsvTable.write(
        out.resolve("pairs.csv"),
        List.of(
            "finding_a",
            "finding_b",
            "curve_distance_euclidean",
            "curve_distance_discrete_frechet",
            "images_with_both",
            "images_a",
            "images_b",
            "iou",
            "abs_diff_log_frequency",
            "column_sum_a",
            "column_sum_b",
            "iou_as_coded",
            "abs_diff_log_frequency_as_coded"),
        rows -> {
          for (FindingPair pair : forgetting.pairs().pairs()) {
            List<String> row = new ArrayList<>();
            row.add(forgetting.findings().get(pair.a()).name());
            row.add(forgetting.findings().get(pair.b()).name());
            row.add(number(pair.euclidean()));
            row.add(number(pair.frechet()));
            row.add(number(pair.both()));
            for (FindingPair.CoOccurrence each : List.of(pair.standard(), pair.asCoded())) {
              row.add(number(each.sizeA()));
              row.add(number(each.sizeB()));
              row.add(number(each.iou()));
              row.add(number(each.logFrequencyDifference()));
            }
            rows.accept(row);
          }
        });
  }

  private void regressions() {
    CsvTable.write(
        out.resolve("pair_regressions.csv"),
        List.of(
            "distance",
            "definition",
            "pairs",
            "spearman_with_frequency",
            "spearman_with_co_occurrence",
            "term",
            "coefficient",
            "se",
            "t",
            "p",
            "r_squared"),
        rows -> {
          for (PairRegression regression : forgetting.pairs().regressions()) {
            for (int i = 0; i < PairRegression.TERMS.size(); i++) {
              int term = i;
              List<String> row = new ArrayList<>();
              row.add(name(regression.distance()));
              row.add(name(regression.definition()));
              row.add(number(regression.pairs()));
              row.add(cell(regression.withFrequency(), Correlation::coefficient));
              row.add(cell(regression.withCoOccurrence(), Correlation::coefficient));
              row.add(PairRegression.TERMS.get(i));
              row.add(cell(regression.fit(), fit -> fit.terms().get(term).coefficient()));
              row.add(cell(regression.fit(), fit -> fit.terms().get(term).se()));
              row.add(cell(regression.fit(), fit -> fit.terms().get(term).t()));
              row.add(cell(regression.fit(), fit -> fit.terms().get(term).p()));
              row.add(cell(regression.fit(), LeastSquares::rSquared));
              rows.accept(row);
            }
          }
        });
  }

  private void composition() {
    CsvTable.write(
        out.resolve("composition.csv"),
        List.of(
            "kind",
            "name",
            "pies_with",
            "pies",
            "others_with",
            "others",
            "ratio",
            "ratio_low",
            "ratio_high",
            "difference",
            "difference_low",
            "difference_high",
            "note"),
        rows -> {
          for (PieComposition.Row group : forgetting.composition().rows()) {
            ShareRatio share = group.share();
            Optional<Interval> ratio = share.ratioInterval();
            Interval difference = share.differenceInterval();
            rows.accept(
                List.of(
                    name(group.kind()),
                    group.name(),
                    number(share.countA()),
                    number(share.totalA()),
                    number(share.countB()),
                    number(share.totalB()),
                    number(share.ratio()),
                    ratio.map(each -> number(each.low())).orElse(""),
                    ratio.map(each -> number(each.high())).orElse(""),
                    number(share.difference()),
                    number(difference.low()),
                    number(difference.high()),
                    ratio.isPresent() ? "" : "not estimable"));
          }
        });
  }
}
