package org.exemplar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.classifier.torch.Device;
import org.exemplar.classifier.torch.Network;
import org.exemplar.classifier.torch.TorchRuntime;
import org.exemplar.folders.AppFolders;

/**
 * A network over inputs that lie in memory already, as a comparison runs it: one call on each
 * thread at a time.
 */
final class Inference implements Workload {
  private static final int CHANNELS = 3;

  private final Network network;
  private final List<ByteBuffer> batches = new ArrayList<>();
  private final ExecutorService pool;
  private final int size;
  private final Path outputs;

  /**
   * @param inputs raw float32, images × 3 × size × size
   * @param numbers size, images in a call, threads, file for the outputs
   */
  Inference(Path checkpoint, Path inputs, List<String> numbers) {
    size = Integer.parseInt(numbers.get(0));
    int batch = Integer.parseInt(numbers.get(1));
    int threads = Integer.parseInt(numbers.get(2));
    outputs = Path.of(numbers.get(3));
    TorchRuntime runtime =
        TorchRuntime.start(AppFolders.ofThisSystem().cache().resolve("libtorch"), Device.CPU);
    runtime.threads(1);
    network = runtime.load(CheckpointReader.read(checkpoint));
    pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
    read(inputs, batch);
  }

  private void read(Path inputs, int batch) {
    int image = CHANNELS * size * size * Float.BYTES;
    try (FileChannel channel = FileChannel.open(inputs)) {
      while (channel.position() < channel.size()) {
        long left = channel.size() - channel.position();
        var buffer = ByteBuffer.allocateDirect((int) Math.min(left, (long) batch * image));
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
        batches.add(channelsLast(buffer.flip().order(ByteOrder.nativeOrder())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same values with the channels of a pixel side by side, as the peer has them too. */
  private ByteBuffer channelsLast(ByteBuffer planes) {
    int plane = size * size;
    var pixels = ByteBuffer.allocateDirect(planes.limit()).order(ByteOrder.nativeOrder());
    for (int i = 0; i < planes.limit() / Float.BYTES; i++) {
      int image = i / (CHANNELS * plane);
      int channel = i / plane % CHANNELS;
      int at = (image * plane + i % plane) * CHANNELS + channel;
      pixels.putFloat(at * Float.BYTES, planes.getFloat(i * Float.BYTES));
    }
    return pixels;
  }

  @Override
  public Map<String, Object> once() throws Exception {
    var running = new ArrayList<Future<float[]>>();
    int image = CHANNELS * size * size * Float.BYTES;
    for (ByteBuffer input : batches) {
      var shape = new Network.Batch(input.limit() / image, CHANNELS, size, 0);
      running.add(pool.submit(() -> network.predict(input, shape)));
    }
    int images = 0;
    var all = new ArrayList<float[]>();
    for (Future<float[]> each : running) {
      all.add(each.get());
    }
    int values = all.stream().mapToInt(each -> each.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(values * Float.BYTES).order(ByteOrder.nativeOrder());
    for (float[] each : all) {
      for (float value : each) {
        bytes.putFloat(value);
      }
    }
    for (ByteBuffer input : batches) {
      images += input.limit() / image;
    }
    Files.write(outputs, bytes.array());
    return Map.of("images", images);
  }
}
