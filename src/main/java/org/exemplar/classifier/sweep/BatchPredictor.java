package org.exemplar.classifier.sweep;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.images.Pictures;
import org.exemplar.classifier.torch.Network;
import org.exemplar.task.Cancellation;

/**
 * Runs a network over all pictures, batch by batch, on several threads; batches come back in order.
 * Memory does not grow with the number of images.
 */
public final class BatchPredictor implements AutoCloseable {
  private final Pictures pictures;
  private final Preprocessing preprocessing;
  private final int findings;
  private final int batch;
  private final int threads;
  private final float[] gray;
  private final ExecutorService pool;
  private final BlockingQueue<ByteBuffer> buffers;

  /** Takes raw outputs in row order. */
  @FunctionalInterface
  public interface Sink {
    /**
     * One batch.
     *
     * @param firstRow of the batch
     * @param outputs rows × findings
     */
    void accept(int firstRow, float[] outputs);
  }

  /**
   * How much at a time.
   *
   * @param batch images in one call
   * @param threads calls at a time
   */
  public record Load(int batch, int threads) {
    /** Pixels in one call on a CPU: what the layers give so stays near the core. */
    private static final int CPU_PIXELS = 4 * 256 * 256;

    private static final int CPU_BATCH_MIN = 4;
    private static final int CPU_BATCH_MAX = 16;
    private static final int GPU_BATCH = 128;

    /**
     * What suits a device, unless the options say otherwise.
     *
     * @param size side of a picture in pixels
     * @param rows so many pictures, about
     */
    public static Load suited(boolean gpu, ComparisonOptions.Machine machine, int size, int rows) {
      int threads = gpu ? 2 : machine.threadsOr(ComparisonRun.cores());
      int fair = Math.max(1, (rows + threads - 1) / threads);
      int cpuBatch = Math.clamp((long) CPU_PIXELS / size / size, CPU_BATCH_MIN, CPU_BATCH_MAX);
      return new Load(Math.min(fair, machine.batchOr(gpu ? GPU_BATCH : cpuBatch)), threads);
    }
  }

  /**
   * A predictor over pictures.
   *
   * @param findings outputs per image
   */
  public BatchPredictor(Pictures pictures, Preprocessing preprocessing, int findings, Load load) {
    this.pictures = pictures;
    this.preprocessing = preprocessing;
    this.findings = findings;
    batch = load.batch;
    threads = load.threads;
    gray = GrayValues.table(preprocessing);
    pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
    buffers = new ArrayBlockingQueue<>(threads);
    for (int i = 0; i < threads; i++) {
      buffers.add(
          ByteBuffer.allocateDirect(Math.multiplyExact(batch * pixels(), Float.BYTES))
              .order(ByteOrder.nativeOrder()));
    }
  }

  private int pixels() {
    return preprocessing.channels() * preprocessing.size() * preprocessing.size();
  }

  /** The outputs of the first batch. */
  public float[] first(Network network) {
    return Ahead.get(
        pool.submit(() -> predict(network, 0, Math.min(batch, pictures.await(batch)))));
  }

  /** All outputs, handed over in order. */
  public void all(Network network, Cancellation cancellation, Sink sink) {
    var running = new ArrayDeque<Future<float[]>>();
    int submitted = 0;
    int received = 0;
    try {
      while (true) {
        while (running.size() < 2 * threads && pictures.await(submitted + batch) > submitted) {
          int from = submitted;
          int count = Math.min(batch, pictures.await(from + batch) - from);
          running.add(pool.submit(() -> predict(network, from, count)));
          submitted += count;
        }
        if (running.isEmpty()) {
          return;
        }
        cancellation.throwIfRequested();
        float[] outputs = Ahead.get(running.remove());
        sink.accept(received, outputs);
        received += outputs.length / findings;
      }
    } finally {
      running.forEach(BatchPredictor::settle);
    }
  }

  /** Waits: nobody may prune or close the network while a call is still inside it. */
  private static void settle(Future<float[]> future) {
    try {
      future.get();
    } catch (ExecutionException alreadyReported) {
      // the first failure is on its way to the caller
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private float[] predict(Network network, int from, int count) throws InterruptedException {
    ByteBuffer buffer = buffers.take();
    try {
      fill(buffer.asFloatBuffer(), from, count);
      return network.predict(
          buffer,
          new Network.Batch(count, preprocessing.channels(), preprocessing.size(), findings));
    } finally {
      buffers.add(buffer);
    }
  }

  private void fill(FloatBuffer buffer, int from, int count) {
    int plane = preprocessing.size() * preprocessing.size();
    var picture = new byte[plane];
    int channels = preprocessing.channels();
    var values = new float[plane * channels];
    for (int i = 0; i < count; i++) {
      pictures.copy(from + i, picture);
      for (int p = 0; p < plane; p++) {
        int level = (picture[p] & 0xff) * channels;
        for (int channel = 0; channel < channels; channel++) {
          values[p * channels + channel] = gray[level + channel];
        }
      }
      buffer.put(i * values.length, values);
    }
  }

  /** Waits for calls under way: afterwards networks may be closed. */
  @Override
  public void close() {
    pool.close();
  }
}
