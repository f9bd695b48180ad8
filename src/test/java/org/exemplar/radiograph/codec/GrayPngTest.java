package org.exemplar.radiograph.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrayPngTest {
  private static final int ROWS = 150;
  private static final int COLUMNS = 601;

  /** What a file is made of; each part may be made wrong. */
  private static final class Maker {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final byte[] pixels = new byte[ROWS * COLUMNS];
    private int colour = 0;
    private int interlaced = 0;
    private int parts = 1;
    private String remark = "";
    private byte[] filtered;

    /** Smooth with noise, one filter for all rows, or all five in turn where it is 5. */
    Maker(int filter) {
      var random = new Random(filter);
      filtered = new byte[ROWS * (COLUMNS + 1)];
      for (int y = 0; y < ROWS; y++) {
        for (int x = 0; x < COLUMNS; x++) {
          pixels[y * COLUMNS + x] = (byte) (y * 3 + x / 2 + random.nextInt(90));
        }
      }
      for (int y = 0; y < ROWS; y++) {
        filter(y, filter == 5 ? y % 5 : filter);
      }
    }

    private int pixel(int y, int x) {
      return y < 0 || x < 0 ? 0 : pixels[y * COLUMNS + x] & 0xFF;
    }

    private void filter(int y, int filter) {
      int at = y * (COLUMNS + 1);
      filtered[at] = (byte) filter;
      for (int x = 0; x < COLUMNS; x++) {
        int left = pixel(y, x - 1);
        int over = pixel(y - 1, x);
        int guess =
            switch (filter) {
              case 0 -> 0;
              case 1 -> left;
              case 2 -> over;
              case 3 -> (left + over) / 2;
              default -> paeth(left, over, x == 0 ? 0 : pixel(y - 1, x - 1));
            };
        filtered[at + 1 + x] = (byte) (pixel(y, x) - guess);
      }
    }

    private static int paeth(int left, int over, int corner) {
      int p = left + over - corner;
      int a = Math.abs(p - left);
      int b = Math.abs(p - over);
      int c = Math.abs(p - corner);
      return a <= b && a <= c ? left : b <= c ? over : corner;
    }

    byte[] file() {
      try {
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});
        var header = new ByteArrayOutputStream();
        var out = new DataOutputStream(header);
        out.writeInt(COLUMNS);
        out.writeInt(ROWS);
        out.write(new byte[] {8, (byte) colour, 0, 0, (byte) interlaced});
        chunk("IHDR", header.toByteArray());
        if (!remark.isEmpty()) {
          chunk(remark, new byte[] {0, 0});
        }
        byte[] data = deflated();
        for (int i = 0; i < parts; i++) {
          chunk(
              "IDAT",
              Arrays.copyOfRange(data, data.length * i / parts, data.length * (i + 1) / parts));
        }
        chunk("IEND", new byte[0]);
        return bytes.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private byte[] deflated() {
      try (var deflater = new Deflater()) {
        deflater.setInput(filtered);
        deflater.finish();
        byte[] data = new byte[filtered.length * 2];
        return Arrays.copyOf(data, deflater.deflate(data));
      }
    }

    private void chunk(String type, byte[] data) throws IOException {
      var out = new DataOutputStream(bytes);
      out.writeInt(data.length);
      byte[] name = type.getBytes(StandardCharsets.US_ASCII);
      out.write(name);
      out.write(data);
      var crc = new CRC32();
      crc.update(name);
      crc.update(data);
      out.writeInt((int) crc.getValue());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void every_filter_gives_the_pixels_that_OpenCV_gives(int filter) throws CodecException {
    var maker = new Maker(filter);
    maker.parts = 1 + filter * 7;
    byte[] file = maker.file();
    GrayBytes picture = GrayPng.decode(file).orElseThrow();
    assertThat(picture.rows()).isEqualTo(ROWS);
    assertThat(picture.columns()).isEqualTo(COLUMNS);
    assertThat(picture.values()).isEqualTo(maker.pixels);
    assertThat(OpenCv.decodeGray8(file).values()).isEqualTo(maker.pixels);
  }

  @Test
  void remarks_change_nothing() {
    var maker = new Maker(5);
    maker.remark = "tEXt";
    assertThat(GrayPng.decode(maker.file()).orElseThrow().values()).isEqualTo(maker.pixels);
  }

  @Test
  void other_kinds_are_left_to_OpenCV() {
    var transparent = new Maker(1);
    transparent.remark = "tRNS";
    var turned = new Maker(1);
    turned.remark = "eXIf";
    var interlaced = new Maker(1);
    interlaced.interlaced = 1;
    var palette = new Maker(1);
    palette.colour = 3;
    assertThat(GrayPng.decode(transparent.file())).isEmpty();
    assertThat(GrayPng.decode(turned.file())).isEmpty();
    assertThat(GrayPng.decode(interlaced.file())).isEmpty();
    assertThat(GrayPng.decode(palette.file())).isEmpty();
    assertThat(GrayPng.decode(new byte[5])).isEmpty();
  }

  @Test
  void samples_that_are_too_few_too_many_or_wrong_are_not_taken() {
    var short1 = new Maker(2);
    short1.filtered = Arrays.copyOf(short1.filtered, short1.filtered.length - 1);
    var long1 = new Maker(2);
    long1.filtered = Arrays.copyOf(long1.filtered, long1.filtered.length + 1);
    var unknown = new Maker(2);
    unknown.filtered[0] = 9;
    byte[] damaged = new Maker(2).file();
    damaged[damaged.length - 20]++; // in the checksum of the samples
    assertThat(GrayPng.decode(short1.file())).isEmpty();
    assertThat(GrayPng.decode(long1.file())).isEmpty();
    assertThat(GrayPng.decode(unknown.file())).isEmpty();
    assertThat(GrayPng.decode(damaged)).isEmpty();
    byte[] whole = new Maker(2).file();
    assertThat(GrayPng.decode(Arrays.copyOf(whole, whole.length / 2))).isEmpty();
  }
}
