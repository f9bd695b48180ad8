package org.exemplar.radiograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.exemplar.testing.GoldenLedger;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.Test;

/** Every value of {@code nih-real/resize-golden}: OpenCV's rule at 224, 256 and 512. */
class ResizeGoldenTest {
  private static final List<String> FILMS =
      List.of(
          "00000075_000.png",
          "00000100_000.png",
          "00001369_000.png",
          "00011170_000.png",
          "00019534_000.png");

  private final RadiographFiles files = RadiographFiles.installed();
  private final GoldenLedger golden =
      GoldenLedger.json(SharedData.file("nih-real/resize-golden/golden.json"));

  @Test
  void every_value_is_compared() throws Exception {
    for (String film : FILMS) {
      Path file = SharedData.file("nih-real/originals/" + film);
      Gray8 gray = files.gray8(file);
      golden.close(film + "|decoded_gray_sum", sum(gray), 0);
      golden.close(film + "|size|0", gray.columns(), 0);
      golden.close(film + "|size|1", gray.rows(), 0);
      boolean colour =
          files.read(file, Files.readAllBytes(file)).warnings().toString().contains("colour");
      golden.same(film + "|bgr_channels_equal", !colour);
      for (int size : new int[] {224, 256, 512}) {
        resized(film + "|" + size + "|cv2_linear_as_paper", BilinearResize.to(gray, size, size));
      }
      mode(film, file);
    }
    golden.except(
        ".*\\|(pil_bilinear_antialias|torch_bilinear_float_no_antialias|cv2_area)\\|.*"
            + "|.*\\|max_abs_cv2_linear_minus_.*",
        "other resize rules, which the program does not offer, and their distance from this one");
    golden.except("n_(images|rgba|gray)", "of the set that the five films were taken from");
    golden.except(
        "(" + String.join("|", FILMS.stream().map(Pattern::quote).toList()) + ")\\|finding_labels",
        "words of the source's label table; a resize has no labels");
    golden.assertAllCompared();
  }

  private void mode(String film, Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    String photometric =
        new PictureReader()
            .inspect(file, bytes, new TestPictures.ByteCount())
            .encoding()
            .photometric();
    assertThat(photometric.equals("RGB")).isEqualTo(golden.text(film + "|mode").equals("RGBA"));
  }

  private static long sum(Gray8 gray) {
    long sum = 0;
    for (byte value : gray.toBytes()) {
      sum += value & 0xff;
    }
    return sum;
  }

  private void resized(String at, Gray8 gray) {
    long sum = sum(gray);
    int size = gray.rows();
    golden.close(at + "|sum", sum, 0);
    golden.close(at + "|mean", (double) sum / (size * size), 1e-12);
    for (int x = 0; x < 8; x++) {
      golden.close(at + "|row0_first8|" + x, gray.value(x), 0);
      golden.close(at + "|mid_first8|" + x, gray.value(size / 2 * size + size / 2 + x), 0);
    }
  }
}
