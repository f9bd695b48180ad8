package org.exemplar.pie;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Ways to draw runs with replacement. With few runs every distinct draw is listed once with its
 * probability, so that the bootstrap is exact; with many, seeded draws stand for them.
 *
 * @param draws how often each run was drawn, with the draw's probability; probabilities add to 1
 * @param exact whether every possible draw is listed
 */
record RunResampling(List<Draw> draws, boolean exact) {
  /** How often each run was drawn. */
  record Draw(List<Integer> times, double probability) {}

  /**
   * @param runs at least 1
   * @param limit at most so many draws
   * @param seed used only where not every draw can be listed
   */
  static RunResampling of(int runs, int limit, long seed) {
    if (distinctDraws(runs) <= limit) {
      List<Draw> draws = new ArrayList<>();
      list(new int[runs], 0, runs, logFactorial(runs) - runs * Math.log(runs), draws);
      return new RunResampling(draws, true);
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<Draw> draws = new ArrayList<>(limit);
    for (int i = 0; i < limit; i++) {
      int[] times = new int[runs];
      for (int run = 0; run < runs; run++) {
        times[random.nextInt(runs)]++;
      }
      draws.add(draw(times, 1.0 / limit));
    }
    return new RunResampling(draws, false);
  }

  private static void list(int[] times, int run, int left, double logWeight, List<Draw> draws) {
    if (run == times.length - 1) {
      times[run] = left;
      draws.add(draw(times, Math.exp(logWeight - logFactorial(left))));
      return;
    }
    for (int n = 0; n <= left; n++) {
      times[run] = n;
      list(times, run + 1, left - n, logWeight - logFactorial(n), draws);
    }
  }

  private static Draw draw(int[] times, double probability) {
    return new Draw(Arrays.stream(times).boxed().toList(), probability);
  }

  /** (2R − 1 over R), as a double since it soon exceeds whole numbers. */
  private static double distinctDraws(int runs) {
    double count = 1;
    for (int i = 1; i < runs; i++) {
      count = count * (runs + i) / i;
    }
    return count;
  }

  private static double logFactorial(int n) {
    double sum = 0;
    for (int i = 2; i <= n; i++) {
      sum += Math.log(i);
    }
    return sum;
  }
}
