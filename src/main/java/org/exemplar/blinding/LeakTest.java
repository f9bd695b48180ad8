package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exemplar.problem.Problem;
import org.exemplar.stats.Interval;
import org.exemplar.stats.Ranks;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything about a case other than its picture can tell its arm: the AUC of each fact for
 * PIE against control, with a 95 % interval (DeLong, Biometrics 1988;44:837).
 *
 * @param rows one per fact, in the order of {@link LeakFact}
 */
public record LeakTest(List<Row> rows) {
  /** An AUC this far from one half, either way, refuses the seal. */
  public static final double REFUSED_FROM = 0.3;

  private static final double Z = 1.959963984540054;

  /**
   * One fact.
   *
   * @param fact what was looked at
   * @param auc probability that a PIE has the larger value, ties half
   * @param interval 95 %, within 0 and 1; null with fewer than two cases in an arm
   * @param spread how the values lie
   */
  public record Row(LeakFact fact, double auc, @Nullable Interval interval, Spread spread) {
    /** Whether this fact gives the arm away: a container fact, far from one half, not by chance. */
    public boolean refused() {
      return fact.container() && extreme(auc) && spread.telling();
    }

    /** Whether all cases share one value. */
    public boolean same() {
      return spread == Spread.SAME;
    }
  }

  /** How the values of a fact lie in the two arms. */
  public enum Spread {
    /** All cases share one value. */
    SAME,
    /** Values differ as they may by chance (Mann–Whitney, two-sided, 5 %). */
    CHANCE,
    /** Values differ more than by chance. */
    DIFFERENT,
    /** Each arm has one value of its own: no chance is needed. */
    APART;

    private boolean telling() {
      return this == DIFFERENT || this == APART;
    }
  }

  public LeakTest {
    rows = List.copyOf(rows);
  }

  /**
   * @param arms of each case
   * @param facts for each fact one array per view of it (reading order: one per reader), each with
   *     one value per case, NaN where the case has none (a reader does not read it); the view that
   *     tells most counts
   */
  public static LeakTest of(List<Arm> arms, Map<LeakFact, List<double[]>> facts) {
    List<Row> rows = new ArrayList<>();
    for (LeakFact fact : LeakFact.values()) {
      facts.getOrDefault(fact, List.of()).stream()
          .map(values -> row(fact, arms, values))
          .max(Comparator.comparingDouble(row -> Math.abs(row.auc() - 0.5)))
          .ifPresent(rows::add);
    }
    return new LeakTest(rows);
  }

  /** Whether no fact gives the arm away. */
  public boolean passed() {
    return rows.stream().noneMatch(Row::refused);
  }

  /**
   * @throws Problem naming each fact that gives the arm away
   */
  public void require() {
    List<String> refused =
        rows.stream()
            .filter(Row::refused)
            .map(row ->
                String.format(
                    Locale.ROOT,
                    "%s (AUC %.2f)",
                    row.fact().title().toLowerCase(Locale.ROOT),
                    row.auc()))
            .toList();
    if (!refused.isEmpty()) {
      throw new Problem(
          "The study was not sealed because readers could tell the arms apart by "
              + String.join(", ", refused)
              + ": use images of one kind, or match controls on what differs.");
    }
  }

  static boolean extreme(double auc) {
    return Math.abs(auc - 0.5) >= REFUSED_FROM - 1e-12;
  }

  /** Probability that a PIE has the larger value, ties half; one half when an arm is empty. */
  static double auc(List<Arm> arms, double[] values) {
    double[] pies = values(arms, values, Arm.PIE);
    double[] controls = values(arms, values, Arm.NON_PIE);
    return pies.length == 0 || controls.length == 0 ? 0.5 : mean(placements(pies, controls));
  }

  private static Row row(LeakFact fact, List<Arm> arms, double[] perCase) {
    double[] values = Arrays.stream(perCase).filter(value -> !Double.isNaN(value)).toArray();
    double[] pies = values(arms, perCase, Arm.PIE);
    double[] controls = values(arms, perCase, Arm.NON_PIE);
    double auc = auc(arms, perCase);
    Interval interval = null;
    if (pies.length >= 2 && controls.length >= 2) {
      double error =
          Math.sqrt(
              variance(placements(pies, controls)) / pies.length
                  + variance(placements(controls, pies)) / controls.length);
      interval = new Interval(Math.max(0, auc - Z * error), Math.min(1, auc + Z * error));
    }
    return new Row(fact, auc, interval, spread(auc, values, pies, controls));
  }

  private static Spread spread(double auc, double[] values, double[] pies, double[] controls) {
    if (constant(values)) {
      return Spread.SAME;
    }
    if (Math.min(pies.length, controls.length) >= 2 && constant(pies) && constant(controls)) {
      return Spread.APART;
    }
    double pairs = (double) pies.length * controls.length;
    double n = values.length;
    double deviation = Math.sqrt(pairs / 12 * (n + 1 - Ranks.tieTerm(values) / (n * (n - 1))));
    double z = Math.max(0, Math.abs(auc - 0.5) * pairs - 0.5) / deviation;
    return z > Z ? Spread.DIFFERENT : Spread.CHANCE;
  }

  private static boolean constant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  /** For each of {@code of}: the share of {@code among} that it exceeds, ties half. */
  private static double[] placements(double[] of, double[] among) {
    double[] placements = new double[of.length];
    for (int i = 0; i < of.length; i++) {
      double below = 0;
      for (double other : among) {
        below += other < of[i] ? 1 : other == of[i] ? 0.5 : 0;
      }
      placements[i] = below / among.length;
    }
    return placements;
  }

  private static double[] values(List<Arm> arms, double[] values, Arm arm) {
    double[] picked = new double[values.length];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (arms.get(i) == arm && !Double.isNaN(values[i])) {
        picked[n++] = values[i];
      }
    }
    return Arrays.copyOf(picked, n);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (values.length - 1);
  }
}
