package org.exemplar.sitting;

import java.time.Duration;
import java.util.function.LongSupplier;

/** What a sitting waits for by the clock: mask, pause, break. One at a time. */
final class Waits {
  private final LongSupplier nanos;
  private long from;
  private boolean onBreak;

  /** Begins as if nothing were to be waited for: the first film needs no mask before it. */
  Waits(LongSupplier nanos, Duration mask) {
    this.nanos = nanos;
    this.from = nanos.getAsLong() - mask.toNanos();
  }

  void start() {
    from = nanos.getAsLong();
  }

  void startBreak() {
    start();
    onBreak = true;
  }

  void endBreak() {
    onBreak = false;
  }

  boolean onBreak() {
    return onBreak;
  }

  Duration waited() {
    return Duration.ofNanos(nanos.getAsLong() - from);
  }

  /** What is left of {@code whole}; zero when it is over. */
  Duration left(Duration whole) {
    Duration left = whole.minus(waited());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** What is left of a break of this length, all of it before it was begun. */
  Duration breakLeft(Duration length) {
    return onBreak ? left(length) : length;
  }
}
