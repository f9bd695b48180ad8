package org.exemplar.sitting;

import java.time.Duration;
import java.time.Instant;

/** Time that passes only when told to. */
final class SimulatedClock {
  private final Instant start;
  private long nanos;

  SimulatedClock(Instant start) {
    this.start = start;
  }

  void pass(Duration time) {
    nanos += time.toNanos();
  }

  SittingClock clock() {
    return new SittingClock(() -> start.plusNanos(nanos), () -> nanos);
  }
}
