package org.exemplar.classifier.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionTableTest {
  @TempDir Path folder;

  @Test
  void what_is_written_is_read_back() {
    PredictionTable table = PredictionTable.of(2, 3, new float[] {0, .5f, 1, Float.NaN, .25f, 2});
    table.write(folder.resolve("a.npy"));
    PredictionTable back = PredictionTable.read(folder.resolve("a.npy"));
    assertThat(back.images()).isEqualTo(2);
    assertThat(back.findings()).isEqualTo(3);
    assertThat(back.row(0)).containsExactly(0, .5f, 1);
    assertThat(back.get(1, 0)).isNaN();
    assertThat(back.get(1, 2)).isEqualTo(2f);
  }

  @Test
  void the_file_is_a_version_1_float32_array_in_C_order_aligned_to_64_bytes() throws IOException {
    Path file = folder.resolve("a.npy");
    PredictionTable.of(1, 2, new float[] {1, 2}).write(file);
    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes).hasSize(128 + 8).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
    assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }  ")
        .endsWith(" \n");
    ByteBuffer values = ByteBuffer.wrap(bytes, 128, 8).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(values.getFloat()).isEqualTo(1f);
    assertThat(values.getFloat()).isEqualTo(2f);
  }

  @Test
  void float64_tables_of_other_programs_are_narrowed() throws IOException {
    String dict = "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }\n";
    ByteBuffer bytes = ByteBuffer.allocate(10 + dict.length() + 16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) dict.length()).put(dict.getBytes(StandardCharsets.US_ASCII));
    bytes.putDouble(0.1).putDouble(0.75);
    Path file = folder.resolve("wide.npy");
    Files.write(file, bytes.array());
    assertThat(PredictionTable.read(file).row(0)).containsExactly(0.1f, 0.75f);
  }

  @Test
  void a_cut_off_file_is_refused() throws IOException {
    Path file = folder.resolve("a.npy");
    PredictionTable.of(4, 4, new float[16]).write(file);
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {0, 5, 11, 60, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> PredictionTable.read(file))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("a.npy");
    }
  }

  @Test
  void nothing_is_left_of_a_table_that_was_not_committed() {
    Path file = folder.resolve("a.npy");
    try (var writer = PredictionTableWriter.create(file, 2, 2)) {
      writer.append(new float[] {1, 2});
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void an_incomplete_table_cannot_be_committed() {
    try (var writer = PredictionTableWriter.create(folder.resolve("a.npy"), 2, 2)) {
      writer.append(new float[] {1, 2});
      assertThatThrownBy(writer::commit).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void a_missing_file_is_named() {
    assertThatThrownBy(() -> PredictionTable.read(folder.resolve("gone.npy")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("gone.npy is missing");
  }

  @Test
  void half_precision_in_columns_is_read_in_rows() throws IOException {
    String dict = "{'descr': '<f2', 'fortran_order': True, 'shape': (2, 3), }\n";
    ByteBuffer bytes = ByteBuffer.allocate(10 + dict.length() + 12).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) dict.length()).put(dict.getBytes(StandardCharsets.US_ASCII));
    for (float value : new float[] {0, 1, .25f, .5f, .75f, 2}) {
      bytes.putShort(Float.floatToFloat16(value));
    }
    Path file = folder.resolve("half.npy");
    Files.write(file, bytes.array());
    assertThat(PredictionTable.read(file).row(0)).containsExactly(0, .25f, .75f);
    assertThat(PredictionTable.read(file).row(1)).containsExactly(1, .5f, 2);
  }
}
