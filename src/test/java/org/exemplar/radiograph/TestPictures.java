package org.exemplar.radiograph;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/** Small pictures, encoded as users have them. */
final class TestPictures {
  private TestPictures() {}

  /**
   * @param type of {@link BufferedImage}
   * @param sample of (x, y): a packed RGB value, or the sample itself for gray types
   */
  static byte[] encoded(String format, int width, int height, int type, IntBinaryOperator sample) {
    BufferedImage picture = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (picture.getRaster().getNumBands() == 1) {
          picture.getRaster().setSample(x, y, 0, sample.applyAsInt(x, y));
        } else {
          picture.setRGB(x, y, sample.applyAsInt(x, y));
        }
      }
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(picture, format, out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Counts bytes; its "digest" is their number and 32-bit sum, enough to tell layouts apart. */
  static final class ByteCount implements StoredDigest {
    private long count;
    private long sum;

    @Override
    public void update(byte[] bytes, int offset, int length) {
      for (int i = 0; i < length; i++) {
        count++;
        sum = sum * 31 + bytes[offset + i];
      }
    }

    @Override
    public String hex() {
      return count + " bytes, " + Long.toHexString(sum);
    }
  }
}
