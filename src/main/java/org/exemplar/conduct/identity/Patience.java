package org.exemplar.conduct.identity;

import java.time.Duration;
import java.time.Instant;
import org.exemplar.problem.Problem;

/**
 * How long to wait after wrong passphrases: five tries are free, then 30 seconds, and twice as long
 * after each further one, up to some eight hours.
 */
public final class Patience {
  /** Tries before the first wait. */
  public static final int FREE_TRIES = 5;

  private static final int MOST_DOUBLINGS = 10;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

  private Patience() {}

  /** How long after the last wrong try the next one is taken. */
  public static Duration after(int wrong) {
    return wrong < FREE_TRIES
        ? Duration.ZERO
        : FIRST_WAIT.multipliedBy(1L << Math.min(MOST_DOUBLINGS, wrong - FREE_TRIES));
  }

  /**
   * Refuses a try that comes too early.
   *
   * @param wrong tries in a row that were wrong
   * @param last when the last of them was
   * @throws Problem saying how long to wait
   */
  public static void require(int wrong, Instant last, Instant now) {
    Instant free = last.plus(after(wrong));
    if (wrong >= FREE_TRIES && now.isBefore(free)) {
      throw new Problem(
          "%d wrong passphrases in a row: wait %d s before trying again."
              .formatted(wrong, Duration.between(now, free).toSeconds() + 1));
    }
  }
}
