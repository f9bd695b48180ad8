package org.exemplar.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.Gray8;
import org.exemplar.radiograph.GrayscaleRendering;
import org.exemplar.radiograph.Radiograph;
import org.exemplar.radiograph.VoiTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way from a file's attributes to screen gray, against values computed by hand. */
class GrayscaleConformanceTest {
  private static final Path FILE = Path.of("film.dcm");
  private final DicomReader reader = new DicomReader();

  @ParameterizedTest(name = "{0} {1} bits signed={2} {3}x+{4} {5} {6}/{7}: {8} -> {9}")
  @CsvSource({
    // PS3.3 C.11.2.1.2.1: centre 128 and width 256 leave 8 bits as they are
    "MONOCHROME2,  8, false,  1,     0, LINEAR,         128,  256,     0,   0",
    "MONOCHROME2,  8, false,  1,     0, LINEAR,         128,  256,   128, 128",
    "MONOCHROME2,  8, false,  1,     0, LINEAR,         128,  256,   255, 255",
    "MONOCHROME1,  8, false,  1,     0, LINEAR,         128,  256,     0, 255",
    "MONOCHROME1,  8, false,  1,     0, LINEAR,         128,  256,   128, 127",
    "MONOCHROME1,  8, false,  1,     0, LINEAR,         128,  256,   255,   0",
    // width 1 is a threshold at c - 1/2
    "MONOCHROME2,  8, false,  1,     0, LINEAR,         100,    1,    99,   0",
    "MONOCHROME2,  8, false,  1,     0, LINEAR,         100,    1,   100, 255",
    // exact: 128/256 = 0.5; (255 - 128)/256 + 0.5 = 0.99609
    "MONOCHROME2,  8, false,  1,     0, LINEAR_EXACT,   128,  256,     0,   0",
    "MONOCHROME2,  8, false,  1,     0, LINEAR_EXACT,   128,  256,   128, 128",
    "MONOCHROME2,  8, false,  1,     0, LINEAR_EXACT,   128,  256,   255, 254",
    // 1/(1 + e^4) = 0.017986, 1/(1 + e^-4) = 0.982014
    "MONOCHROME2,  8, false,  1,     0, SIGMOID,        100,   50,    50,   5",
    "MONOCHROME2,  8, false,  1,     0, SIGMOID,        100,   50,   100, 128",
    "MONOCHROME2,  8, false,  1,     0, SIGMOID,        100,   50,   150, 250",
    "MONOCHROME1,  8, false,  1,     0, SIGMOID,        100,   50,   150,   5",
    // 2 x - 1000 in a window from -500.5 to 499.5
    "MONOCHROME2, 12, false,  2, -1000, LINEAR,           0, 1001,   250,   0",
    "MONOCHROME2, 12, false,  2, -1000, LINEAR,           0, 1001,   500, 128",
    "MONOCHROME2, 12, false,  2, -1000, LINEAR,           0, 1001,   749, 255",
    // negative slope turns, without being MONOCHROME1
    "MONOCHROME2, 12, false, -1,  4095, LINEAR_EXACT,  2048, 4096,     0, 255",
    "MONOCHROME2, 12, false, -1,  4095, LINEAR_EXACT,  2048, 4096,  4095,   0",
    // signed: (-801 + 1000.5)/400 + 0.5 = 0.99875
    "MONOCHROME2, 16, true,   1,     0, LINEAR,       -1000,  401, -1200,   0",
    "MONOCHROME2, 16, true,   1,     0, LINEAR,       -1000,  401, -1000, 128",
    "MONOCHROME2, 16, true,   1,     0, LINEAR,       -1000,  401,  -801, 255",
    "MONOCHROME2, 12, true,   1,     0, LINEAR_EXACT,     0, 4096, -2048,   0",
    "MONOCHROME2, 12, true,   1,     0, LINEAR_EXACT,     0, 4096,  1024, 191",
    "MONOCHROME2, 16, false,  1,     0, LINEAR_EXACT, 32768, 65536, 49152, 191",
    "MONOCHROME1, 16, false,  1,     0, LINEAR_EXACT, 32768, 65536, 49152,  64",
    "MONOCHROME2, 10, false,  1,     0, LINEAR_EXACT,   512, 1024,   256,  64",
    "MONOCHROME2, 14, false,  1,     0, LINEAR_EXACT,  8192, 16384, 4096,  64",
  })
  void windows_as_the_standard_says(
      String photometric,
      int bits,
      boolean signed,
      String slope,
      String intercept,
      String function,
      String centre,
      String width,
      int stored,
      int gray) {
    TestDicom film =
        TestDicom.row(photometric, bits, signed, stored, stored)
            .text(Tag.RESCALE_SLOPE, "DS", slope)
            .text(Tag.RESCALE_INTERCEPT, "DS", intercept)
            .text(Tag.VOI_FUNCTION, "CS", function)
            .text(Tag.WINDOW_CENTRE, "DS", centre)
            .text(Tag.WINDOW_WIDTH, "DS", width);

    for (TransferSyntax syntax :
        List.of(
            TransferSyntax.EXPLICIT_LITTLE,
            TransferSyntax.IMPLICIT_LITTLE,
            TransferSyntax.EXPLICIT_BIG)) {
      assertThat(gray(film.file(syntax))).as("%s", syntax).containsExactly(gray, gray);
    }
  }

  @Test
  void goes_through_a_modality_table_before_the_window() {
    TestDicom film =
        TestDicom.row("MONOCHROME2", 12, false, 0, 100, 101, 102, 4000)
            .items(
                Tag.MODALITY_LUT_SEQUENCE,
                new TestDicom()
                    .words(Tag.LUT_DESCRIPTOR, 3, 100, 16)
                    .words(Tag.LUT_DATA, 1000, 2000, 3000))
            .text(Tag.VOI_FUNCTION, "CS", "LINEAR_EXACT")
            .text(Tag.WINDOW_CENTRE, "DS", "2000")
            .text(Tag.WINDOW_WIDTH, "DS", "2000");

    assertThat(gray(film.file(TransferSyntax.EXPLICIT_LITTLE)))
        .containsExactly(0, 0, 128, 255, 255);
    assertThat(gray(film.file(TransferSyntax.IMPLICIT_LITTLE)))
        .containsExactly(0, 0, 128, 255, 255);
  }

  @Test
  void takes_a_voi_table_with_signed_input_before_a_window() {
    TestDicom film =
        TestDicom.row("MONOCHROME2", 12, true, -3, -2, -1, 0, 5)
            .items(
                Tag.VOI_LUT_SEQUENCE,
                new TestDicom()
                    .words(Tag.LUT_DESCRIPTOR, 3, 0xFFFE, 8)
                    .text(Tag.LUT_EXPLANATION, "LO", "CURVE")
                    .words(Tag.LUT_DATA, 10, 128, 255))
            .text(Tag.WINDOW_CENTRE, "DS", "0\\10")
            .text(Tag.WINDOW_WIDTH, "DS", "100\\20")
            .text(Tag.WINDOW_EXPLANATION, "LO", "WIDE\\NARROW");
    byte[] file = film.file(TransferSyntax.EXPLICIT_LITTLE);

    assertThat(gray(file)).containsExactly(10, 10, 128, 255, 255);
    assertThat(reader.read(FILE, file).grayscale().voi())
        .extracting(VoiTransform::explanation)
        .containsExactly("CURVE", "WIDE", "NARROW");
  }

  @ParameterizedTest
  @CsvSource({
    "MONOCHROME1,         , 255, 0",
    "MONOCHROME1, INVERSE , 255, 0",
    "MONOCHROME1, IDENTITY,   0, 255",
    "MONOCHROME2,         ,   0, 255",
    "MONOCHROME2, INVERSE , 255, 0",
    "MONOCHROME2, IDENTITY,   0, 255",
  })
  void turns_polarity_once(String photometric, String shape, int dark, int bright) {
    TestDicom film = TestDicom.row(photometric, 12, false, 100, 900);
    if (shape != null) {
      film.text(Tag.PRESENTATION_SHAPE, "CS", shape);
    }

    assertThat(gray(film.file(TransferSyntax.EXPLICIT_LITTLE))).containsExactly(dark, bright);
  }

  @Test
  void padding_is_black_and_stays_out_of_the_range() {
    for (String photometric : List.of("MONOCHROME1", "MONOCHROME2")) {
      TestDicom film =
          TestDicom.row(photometric, 12, false, 100, 150, 200, 4095, 4090, 4089)
              .words(Tag.PADDING_VALUE, 4095)
              .words(Tag.PADDING_LIMIT, 4089);

      int[] gray = gray(film.file(TransferSyntax.EXPLICIT_LITTLE));

      assertThat(gray[1]).isEqualTo(128);
      assertThat(gray[0] + gray[2]).isEqualTo(255);
      assertThat(gray).endsWith(0, 0, 0);
    }
  }

  @Test
  void keeps_only_the_stored_bits() {
    TestDicom film =
        TestDicom.row("MONOCHROME2", 12, false, 0xF123, 0x0456).words(Tag.HIGH_BIT, 11);
    TestDicom upper =
        TestDicom.row("MONOCHROME2", 12, false, 0x123F, 0x4560).words(Tag.HIGH_BIT, 15);

    assertThat(stored(film)).containsExactly(0x123, 0x456);
    assertThat(stored(upper)).containsExactly(0x123, 0x456);
  }

  @Test
  void leaves_a_senseless_window_out_and_says_so() {
    TestDicom film =
        TestDicom.row("MONOCHROME2", 12, false, 100, 200)
            .text(Tag.WINDOW_CENTRE, "DS", "100")
            .text(Tag.WINDOW_WIDTH, "DS", "0");

    Radiograph radiograph = reader.read(FILE, film.file(TransferSyntax.EXPLICIT_LITTLE));

    assertThat(radiograph.grayscale().voi()).isEmpty();
    assertThat(radiograph.warnings()).singleElement().asString().contains("width 0.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "00281053 | DS | 0        | rescale slope is 0",
        "00281050 | DS | abc      | (0028,1050) is not a number: abc",
        "00281056 | CS | SQUARE   | VOI LUT function SQUARE",
        "20500020 | CS | ROUND    | presentation LUT shape ROUND",
        "00280004 | CS | HSV      | photometric interpretation HSV",
        "00280008 | IS | 3        | too short (4 of 12 bytes)",
      })
  void refuses_a_pipeline_it_cannot_follow(String tag, String vr, String text, String words) {
    TestDicom film =
        TestDicom.row("MONOCHROME2", 12, false, 100, 200)
            .text(Tag.WINDOW_WIDTH, "DS", "100")
            .text(Integer.parseUnsignedInt(tag, 16), vr, text);
    byte[] file = film.file(TransferSyntax.EXPLICIT_LITTLE);

    assertThatThrownBy(() -> reader.read(FILE, file))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("film.dcm is a DICOM file that cannot be read: ")
        .hasMessageContaining(words);
  }

  private int[] gray(byte[] file) {
    Gray8 gray = GrayscaleRendering.of(reader.read(FILE, file)).gray8();
    int[] values = new int[gray.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = gray.value(i);
    }
    return values;
  }

  private int[] stored(TestDicom film) {
    var pixels = reader.read(FILE, film.file(TransferSyntax.EXPLICIT_LITTLE)).pixels();
    return new int[] {pixels.value(0), pixels.value(1)};
  }
}
