package org.exemplar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import org.exemplar.radiograph.Gray8;
import org.exemplar.radiograph.RadiographFiles;

/** Files read, decoded and resized to a network's input, on a number of threads. */
final class Decode implements Workload {
  private static final int SIZE = 256;

  private final List<Path> files;
  private final ExecutorService pool;
  private final Path pixels;
  private final RadiographFiles radiographs = RadiographFiles.installed();

  /**
   * @param pixels a file for the resized pictures one after the other, for comparison
   */
  Decode(Path folder, int threads, Path pixels) {
    this.pixels = pixels;
    try (var listed = Files.list(folder)) {
      files = listed.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
  }

  @Override
  public Map<String, Object> once() throws Exception {
    var running = new ArrayList<Future<Gray8>>();
    for (Path file : files) {
      running.add(pool.submit(() -> radiographs.gray8(file, Files.readAllBytes(file), SIZE, SIZE)));
    }
    var crc = new CRC32();
    for (Future<Gray8> each : running) {
      crc.update(each.get().toBytes());
    }
    Files.writeString(pixels, Long.toHexString(crc.getValue()));
    return Map.of("images", files.size(), "crc", Long.toHexString(crc.getValue()));
  }
}
