package org.exemplar.radiograph.codec;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The pure-Java JPEG 2000 decoder. It takes signed codestreams, which OpenCV refuses, but is known
 * to decode some inconsistent files wrongly without saying so: only for what OpenCV will not take,
 * and with a warning.
 */
public final class JaiJpeg2000 {
  private JaiJpeg2000() {}

  /**
   * @param encoded a JPEG 2000 codestream
   * @return the samples of its channels, interleaved
   * @throws CodecException when it is refused
   */
  public static Samples decode(byte[] encoded) throws CodecException {
    try {
      return decode(encoded, new J2KImageReaderSpi().createReaderInstance());
    } catch (IOException | RuntimeException refused) {
      throw new CodecException("its JPEG 2000 data are damaged or not supported", refused);
    }
  }

  private static Samples decode(byte[] encoded, ImageReader reader) throws IOException {
    try (MemoryCacheImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
      reader.setInput(input, true, true);
      Raster raster = reader.readRaster(0, reader.getDefaultReadParam());
      int rows = raster.getHeight();
      int columns = raster.getWidth();
      int channels = raster.getNumBands();
      short[] values = new short[Math.multiplyExact(Math.multiplyExact(rows, columns), channels)];
      int[] row = new int[columns * channels];
      for (int y = 0; y < rows; y++) {
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, columns, 1, row);
        for (int i = 0; i < row.length; i++) {
          values[y * row.length + i] = (short) row[i];
        }
      }
      return new Samples(rows, columns, channels, 16, values);
    } finally {
      reader.dispose();
    }
  }
}
