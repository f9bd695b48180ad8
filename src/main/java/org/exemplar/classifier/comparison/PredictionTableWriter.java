package org.exemplar.classifier.comparison;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;

/**
 * Writes one prediction table row by row. What is written lies beside the final file until {@link
 * #commit()} moves it into place; closing without a commit leaves nothing.
 *
 * <p>Not thread-safe.
 */
public final class PredictionTableWriter implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 18;

  private final Path file;
  private final Path part;
  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long missing;

  private PredictionTableWriter(Path file, Path part, FileChannel channel, long values) {
    this.file = file;
    this.part = part;
    this.channel = channel;
    this.missing = values;
  }

  /**
   * Starts a table of the given size.
   *
   * @throws Problem if the folder cannot be written
   */
  public static PredictionTableWriter create(Path file, int images, int findings) {
    Path part = WholeFile.part(file);
    try {
      FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      var writer = new PredictionTableWriter(file, part, channel, (long) images * findings);
      writer.buffer.put(NpyHeader.float32(images, findings));
      return writer;
    } catch (IOException e) {
      throw WholeFile.refused(file, e);
    }
  }

  /** Appends values in row order: any number of whole rows. */
  public void append(float[] values) {
    append(values, values.length);
  }

  /** Appends the first {@code count} of {@code values}. */
  public void append(float[] values, int count) {
    missing -= count;
    if (missing < 0) {
      throw new IllegalStateException("more values than the table holds: " + file);
    }
    for (int i = 0; i < count; i++) {
      if (buffer.remaining() < Float.BYTES) {
        flush();
      }
      buffer.putFloat(values[i]);
    }
  }

  /** Completes the table and moves it into place; the values reach the disk first. */
  public void commit() {
    if (missing != 0) {
      throw new IllegalStateException(missing + " values missing: " + file);
    }
    flush();
    try {
      channel.close();
      WholeFile.settle(part, file);
    } catch (IOException e) {
      throw WholeFile.refused(file, e);
    }
  }

  private void flush() {
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw WholeFile.refused(file, e);
    }
    buffer.clear();
  }

  /** Removes what was not committed. */
  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw WholeFile.refused(file, e);
    }
  }
}
