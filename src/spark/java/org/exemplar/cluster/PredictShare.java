package org.exemplar.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function2;
import org.exemplar.classifier.sweep.BatchPredictor;
import org.exemplar.classifier.torch.TorchRuntime;
import org.exemplar.task.Cancellation;

/** Runs one network over the pictures of a share, on an executor. */
final class PredictShare
    implements Function2<Integer, Iterator<SeenImage>, Iterator<ShareOutputs>> {
  private static final long serialVersionUID = 1L;

  /** Every share. */
  static final int ALL = -1;

  private final TaskSettings settings;
  private final NetworkOrder order;
  private final int only;

  /**
   * A task.
   *
   * @param only the one share of which the first batch is wanted, or {@link #ALL}
   */
  PredictShare(TaskSettings settings, NetworkOrder order, int only) {
    this.settings = settings;
    this.order = order;
    this.only = only;
  }

  @Override
  public Iterator<ShareOutputs> call(Integer share, Iterator<SeenImage> images)
      throws InterruptedException {
    if (only != ALL && only != share) {
      return List.<ShareOutputs>of().iterator();
    }
    List<byte[]> pictures = new ArrayList<>();
    while (images.hasNext()) {
      SeenImage image = images.next();
      if (image.usable()) {
        pictures.add(image.picture());
      }
    }
    return pictures.isEmpty()
        ? List.<ShareOutputs>of().iterator()
        : List.of(predict(new SharePictures(pictures))).iterator();
  }

  private ShareOutputs predict(SharePictures pictures) throws InterruptedException {
    TorchRuntime runtime = settings.runtime();
    var load =
        BatchPredictor.Load.suited(
            runtime.device().equals("gpu"), settings.machine(), settings.size(), pictures.count());
    try (ExecutorNetwork.Lease lease = ExecutorNetwork.HERE.take(order, runtime);
        var predictor =
            new BatchPredictor(pictures, settings.preprocessing(), settings.findings(), load)) {
      float[] outputs;
      if (only == ALL) {
        outputs = all(predictor, lease, pictures.count());
      } else {
        outputs = predictor.first(lease.network());
      }
      return new ShareOutputs(outputs, runtime.device(), lease.ranAs().orElse(null));
    }
  }

  private float[] all(BatchPredictor predictor, ExecutorNetwork.Lease lease, int rows) {
    var outputs = new float[Math.multiplyExact(rows, settings.findings())];
    TaskContext task = TaskContext.get();
    predictor.all(
        lease.network(),
        new Cancellation(),
        (firstRow, raw) -> {
          if (task.isInterrupted()) {
            throw new CancellationException("The task was called off.");
          }
          System.arraycopy(raw, 0, outputs, firstRow * settings.findings(), raw.length);
        });
    return outputs;
  }
}
