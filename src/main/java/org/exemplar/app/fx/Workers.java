package org.exemplar.app.fx;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Executors of the window: daemon threads with names, closed by whoever made them. */
public final class Workers {
  private Workers() {}

  /**
   * An executor of so many threads.
   *
   * @param name how the threads are called in the log
   * @param threads how many pieces of work run at once
   */
  public static ExecutorService of(String name, int threads) {
    return Executors.newFixedThreadPool(
        threads, Thread.ofPlatform().name(name + "-", 0).daemon(true).factory());
  }
}
