package org.exemplar.app.coordination.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exemplar.stats.mrmc.Assumption;
import org.exemplar.stats.mrmc.PowerPlan;
import org.exemplar.study.Design;

/**
 * What a study of this design may show on a question with five points: the planner's formula under
 * its assumption without a pilot. Two numbers, since one would flatter.
 *
 * @param auc taken to be true
 * @param alike if readers are alike in the effect
 * @param differ if they are not
 * @param groups 1 when all read everything; more: reckoned as if readers and cases were dealt into
 *     so many groups, which an anchor set only betters
 */
record PowerOutlook(double auc, PowerPlan alike, PowerPlan differ, int groups) {
  /** Power that is usually wished for. */
  static final double WANTED = 0.8;

  private static final double LEVEL = 0.05;
  private static final int MOST = 200;

  /** A point of a curve. */
  record Point(int cases, double power) {}

  /** Empty with fewer than two readers or cases of an arm. */
  static Optional<PowerOutlook> of(Design design, int readers) {
    int groups =
        design.overlap().kind() == Design.Overlap.Kind.ALL
            ? 1
            : Math.max(1, readers / Math.max(1, design.overlap().readersPerCase()));
    return of(design.arms(), readers, groups);
  }

  private static Optional<PowerOutlook> of(Design.Arms arms, int readers, int groups) {
    int fewest = Math.min(arms.pie(), arms.nonPie());
    if (readers < 2 || fewest < 2) {
      return Optional.empty();
    }
    int dealt = Math.clamp(groups, 1, Math.min(readers, fewest));
    PowerPlan.Design design = new PowerPlan.Design(readers, arms.pie(), arms.nonPie(), dealt);
    return Optional.of(
        new PowerOutlook(
            Assumption.FIVE_LEVELS.auc(), plan(design, true), plan(design, false), dealt));
  }

  private static PowerPlan plan(PowerPlan.Design design, boolean alike) {
    Assumption assumed = Assumption.FIVE_LEVELS;
    return PowerPlan.of(design, assumed.auc(), assumed.components(alike), LEVEL);
  }

  /** How many readers. */
  int readers() {
    return alike.design().readers();
  }

  /** Cases of both arms. */
  int cases() {
    return alike.design().cases();
  }

  /** Power against cases in both arms, half of them PIEs. */
  List<Point> curve(boolean readersAlike) {
    List<Point> points = new ArrayList<>();
    for (int cases = Math.max(8, 2 * groups); cases <= Math.max(MOST, cases()); cases += 8) {
      PowerPlan.Design design =
          new PowerPlan.Design(readers(), cases / 2, cases - cases / 2, groups);
      points.add(new Point(cases, plan(design, readersAlike).power()));
    }
    return points;
  }
}
