package org.exemplar.radiograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeutralRadiographTest {
  @Test
  void fills_the_scale_whatever_the_bit_depth() {
    NeutralRadiograph ten = NeutralRadiograph.of(radiograph(10, plain(List.of()), 200, 600, 1000));
    NeutralRadiograph fourteen =
        NeutralRadiograph.of(radiograph(14, plain(List.of()), 3200, 9600, 16000));

    assertThat(values(ten)).containsExactly(0, 32768, 65535);
    assertThat(ten.encode()).isEqualTo(fourteen.encode());
  }

  @Test
  void turns_monochrome1_and_its_window() {
    VoiTransform window = new VoiTransform.Window(250, 100, WindowFunction.LINEAR_EXACT, "NAME");
    GrayscaleAttributes turned =
        new GrayscaleAttributes(
            Photometric.MONOCHROME1, ModalityTransform.NONE, List.of(window), null, null);

    NeutralRadiograph neutral = NeutralRadiograph.of(radiograph(12, turned, 0, 250, 1000));

    assertThat(values(neutral)).containsExactly(65535, 49151, 0);
    DisplayWindow shown = neutral.windows().getFirst();
    assertThat(shown.low()).isEqualTo(Math.round(0.7 * 65535));
    assertThat(shown.high()).isEqualTo(Math.round(0.8 * 65535));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LINEAR", "LINEAR_EXACT", "SIGMOID"})
  void shows_what_the_pipeline_shows(WindowFunction function) {
    VoiTransform window = new VoiTransform.Window(1500, 1200, function, "");
    for (Photometric photometric : Photometric.values()) {
      GrayscaleAttributes grayscale =
          new GrayscaleAttributes(
              photometric,
              new ModalityTransform.Rescale(0.5, -100),
              List.of(window),
              null,
              new PaddingRange(4095, 4095));
      short[] ramp = new short[4096];
      for (int i = 0; i < ramp.length; i++) {
        ramp[i] = (short) i;
      }
      Radiograph source =
          new Radiograph(StoredPixels.unsigned(64, 64, 12, ramp), grayscale, null, 1, List.of());

      GrayscaleRendering direct = GrayscaleRendering.of(source);
      NeutralRadiograph neutral = NeutralRadiograph.of(source);

      for (int stored = 0; stored < 4095; stored++) {
        int value = neutral.value(stored / 64, stored % 64);
        assertThat(neutral.windows().getFirst().apply(value))
            .as("%s %s stored %d", function, photometric, stored)
            .isCloseTo(direct.display(stored), within(1e-3));
      }
      assertThat(neutral.value(63, 63)).as("padding").isZero();
    }
  }

  @Test
  void bakes_a_voi_table_into_the_pixels() {
    VoiTransform table =
        new VoiTransform.Table(new LookupTable(100, 8, new int[] {0, 51, 255}), "CURVE");

    NeutralRadiograph neutral =
        NeutralRadiograph.of(radiograph(8, plain(List.of(table)), 99, 101, 200));

    assertThat(values(neutral)).containsExactly(0, 13107, 65535);
    assertThat(neutral.windows()).containsExactly(DisplayWindow.FULL);
  }

  @Test
  void comes_back_from_its_bytes() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    short[] values = new short[37 * 53];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) random.nextInt();
    }
    PixelSpacing spacing = new PixelSpacing(0.139, 0.2, PixelSpacing.Kind.AT_DETECTOR);
    List<DisplayWindow> windows =
        List.of(
            DisplayWindow.between(-500, 70001),
            new DisplayWindow(3, 9, DisplayWindow.Curve.SIGMOID));
    NeutralRadiograph neutral = NeutralRadiograph.of(37, 53, values, spacing, windows);

    NeutralRadiograph back = NeutralRadiograph.decode(neutral.encode());

    assertThat(values(back)).isEqualTo(values(neutral));
    assertThat(back.spacing()).isEqualTo(spacing);
    assertThat(back.windows()).hasSize(2);
    assertThat(back.windows().getFirst()).isEqualTo(DisplayWindow.between(-500, 70001));
    assertThat(back.encode()).isEqualTo(neutral.encode());
  }

  @Test
  void refuses_every_damaged_byte() {
    byte[] bytes = NeutralRadiograph.of(radiograph(10, plain(List.of()), 1, 2, 3)).encode();

    for (int at = 0; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x40;
      assertThatThrownBy(() -> NeutralRadiograph.decode(damaged)).isInstanceOf(Problem.class);
    }
    for (int length = 0; length < bytes.length; length++) {
      byte[] half = java.util.Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> NeutralRadiograph.decode(half)).isInstanceOf(Problem.class);
    }
  }

  @Test
  void allocates_nothing_for_dimensions_that_the_bytes_cannot_hold() {
    byte[] bytes = NeutralRadiograph.of(radiograph(10, plain(List.of()), 1, 2, 3)).encode();
    ByteBuffer.wrap(bytes).putInt(5, 16000).putInt(9, 16000);
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length - 4);
    ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) crc.getValue());

    assertThatThrownBy(() -> NeutralRadiograph.decode(bytes))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("damaged");
  }

  private static GrayscaleAttributes plain(List<VoiTransform> voi) {
    return GrayscaleAttributes.plain(voi);
  }

  private static Radiograph radiograph(int bits, GrayscaleAttributes grayscale, int... values) {
    short[] stored = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      stored[i] = (short) values[i];
    }
    return new Radiograph(
        StoredPixels.unsigned(1, values.length, bits, stored), grayscale, null, 1, List.of());
  }

  private static int[] values(NeutralRadiograph neutral) {
    int[] values = new int[neutral.rows() * neutral.columns()];
    for (int i = 0; i < values.length; i++) {
      values[i] = neutral.value(i / neutral.columns(), i % neutral.columns());
    }
    return values;
  }
}
