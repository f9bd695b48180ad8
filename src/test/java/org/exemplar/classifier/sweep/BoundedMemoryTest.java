package org.exemplar.classifier.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the number of images. */
@Tag("soak")
class BoundedMemoryTest {
  private static final int IMAGES = 10_000;
  private static final int SIDE = 24;

  @TempDir Path folder;

  private Path images() throws IOException {
    Path images = Files.createDirectories(folder.resolve("images"));
    var random = new Random(7);
    var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < IMAGES; i++) {
      for (int p = 0; p < SIDE * SIDE; p++) {
        picture.getRaster().setSample(p % SIDE, p / SIDE, 0, random.nextInt(256));
      }
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", bytes);
      Files.write(images.resolve(String.format(Locale.ROOT, "i%05d.png", i)), bytes.toByteArray());
    }
    return images;
  }

  @Test
  void ten_thousand_images_at_256_squared_pass_through_one_gibibyte_of_heap() throws Exception {
    Path out = folder.resolve("comparison");
    try (ChildProcess child =
        ChildProcess.start(
            "1g",
            images(),
            out,
            List.of(
                "256",
                "0.9",
                Fixtures.phantom("models/classes.txt").toString(),
                Fixtures.resource("model-formats/bare_state_dict.pt").toString()))) {
      List<String> said = child.rest();
      System.out.println(said.getLast());
      assertThat(said).contains("made 2");
    }
    assertThat(ComparisonFolder.open(out).images().size()).isEqualTo(IMAGES);
  }
}
