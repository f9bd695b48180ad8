package org.exemplar.task;

import java.util.concurrent.CancellationException;

/**
 * A wish to stop, passed into long work. Work asks at points where stopping leaves nothing half
 * done. Thread-safe.
 */
public final class Cancellation {
  private volatile boolean requested;

  /** Asks the work to stop at its next safe point. */
  public void cancel() {
    requested = true;
  }

  /** Whether stopping was asked for. */
  public boolean requested() {
    return requested;
  }

  /**
   * @throws CancellationException if stopping was asked for
   */
  public void throwIfRequested() {
    if (requested) {
      throw new CancellationException("Cancelled; what was finished is kept.");
    }
  }
}
