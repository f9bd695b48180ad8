package org.exemplar.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.ImageInspection;
import org.exemplar.radiograph.PixelSpacing;
import org.exemplar.radiograph.Radiograph;
import org.exemplar.radiograph.StoredPixels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The odder ways in which the standard lets a file be written. */
class DicomEncodingTest {
  private static final Path FILE = Path.of("film.dcm");
  private final DicomReader reader = new DicomReader();

  @Test
  void eight_bits_in_big_endian_words_lie_in_swapped_pairs() {
    TestDicom film =
        TestDicom.row("MONOCHROME2", 8, false, 0x0102, 0x0304)
            .words(Tag.BITS_ALLOCATED, 8)
            .words(Tag.COLUMNS, 4);

    assertThat(values(film.file(TransferSyntax.EXPLICIT_BIG))).containsExactly(2, 1, 4, 3);
  }

  @Test
  void colour_planes_become_pixels() {
    TestDicom film =
        TestDicom.row("RGB", 8, false, 0)
            .words(Tag.BITS_ALLOCATED, 8)
            .words(Tag.SAMPLES_PER_PIXEL, 3)
            .words(Tag.PLANAR_CONFIGURATION, 1)
            .words(Tag.COLUMNS, 2)
            .bytes(Tag.PIXEL_DATA, new byte[] {100, 10, 100, 20, 100, 30});

    // 0.299 × 10 + 0.587 × 20 + 0.114 × 30 = 18.15
    assertThat(values(film.file(TransferSyntax.EXPLICIT_LITTLE))).containsExactly(100, 18);
  }

  @Test
  void colour_jpeg_becomes_luminance_whatever_its_header_calls_its_colours() throws IOException {
    BufferedImage blue = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      blue.setRGB(i % 16, i / 16, 0xFF);
    }
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    assertThat(ImageIO.write(blue, "jpeg", jpeg)).isTrue();
    for (String photometric : List.of("YBR_FULL_422", "YBR_FULL", "RGB")) {
      TestDicom film =
          TestDicom.row(photometric, 8, false, 0)
              .words(Tag.BITS_ALLOCATED, 8)
              .words(Tag.SAMPLES_PER_PIXEL, 3)
              .words(Tag.ROWS, 16)
              .words(Tag.COLUMNS, 16)
              .fragments(jpeg.toByteArray());

      // 0.114 × 255 = 29, where red is 0
      assertThat(values(film.file(TransferSyntax.JPEG_BASELINE)))
          .as(photometric)
          .hasSize(256)
          .satisfies(gray -> assertThat(Arrays.stream(gray)).allMatch(g -> g > 25 && g < 33));
    }
  }

  @Test
  void each_fragment_of_a_multi_frame_file_is_a_frame() {
    TestDicom film =
        TestDicom.row("MONOCHROME2", 16, false, 0, 0)
            .text(Tag.FRAMES, "IS", "2")
            .fragments(runLength(1, 2), runLength(3, 4));
    byte[] file = film.file(TransferSyntax.RLE);
    Golden.Sha256 expected = new Golden.Sha256();
    expected.update(new byte[] {1, 0, 2, 0, 3, 0, 4, 0}, 0, 8);

    ImageInspection inspection = reader.inspect(FILE, file, new Golden.Sha256());

    assertThat(values(file)).containsExactly(1, 2);
    assertThat(inspection.shape().frames()).isEqualTo(2);
    assertThat(inspection.stored().sha256()).isEqualTo(expected.hex());
    assertThat(inspection.stored().max()).isEqualTo(4);
  }

  @Test
  void fragments_that_nobody_can_assign_to_frames_are_refused() {
    TestDicom film =
        TestDicom.row("MONOCHROME2", 16, false, 0, 0)
            .text(Tag.FRAMES, "IS", "2")
            .fragments(runLength(1, 2), runLength(3, 4), runLength(5, 6));
    byte[] file = film.file(TransferSyntax.RLE);

    assertThatThrownBy(() -> reader.read(FILE, file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("2 frames in 3 fragments");
  }

  @Test
  void unknown_sequences_are_stepped_over_however_deep() {
    int privateSequence = 0x00091010;
    TestDicom inner =
        new TestDicom().words(Tag.ROWS, 99).items(privateSequence, new TestDicom().words(1, 7));
    TestDicom film =
        TestDicom.row("MONOCHROME2", 12, false, 5, 6)
            .items(privateSequence, inner, new TestDicom());

    assertThat(values(film.file(TransferSyntax.EXPLICIT_LITTLE))).containsExactly(5, 6);
    assertThat(values(film.file(TransferSyntax.IMPLICIT_LITTLE))).containsExactly(5, 6);
    assertThat(values(film.file(TransferSyntax.EXPLICIT_BIG))).containsExactly(5, 6);
  }

  @Test
  void sequences_without_a_bottom_are_refused() {
    TestDicom nested = new TestDicom().words(Tag.ROWS, 1);
    for (int depth = 0; depth < 40; depth++) {
      nested = new TestDicom().items(0x00091010, nested);
    }
    byte[] file = nested.file(TransferSyntax.EXPLICIT_LITTLE);

    assertThatThrownBy(() -> reader.read(FILE, file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("nested too deeply");
  }

  @ParameterizedTest
  @CsvSource({
    "0.2\\0.1 ,           ,     , AT_DETECTOR, 0.2, 0.1",
    "         , 0.14\\0.14,     , AT_DETECTOR, 0.14, 0.14",
    "0.14\\0.14, 0.14\\0.14,    , AT_DETECTOR, 0.14, 0.14",
    "0.12\\0.12, 0.14\\0.14,    , CALIBRATED,  0.12, 0.12",
    "         ,           , 2\\1, RATIO_ONLY,  2, 1",
  })
  void spacing_is_calibrated_only_where_the_file_shows_it(
      String given,
      String detector,
      String ratio,
      PixelSpacing.Kind kind,
      double row,
      double column) {
    TestDicom film = TestDicom.row("MONOCHROME2", 12, false, 5, 6);
    if (given != null) {
      film.text(Tag.PIXEL_SPACING, "DS", given);
    }
    if (detector != null) {
      film.text(Tag.IMAGER_PIXEL_SPACING, "DS", detector);
    }
    if (ratio != null) {
      film.text(Tag.PIXEL_ASPECT_RATIO, "IS", ratio);
    }

    assertThat(reader.read(FILE, film.file(TransferSyntax.EXPLICIT_LITTLE)).spacing())
        .isEqualTo(new PixelSpacing(row, column, kind));
  }

  @Test
  void a_header_may_not_announce_more_than_the_data_can_hold() {
    TestDicom film =
        TestDicom.row("MONOCHROME2", 16, false, 0, 0)
            .words(Tag.ROWS, 65535)
            .words(Tag.COLUMNS, 65535)
            .fragments(runLength(1, 2));
    byte[] compressed = film.file(TransferSyntax.RLE);

    assertThatThrownBy(() -> reader.read(FILE, compressed))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("65535 x 65535");
  }

  @Test
  void an_unknown_transfer_syntax_is_named() {
    byte[] file = TestDicom.row("MONOCHROME2", 12, false, 5).file(TransferSyntax.EXPLICIT_LITTLE);
    int at = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("1.2.840");
    file[at + 18] = '9';

    assertThatThrownBy(() -> reader.read(FILE, file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("transfer syntax 1.2.840.10008.1.2.9");
  }

  /** Two 16-bit pixels as two byte planes, each a run of its own. */
  private static byte[] runLength(int first, int second) {
    ByteBuffer bytes = ByteBuffer.allocate(70).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(2).putInt(64).putInt(67).position(64);
    bytes.put((byte) 1).put((byte) (first >> 8)).put((byte) (second >> 8));
    bytes.put((byte) 1).put((byte) first).put((byte) second);
    return bytes.array();
  }

  private int[] values(byte[] file) {
    Radiograph radiograph = reader.read(FILE, file);
    StoredPixels pixels = radiograph.pixels();
    int[] values = new int[pixels.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = pixels.value(i);
    }
    return values;
  }
}
