package org.exemplar.sitting;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Active and idle time of one case, by a monotonic clock.
 *
 * <p>Time is active until {@code idleAfter} has passed since the last input, idle from then on
 * until the next input. While the window is hidden all time is idle. While stopped, time is
 * neither. A machine that slept shows as one long gap without input.
 */
final class CaseTimer {
  private final LongSupplier nanos;
  private final long idleAfter;
  private long active;
  private long idle;
  private long countedTo;
  private long lastInput;
  private boolean running;
  private boolean hidden;

  CaseTimer(LongSupplier nanos, Duration idleAfter) {
    this.nanos = nanos;
    this.idleAfter = idleAfter.toNanos();
  }

  void start() {
    if (!running) {
      running = true;
      countedTo = nanos.getAsLong();
      lastInput = countedTo;
    }
  }

  void stop() {
    count();
    running = false;
  }

  void input() {
    count();
    lastInput = nanos.getAsLong();
  }

  void hidden(boolean now) {
    count();
    hidden = now;
    lastInput = nanos.getAsLong();
  }

  long activeNanos() {
    count();
    return active;
  }

  long idleNanos() {
    count();
    return idle;
  }

  private void count() {
    long now = nanos.getAsLong();
    if (running) {
      long span = now - countedTo;
      long untilIdle = hidden ? 0 : lastInput + idleAfter - countedTo;
      long activePart = Math.clamp(untilIdle, 0, span);
      active += activePart;
      idle += span - activePart;
    }
    countedTo = now;
  }
}
