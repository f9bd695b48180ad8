package org.exemplar.app.research.planner;

import org.exemplar.analysis.Planner;
import org.exemplar.chart.Figures;
import org.exemplar.stats.mrmc.PowerSimulation;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * A plan's power checked by drawing studies and analysing them.
 *
 * @param planned the power that the formula gave
 * @param power the share of drawn studies with a significant test
 * @param error its Monte-Carlo standard error
 * @param studies how many were drawn
 */
record SimulationCheck(double planned, double power, double error, int studies) {
  private static final int BATCH = 50;

  /**
   * Draws in batches, so that it can be watched and stopped.
   *
   * @throws java.util.concurrent.CancellationException if cancelled between two batches
   */
  static SimulationCheck of(
      Planner.Row row, int studies, long seed, Progress progress, Cancellation cancellation) {
    double significant = 0;
    int done = 0;
    while (done < studies) {
      cancellation.throwIfRequested();
      progress.report("Drawing studies", done, studies);
      int now = Math.min(BATCH, studies - done);
      PowerSimulation batch = row.simulate(now, seed + done);
      significant += batch.power() * now;
      done += now;
    }
    progress.report("Drawn", done, studies);
    double power = significant / done;
    return new SimulationCheck(row.power(), power, Math.sqrt(power * (1 - power) / done), done);
  }

  /** Whether formula and simulation lie within three standard errors or five points. */
  boolean agrees() {
    return Math.abs(power - planned) <= Math.max(0.05, 3 * error);
  }

  /** {@code "46 % ± 2 in 2,000 simulated studies: the formula's 47 % holds."}. */
  String words() {
    return Figures.percent(power)
        + " % ± "
        + Figures.decimals(100 * 1.96 * error, 0)
        + " in "
        + String.format(java.util.Locale.ROOT, "%,d", studies)
        + " simulated studies: the formula’s "
        + Figures.percent(planned)
        + (agrees() ? " % holds." : " % is off; plan with the lower of the two.");
  }
}
