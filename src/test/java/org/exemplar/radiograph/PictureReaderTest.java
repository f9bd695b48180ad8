package org.exemplar.radiograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.exemplar.problem.Problem;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
  private static final Path FILE = Path.of("film.png");
  private final RadiographFiles files = RadiographFiles.with(List.of(new PictureReader()));

  @ParameterizedTest
  @ValueSource(
      strings = {"00000075_000", "00000100_000", "00001369_000", "00011170_000", "00019534_000"})
  void loads_and_resizes_real_films_as_the_paper_does(String name) {
    Gray8 film = files.gray8(SharedData.file("nih-real/originals/" + name + ".png"));
    Gray8 expected =
        files.gray8(SharedData.file("nih-real/resize-golden/" + name + "_256_cv2_linear.png"));

    Gray8 resized = BilinearResize.to(film, 256, 256);

    assertThat(film.rows()).isEqualTo(1024);
    assertThat(resized.toBytes()).isEqualTo(expected.toBytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 17, 40, 90})
  void decodes_and_resizes_in_one_step_as_in_two(int side) {
    byte[] film = gradient();

    Gray8 oneStep = files.gray8(FILE, film, side, side + 3);

    assertThat(oneStep.rows()).isEqualTo(side);
    assertThat(oneStep.toBytes())
        .isEqualTo(BilinearResize.to(files.gray8(FILE, film), side, side + 3).toBytes());
  }

  @Test
  void gives_the_same_pixels_on_many_threads() {
    byte[] film = gradient();
    byte[] alone = BilinearResize.to(files.gray8(FILE, film), 31, 17).toBytes();

    List<byte[]> together =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(_ -> BilinearResize.to(files.gray8(FILE, film), 31, 17).toBytes())
            .toList();

    assertThat(together).allSatisfy(one -> assertThat(one).isEqualTo(alone));
  }

  @Test
  void keeps_all_sixteen_bits_for_readers_and_the_upper_eight_for_networks() {
    byte[] film =
        TestPictures.encoded(
            "png", 4, 2, BufferedImage.TYPE_USHORT_GRAY, (x, y) -> 0x1234 + 0x0801 * (x + 4 * y));

    Radiograph radiograph = files.read(FILE, film);
    Gray8 gray = files.gray8(FILE, film);

    assertThat(radiograph.pixels().bitsStored()).isEqualTo(16);
    assertThat(radiograph.pixels().value(1, 3)).isEqualTo(0x1234 + 0x0801 * 7);
    assertThat(gray.value(7)).isEqualTo((0x1234 + 0x0801 * 7) >> 8);
  }

  @Test
  void takes_gray_out_of_rgba_without_a_warning() {
    byte[] film =
        TestPictures.encoded(
            "png",
            5,
            3,
            BufferedImage.TYPE_INT_ARGB,
            (x, y) -> 0x80000000 | 0x010101 * (x * y * 9));

    Radiograph radiograph = files.read(FILE, film);

    assertThat(radiograph.pixels().value(2, 4)).isEqualTo(72);
    assertThat(files.gray8(FILE, film).value(14)).isEqualTo(72);
    assertThat(radiograph.warnings()).isEmpty();
  }

  @Test
  void turns_colour_to_luminance_and_says_so() {
    byte[] film =
        TestPictures.encoded(
            "png", 2, 2, BufferedImage.TYPE_INT_RGB, (x, _) -> x == 0 ? 0xC80000 : 0);

    Radiograph radiograph = files.read(FILE, film);

    assertThat(radiograph.pixels().value(0, 0)).isEqualTo(60); // 0.299 × 200 = 59.8
    assertThat(radiograph.warnings())
        .containsExactly("It is in colour; only its luminance is used.");
  }

  @Test
  void shows_eight_bits_as_they_are() {
    byte[] film =
        TestPictures.encoded("png", 2, 1, BufferedImage.TYPE_BYTE_GRAY, (x, _) -> 100 + x);

    assertThat(GrayscaleRendering.of(files.read(FILE, film)).gray8().toBytes())
        .containsExactly(100, 101);
  }

  @Test
  void reads_jpeg() {
    byte[] film =
        TestPictures.encoded("jpg", 16, 16, BufferedImage.TYPE_BYTE_GRAY, (_, y) -> 8 * y);

    assertThat(files.read(Path.of("film.jpg"), film).pixels().value(8, 3)).isBetween(60, 68);
    assertThat(files.gray8(Path.of("film.jpg"), film).value(8 * 16 + 3)).isBetween(60, 68);
  }

  @Test
  void inspects_stored_samples_as_they_lie_in_the_file() {
    byte[] film =
        TestPictures.encoded(
            "png",
            5,
            3,
            BufferedImage.TYPE_INT_ARGB,
            (x, y) -> 0x80000000 | 0x010101 * (x * y * 9));
    TestPictures.ByteCount expected = new TestPictures.ByteCount();
    for (int i = 0; i < 15; i++) {
      byte gray = (byte) (i % 5 * (i / 5) * 9);
      expected.update(new byte[] {gray, gray, gray, (byte) 0x80}, 0, 4);
    }

    ImageInspection inspection =
        new PictureReader().inspect(FILE, film, new TestPictures.ByteCount());

    assertThat(inspection.kind()).isEqualTo("png");
    assertThat(inspection.shape()).isEqualTo(new ImageInspection.Shape(3, 5, 1));
    assertThat(inspection.encoding()).isEqualTo(new ImageInspection.Encoding(null, "RGB", 8));
    assertThat(inspection.stored().sha256()).isEqualTo(expected.hex());
    assertThat(inspection.stored().max()).isEqualTo(128);
  }

  @Test
  void warns_when_sixteen_bits_are_hardly_used() {
    byte[] film =
        TestPictures.encoded("png", 4, 4, BufferedImage.TYPE_USHORT_GRAY, (x, y) -> 1000 + x * y);

    ImageInspection inspection =
        new PictureReader().inspect(FILE, film, new TestPictures.ByteCount());

    assertThat(inspection.stored()).extracting("min", "max").containsExactly(1000, 1009);
    assertThat(inspection.warnings()).singleElement().asString().contains("1009 of 65535");
  }

  @Test
  void refuses_a_picture_that_is_named_as_dicom() {
    byte[] film = gradient();

    assertThatThrownBy(() -> files.read(Path.of("film.dcm"), film))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("film.dcm is named as DICOM but is a PNG");
  }

  @Test
  void refuses_damaged_empty_and_foreign_files_in_one_sentence() {
    byte[] half = Arrays.copyOf(gradient(), 40);

    assertThatThrownBy(() -> files.gray8(FILE, half))
        .isInstanceOf(Problem.class)
        .hasMessage("film.png is a PNG that cannot be read: it ends in the middle of the picture.");
    assertThatThrownBy(() -> files.read(FILE, new byte[0]))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("film.png is empty");
    assertThatThrownBy(() -> files.read(Path.of("notes.txt"), new byte[] {1, 2, 3}))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("notes.txt is not an image");
    assertThatThrownBy(() -> files.read(Path.of("nowhere", "film.png")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void never_completes_a_picture_that_was_cut_or_changed() {
    byte[] png = gradient();
    byte[] jpeg =
        TestPictures.encoded("jpg", 64, 48, BufferedImage.TYPE_BYTE_GRAY, (x, y) -> x * y & 0xFF);
    for (int length = 3; length < png.length; length += 7) {
      byte[] cut = Arrays.copyOf(png, length);
      assertThatThrownBy(() -> files.gray8(FILE, cut)).isInstanceOf(Problem.class);
    }
    for (int length = 3; length < jpeg.length; length += 7) {
      byte[] cut = Arrays.copyOf(jpeg, length);
      assertThatThrownBy(() -> files.gray8(FILE, cut)).isInstanceOf(Problem.class);
      assertThatThrownBy(() -> files.read(FILE, cut)).isInstanceOf(Problem.class);
    }
    byte[] changed = png.clone();
    changed[png.length / 2] ^= 1;
    assertThatThrownBy(() -> files.gray8(FILE, changed))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("changed after it was written");
  }

  private static byte[] gradient() {
    return TestPictures.encoded(
        "png", 64, 48, BufferedImage.TYPE_BYTE_GRAY, (x, y) -> (x * 3 + y * 5) & 0xFF);
  }
}
