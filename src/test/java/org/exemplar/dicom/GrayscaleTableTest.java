package org.exemplar.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.exemplar.radiograph.Gray8;
import org.exemplar.radiograph.GrayscaleRendering;
import org.exemplar.radiograph.Radiograph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The table of {@code docs/grayscale.md}: every combination of photometric interpretation, sign,
 * bits stored, modality step, VOI step, padding and presentation shape, written to a file, read
 * back, and compared with values that {@link Standard} computes from the clauses of DICOM PS3.3.
 */
class GrayscaleTableTest {
  private static final List<TransferSyntax> SYNTAXES =
      List.of(
          TransferSyntax.EXPLICIT_LITTLE,
          TransferSyntax.IMPLICIT_LITTLE,
          TransferSyntax.EXPLICIT_BIG);

  /** The modality step, C.11.1. */
  enum Modality {
    NONE,
    RESCALE,
    RESCALE_FRACTION_DOWN,
    LUT
  }

  /** The VOI step, C.11.2. */
  enum Voi {
    NONE,
    LINEAR,
    LINEAR_EXACT,
    SIGMOID,
    LUT_8_BITS,
    LUT_12_BITS
  }

  /** Pixel padding, C.7.5.1.1.2. */
  enum Padding {
    NONE,
    VALUE,
    RANGE
  }

  /** Presentation LUT Shape, C.11.6. */
  enum Shape {
    NONE,
    IDENTITY,
    INVERSE
  }

  /** One row of the table. */
  record Row(boolean mono1, boolean signed, int bits, Modality modality, Voi voi) {}

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void every_combination_gives_what_the_standard_says(boolean mono1, boolean signed) {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (int bits = 8; bits <= 16; bits++) {
      for (Modality modality : Modality.values()) {
        for (Voi voi : Voi.values()) {
          for (Padding padding : Padding.values()) {
            for (Shape shape : Shape.values()) {
              Row row = new Row(mono1, signed, bits, modality, voi);
              TransferSyntax syntax = SYNTAXES.get(tried++ % SYNTAXES.size());
              compare(row, padding, shape, syntax, wrong);
            }
          }
        }
      }
    }
    assertThat(tried).isEqualTo(9 * 4 * 6 * 3 * 3);
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Voi.class)
  void a_wrong_formula_would_be_noticed(Voi voi) {
    Row row = new Row(false, false, 12, Modality.NONE, voi);
    Row other = new Row(true, false, 12, Modality.NONE, voi);
    Radiograph radiograph = read(row, Padding.NONE, Shape.NONE, TransferSyntax.EXPLICIT_LITTLE);
    double[] expected = new Standard(other).display(values(other), Padding.NONE, Shape.NONE);

    GrayscaleRendering rendering = GrayscaleRendering.of(radiograph);
    assertThat(
            IntStream.range(0, expected.length)
                .anyMatch(i -> Math.abs(rendering.display(values(row)[i]) - expected[i]) > 1e-3))
        .isTrue();
  }

  private static void compare(
      Row row, Padding padding, Shape shape, TransferSyntax syntax, List<String> wrong) {
    int[] values = values(row);
    double[] expected = new Standard(row).display(values, padding, shape);
    GrayscaleRendering rendering = GrayscaleRendering.of(read(row, padding, shape, syntax));
    Gray8 gray = rendering.gray8();
    for (int i = 0; i < values.length; i++) {
      double got = rendering.display(values[i]);
      double eight = 255 * expected[i];
      boolean close = Math.abs(got - expected[i]) <= 1e-12;
      if (!close || Math.abs(gray.value(i) - eight) > 0.5 + 1e-9) {
        wrong.add(
            "%s, padding %s, shape %s, value %d: %s instead of %s"
                .formatted(row, padding, shape, values[i], got, expected[i]));
      }
    }
  }

  /** Values at both ends, around the middle, and between. */
  static int[] values(Row row) {
    int low = row.signed() ? -(1 << (row.bits() - 1)) : 0;
    int span = 1 << row.bits();
    return IntStream.of(
            0,
            1,
            2,
            span / 7,
            span / 4,
            span / 2 - 1,
            span / 2,
            span / 2 + 1,
            5 * span / 8,
            span - 9,
            span - 3,
            span - 2,
            span - 1)
        .map(step -> low + step)
        .toArray();
  }

  private static Radiograph read(Row row, Padding padding, Shape shape, TransferSyntax syntax) {
    Standard standard = new Standard(row);
    TestDicom film =
        TestDicom.row(
            row.mono1() ? "MONOCHROME1" : "MONOCHROME2",
            row.bits(),
            row.signed(),
            Arrays.stream(values(row)).map(v -> v & 0xFFFF & ((1 << row.bits()) - 1)).toArray());
    standard.addModality(film);
    standard.addVoi(film);
    if (padding != Padding.NONE) {
      film.words(Tag.PADDING_VALUE, standard.largest() & 0xFFFF);
    }
    if (padding == Padding.RANGE) {
      film.words(Tag.PADDING_LIMIT, (standard.largest() - 2) & 0xFFFF);
    }
    if (shape != Shape.NONE) {
      film.text(Tag.PRESENTATION_SHAPE, "CS", shape.name());
    }
    return new DicomReader().read(Path.of("film.dcm"), film.file(syntax));
  }
}
