package org.exemplar.classifier.sweep;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What is done beside the predicting: a finished table goes to the disk while the next network
 * predicts, and the mask after the next is chosen. At most one table is on its way.
 */
final class Ahead implements AutoCloseable {
  private final ExecutorService pool =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());
  private @Nullable Future<?> write;

  /** Begins some work. */
  <T> Future<T> begin(Callable<T> work) {
    return pool.submit(work);
  }

  /** Begins to write, after what was being written before. */
  void write(Runnable table) {
    awaitWritten();
    write = pool.submit(table);
  }

  /** Waits for what is being written, and passes its failure on. */
  void awaitWritten() {
    Future<?> last = write;
    write = null;
    if (last != null) {
      get(last);
    }
  }

  /** Waits for a result; throws what the work threw. */
  static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits for all that was begun. */
  @Override
  public void close() {
    pool.close();
  }
}
