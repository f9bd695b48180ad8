package org.exemplar.cluster;

import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.classifier.sweep.BatchPredictor;
import org.exemplar.classifier.sweep.RunFacts;
import org.exemplar.classifier.sweep.RunningNetwork;
import org.exemplar.problem.Problem;

/** A network on all executors at once: one job for each table. */
final class SparkNetwork implements RunningNetwork {
  private final Place place;
  private final RunFacts run;
  private final Checkpoint checkpoint;
  private Optional<String> ranAs = Optional.empty();

  /**
   * Where it runs.
   *
   * @param device that all executors must have
   */
  record Place(
      JavaSparkContext spark, Jobs jobs, TaskSettings settings, Shares shares, String device) {}

  /**
   * The images, shared out.
   *
   * @param first the first share with a picture
   */
  record Shares(JavaRDD<SeenImage> pictures, int first) {}

  SparkNetwork(Place place, RunFacts run) {
    this.place = place;
    this.run = run;
    this.checkpoint = run.readAgain();
  }

  @Override
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  @Override
  public float[] first() {
    return predicted(dense(), place.shares.first).getFirst().outputs();
  }

  @Override
  public void dense(BatchPredictor.Sink sink) {
    hand(predicted(dense(), PredictShare.ALL), sink);
  }

  @Override
  public void pruned(KeepMask keep, BatchPredictor.Sink sink) {
    Broadcast<byte[]> packed = place.spark.broadcast(keep.packed());
    try {
      var mask = new NetworkOrder.Mask(keep.sha256().hex(), packed, keep.total());
      var order = new NetworkOrder(NetworkOrder.Run.of(run), mask);
      hand(predicted(order, PredictShare.ALL), sink);
    } finally {
      packed.destroy();
    }
  }

  private NetworkOrder dense() {
    return new NetworkOrder(NetworkOrder.Run.of(run), null);
  }

  private List<ShareOutputs> predicted(NetworkOrder order, int share) {
    List<ShareOutputs> outputs =
        place.jobs.collect(
            place.shares.pictures.mapPartitionsWithIndex(
                new PredictShare(place.settings, order, share), false),
            "predicting with " + run.file(),
            _ -> {});
    for (ShareOutputs each : outputs) {
      if (!each.device().equals(place.device)) {
        throw new Problem(
            "Some executors have a GPU and some have not; give --device cpu, or executors that are"
                + " alike.");
      }
      ranAs = ranAs.or(each::ranAs);
    }
    return outputs;
  }

  private void hand(List<ShareOutputs> outputs, BatchPredictor.Sink sink) {
    int row = 0;
    for (ShareOutputs each : outputs) {
      sink.accept(row, each.outputs());
      row += each.outputs().length / place.settings.findings();
    }
  }

  @Override
  public void requirePrunable() {
    TaskSettings settings = place.settings;
    NetworkOrder order = dense();
    place.jobs.collect(
        place.spark.parallelize(List.of(order), 1).map(each -> isPrunable(settings, each)),
        "loading " + run.file(),
        _ -> {});
  }

  private static boolean isPrunable(TaskSettings settings, NetworkOrder order)
      throws InterruptedException {
    try (ExecutorNetwork.Lease lease = ExecutorNetwork.HERE.take(order, settings.runtime())) {
      return lease.network().prunable().total() > 0;
    }
  }

  @Override
  public Optional<String> ranAs() {
    return ranAs;
  }

  @Override
  public void close() {
    ranAs = Optional.empty();
  }
}
