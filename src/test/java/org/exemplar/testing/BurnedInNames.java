package org.exemplar.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ImageRow;
import org.exemplar.classifier.comparison.ImageTable;
import org.exemplar.crypto.Sha256;

/** Gives a {@link MadeComparison} larger pictures, some of which have letters burned in. */
public final class BurnedInNames {
  private static final int SIDE = 192;

  private BurnedInNames() {}

  /**
   * Replaces all pictures of a comparison.
   *
   * @param named whether the picture of this index has letters
   */
  public static void into(MadeComparison made, IntPredicate named) {
    try {
      ImageTable table = ComparisonFolder.open(made.comparison()).images();
      List<ImageRow> rows = new ArrayList<>();
      for (int i = 0; i < table.size(); i++) {
        ImageRow row = table.row(i);
        Path file = made.images().resolve(row.path());
        ImageIO.write(picture(i, named.test(i)), "png", file.toFile());
        rows.add(
            new ImageRow(
                row.id(), row.path(), Sha256.ofFile(file).hex(), row.labels(), row.extras()));
      }
      new ImageTable(table.findings(), table.extraColumns(), rows)
          .write(made.comparison().resolve("images.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A slope of gray from black to nearly white, with or without three letters L. */
  private static BufferedImage picture(int seed, boolean named) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        image.getRaster().setSample(x, y, 0, (x + y + seed % 7) / 3);
      }
    }
    for (int letter = 0; named && letter < 3; letter++) {
      int left = 30 + 14 * letter;
      for (int i = 0; i < 16; i++) {
        for (int thick = 0; thick < 2; thick++) {
          image.getRaster().setSample(left + thick, 20 + i, 0, 255);
          image.getRaster().setSample(left + Math.min(i, 9), 34 + thick, 0, 255);
        }
      }
    }
    return image;
  }
}
