package org.exemplar.cluster;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.apache.spark.SparkJobInfo;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.jspecify.annotations.Nullable;

/** Runs jobs on the cluster; a failure becomes one plain sentence. */
final class Jobs {
  private static final long LOOK_EVERY_MS = 100;
  private static final String MARK = "Most recent failure: ";

  private final JavaSparkContext spark;
  private final Cancellation cancellation;

  Jobs(JavaSparkContext spark, Cancellation cancellation) {
    this.spark = spark;
    this.cancellation = cancellation;
  }

  /**
   * All elements, in order.
   *
   * @param what the cluster does, for people: "reading images"
   * @param sharesDone told now and then
   * @throws Problem what a task said, or that the cluster failed and why
   * @throws CancellationException if cancelled
   */
  <T> List<T> collect(JavaRDD<T> wanted, String what, IntConsumer sharesDone) {
    JavaFutureAction<List<T>> job = wanted.collectAsync();
    try {
      while (true) {
        try {
          return job.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
          sharesDone.accept(done(job));
          cancellation.throwIfRequested();
        }
      }
    } catch (ExecutionException e) {
      throw refused(what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      job.cancel(true);
    }
  }

  private int done(JavaFutureAction<?> job) {
    int done = 0;
    for (int id : job.jobIds()) {
      SparkJobInfo info = spark.statusTracker().getJobInfo(id);
      if (info != null) {
        for (int stage : info.stageIds()) {
          SparkStageInfo tasks = spark.statusTracker().getStageInfo(stage);
          done += tasks == null ? 0 : tasks.numCompletedTasks();
        }
      }
    }
    return done;
  }

  /** What a task said of its input; else what the cluster says of itself. */
  static Problem refused(String what, Throwable failure) {
    Throwable last = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
      last = cause;
    }
    return new Problem(
        "The cluster failed while "
            + what
            + " ("
            + reason(last)
            + "); see the log of its executors, then start the comparison again: finished tables"
            + " are kept.",
        failure);
  }

  private static String reason(Throwable last) {
    @Nullable String message = last.getMessage();
    if (message == null || message.isBlank()) {
      return last.getClass().getSimpleName();
    }
    int mark = message.indexOf(MARK);
    String told = mark < 0 ? message : message.substring(mark + MARK.length());
    return last.getClass().getSimpleName() + ": " + told.strip().lines().findFirst().orElse("");
  }
}
