package org.exemplar.app.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** Lets another thread do things on the JavaFX thread and wait for them. */
public final class FxThread {
  private FxThread() {}

  /** Starts JavaFX unless it runs already; it stays up until {@code Platform.exit()}. */
  public static void start() throws InterruptedException {
    CountDownLatch up = new CountDownLatch(1);
    try {
      Platform.startup(up::countDown);
      up.await();
    } catch (IllegalStateException e) {
      // JavaFX runs already.
      up.countDown();
    }
    Platform.setImplicitExit(false);
  }

  /** Does something on the JavaFX thread and gives its result. */
  public static <T> T call(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        result.complete(work.call());
      } catch (Throwable e) {
        // An error must reach the waiting thread too, or it would wait for ever.
        result.completeExceptionally(e);
      }
    });
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
