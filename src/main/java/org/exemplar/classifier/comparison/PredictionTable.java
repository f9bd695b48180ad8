package org.exemplar.classifier.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.exemplar.problem.Problem;

/**
 * Probabilities that one network gives: one row per image, one column per finding.
 *
 * <p>A table read from a file is memory-mapped: it costs address space, not heap, and is unmapped
 * when no longer reachable. Immutable and safe to share between threads.
 */
public final class PredictionTable {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final int images;
  private final int findings;
  private final MemorySegment values;

  private PredictionTable(int images, int findings, MemorySegment values) {
    this.images = images;
    this.findings = findings;
    this.values = values;
  }

  /**
   * A table from values in memory.
   *
   * @param values row by row, {@code images × findings}; copied
   */
  public static PredictionTable of(int images, int findings, float[] values) {
    if (images < 0 || findings < 0 || values.length != (long) images * findings) {
      throw new IllegalArgumentException(
          values.length + " values for " + images + " images by " + findings + " findings");
    }
    MemorySegment copy = MemorySegment.ofArray(new byte[values.length * Float.BYTES]);
    for (int i = 0; i < values.length; i++) {
      copy.set(FLOAT, (long) i * Float.BYTES, values[i]);
    }
    return new PredictionTable(images, findings, copy);
  }

  /**
   * Opens a {@code .npy} file with two axes. float32 is mapped as it lies; other widths and orders
   * are read into memory.
   *
   * @throws Problem if the file is missing, cut off, or no float table
   */
  public static PredictionTable read(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      NpyHeader head = NpyHeader.read(channel, file);
      if (head.rows() > Integer.MAX_VALUE) {
        throw new Problem(file + " has more rows than this program counts images.");
      }
      long bytes = head.rows() * head.columns() * head.bytesPerValue();
      MemorySegment mapped =
          channel.map(FileChannel.MapMode.READ_ONLY, head.dataOffset(), bytes, Arena.ofAuto());
      if (head.bytesPerValue() == Float.BYTES && head.layout().isOurs()) {
        return new PredictionTable((int) head.rows(), head.columns(), mapped);
      }
      return of((int) head.rows(), head.columns(), narrowed(mapped, head));
    } catch (NoSuchFileException e) {
      throw new Problem(file + " is missing; run the comparison again.", e);
    } catch (IOException e) {
      throw new Problem(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static float[] narrowed(MemorySegment mapped, NpyHeader head) {
    ByteOrder order = head.layout().bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    int rows = Math.toIntExact(head.rows());
    var narrow = new float[Math.multiplyExact(rows, head.columns())];
    for (int i = 0; i < narrow.length; i++) {
      int to = head.layout().byColumn() ? i % rows * head.columns() + i / rows : i;
      narrow[to] = value(mapped, (long) i * head.bytesPerValue(), head.bytesPerValue(), order);
    }
    return narrow;
  }

  private static float value(MemorySegment mapped, long at, int bytes, ByteOrder order) {
    return switch (bytes) {
      case Short.BYTES ->
          Float.float16ToFloat(mapped.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at));
      case Float.BYTES -> mapped.get(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order), at);
      default -> (float) mapped.get(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order), at);
    };
  }

  /**
   * Writes the table as float32 {@code .npy} beside {@code file} and moves it into place.
   *
   * @throws Problem if the disk is full or the folder cannot be written
   */
  public void write(Path file) {
    try (PredictionTableWriter writer = PredictionTableWriter.create(file, images, findings)) {
      var row = new float[findings];
      for (int i = 0; i < images; i++) {
        row(i, row);
        writer.append(row);
      }
      writer.commit();
    } catch (UncheckedIOException e) {
      throw new Problem(file + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  /** Number of rows. */
  public int images() {
    return images;
  }

  /** Number of columns. */
  public int findings() {
    return findings;
  }

  /** The probability of one finding in one image. */
  public float get(int image, int finding) {
    Objects.checkIndex(finding, findings);
    Objects.checkIndex(image, images);
    return values.get(FLOAT, ((long) image * findings + finding) * Float.BYTES);
  }

  /** All findings of one image, as a new array. */
  public float[] row(int image) {
    var row = new float[findings];
    row(image, row);
    return row;
  }

  /**
   * Copies all findings of one image.
   *
   * @param into as long as there are findings
   */
  public void row(int image, float[] into) {
    Objects.checkIndex(image, images);
    MemorySegment.copy(values, FLOAT, (long) image * findings * Float.BYTES, into, 0, findings);
  }
}
