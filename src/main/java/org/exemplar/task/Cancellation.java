package org.exemplar.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A wish to stop, or to stand still for a while, passed into long work. Work asks at points where
 * neither leaves anything half done. Thread-safe.
 */
public final class Cancellation {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile boolean requested;
  private volatile boolean paused;

  /** Asks the work to stop at its next safe point, paused or not. */
  public void cancel() {
    set(() -> requested = true);
  }

  /** Asks the work to stand still from its next safe point on. */
  public void pause() {
    set(() -> paused = true);
  }

  /** Lets paused work go on. */
  public void resume() {
    set(() -> paused = false);
  }

  private void set(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether stopping was asked for. */
  public boolean requested() {
    return requested;
  }

  /** Whether standing still was asked for, and going on was not yet. */
  public boolean paused() {
    return paused;
  }

  /**
   * A safe point: waits here while the work is paused.
   *
   * @throws CancellationException if stopping was asked for, or the waiting thread is interrupted
   */
  public void throwIfRequested() {
    if (paused) {
      waitUntilResumed();
    }
    if (requested) {
      throw new CancellationException("Cancelled; what was finished is kept.");
    }
  }

  private void waitUntilResumed() {
    lock.lock();
    try {
      while (paused && !requested) {
        changed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while paused; what was finished is kept.");
    } finally {
      lock.unlock();
    }
  }
}
