package org.exemplar.classifier.sweep;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.images.Pictures;
import org.exemplar.classifier.torch.TorchRuntime;
import org.exemplar.task.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * What the first run's dense network gives, predicted while images are still being decoded: which
 * rows there will be, and so what its table is made from, is only known after the last image. Holds
 * one table's outputs, and its network until that is taken.
 */
final class EarlyOutputs implements AutoCloseable {
  private final RunFacts run;
  private final Preprocessing preprocessing;
  private final int findings;
  private @Nullable Opened opened;
  private boolean taken;
  private float[] outputs = {};
  private int filled;

  /** A checkpoint that was read, and its network. */
  record Opened(Checkpoint checkpoint, LazyNetwork network) {}

  EarlyOutputs(RunFacts run, Preprocessing preprocessing, int findings) {
    this.run = run;
    this.preprocessing = preprocessing;
    this.findings = findings;
  }

  /**
   * How it is predicted.
   *
   * @param rows at most so many
   * @param rowsDone told after each batch
   */
  record Work(
      ComparisonOptions.Machine machine,
      int rows,
      Cancellation cancellation,
      IntConsumer rowsDone) {}

  /** Predicts all pictures that come. */
  void predict(TorchRuntime runtime, Pictures pictures, Work work) {
    Checkpoint checkpoint = run.readAgain();
    var network = new LazyNetwork(runtime, checkpoint);
    opened = new Opened(checkpoint, network);
    outputs = new float[Math.multiplyExact(work.rows, findings)];
    runtime.threads(1);
    var load =
        BatchPredictor.Load.suited(
            runtime.device().equals("gpu"), work.machine, preprocessing.size(), work.rows);
    try (var predictor = new BatchPredictor(pictures, preprocessing, findings, load)) {
      predictor.all(
          network.dense(),
          work.cancellation,
          (firstRow, raw) -> {
            System.arraycopy(raw, 0, outputs, firstRow * findings, raw.length);
            filled = firstRow * findings + raw.length;
            work.rowsDone.accept(firstRow + raw.length / findings);
          });
    }
  }

  /** Whether these are the outputs of a run, not taken yet. */
  boolean isOf(RunFacts other) {
    return !taken && run.equals(other);
  }

  /** The run's checkpoint and network, which the caller closes from now on. */
  Opened take() {
    if (opened == null) {
      throw new IllegalStateException("nothing was predicted");
    }
    taken = true;
    return opened;
  }

  /** Hands all outputs over. */
  void replay(BatchPredictor.Sink sink) {
    sink.accept(0, Arrays.copyOf(outputs, filled));
  }

  @Override
  public void close() {
    if (opened != null && !taken) {
      opened.network.close();
    }
  }
}
