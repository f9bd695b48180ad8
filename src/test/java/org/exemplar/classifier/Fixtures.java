package org.exemplar.classifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.exemplar.classifier.torch.Device;
import org.exemplar.classifier.torch.Network;
import org.exemplar.classifier.torch.TorchRuntime;
import org.exemplar.folders.AppFolders;
import org.exemplar.radiograph.RadiographFiles;

/** Checkpoints, images and reference numbers that tests of this room share. */
public final class Fixtures {
  private static final float[] MEAN = {.485f, .456f, .406f};
  private static final float[] DEVIATION = {.229f, .224f, .225f};

  private Fixtures() {}

  /** A file of the test resources of this room. */
  public static Path resource(String name) {
    URL url = Fixtures.class.getResource("/org/exemplar/classifier/" + name);
    if (url == null) {
      throw new IllegalArgumentException("no resource " + name);
    }
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A file of the phantoms: 80 small synthetic images with labels, and two trained networks. */
  public static Path phantom(String name) {
    return resource("phantom/" + name);
  }

  /** Where natives and decoded images of tests lie. */
  public static Path cache() {
    return AppFolders.ofThisSystem().cache();
  }

  /** The engine, on the CPU, one thread. */
  public static TorchRuntime torch() {
    TorchRuntime runtime = TorchRuntime.start(cache().resolve("libtorch"), Device.CPU);
    runtime.threads(1);
    return runtime;
  }

  /** A network input of three normalised channels from gray images of one size. */
  public static ByteBuffer input(List<Path> images) {
    return input(images, MEAN, DEVIATION);
  }

  /** A network input with one channel per mean. */
  public static ByteBuffer input(List<Path> images, float[] mean, float[] deviation) {
    RadiographFiles files = RadiographFiles.installed();
    ByteBuffer buffer = null;
    for (Path image : images) {
      byte[] gray = files.gray8(image).toBytes();
      if (buffer == null) {
        buffer =
            ByteBuffer.allocateDirect(images.size() * mean.length * gray.length * Float.BYTES)
                .order(ByteOrder.nativeOrder());
      }
      for (byte value : gray) {
        for (int channel = 0; channel < mean.length; channel++) {
          buffer.putFloat(((value & 0xff) / 255f - mean[channel]) / deviation[channel]);
        }
      }
    }
    return buffer == null ? ByteBuffer.allocate(0) : buffer.flip();
  }

  /** Outputs, row by row. */
  public static float[][] predict(
      Network network, ByteBuffer input, int images, int channels, int findings) {
    int size = (int) Math.round(Math.sqrt(input.limit() / 4.0 / images / channels));
    float[] flat = network.predict(input, new Network.Batch(images, channels, size, findings));
    var rows = new float[images][flat.length / images];
    for (int i = 0; i < flat.length; i++) {
      rows[i / rows[0].length][i % rows[0].length] = flat[i];
    }
    return rows;
  }

  /** A logistic function. */
  public static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /**
   * A compressed table of numbers.
   *
   * @param keys how many leading columns name a row; they are joined with {@code /}
   */
  public static Map<String, float[]> table(Path csvGz, int keys) {
    var rows = new LinkedHashMap<String, float[]>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(csvGz)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split(",", -1);
        var values = new float[cells.length - keys];
        for (int i = 0; i < values.length; i++) {
          values[i] = Float.parseFloat(cells[keys + i]);
        }
        rows.put(String.join("/", List.of(cells).subList(0, keys)), values);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
