package org.exemplar.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.Gray8;
import org.exemplar.radiograph.GrayscaleRendering;
import org.exemplar.radiograph.ImageInspection;
import org.exemplar.radiograph.ModalityTransform;
import org.exemplar.radiograph.Photometric;
import org.exemplar.radiograph.PixelSpacing;
import org.exemplar.radiograph.Radiograph;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.radiograph.StoredPixels;
import org.exemplar.radiograph.VoiTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DicomReaderTest {
  private final RadiographFiles files = RadiographFiles.installed();

  static Stream<String> good() {
    return Golden.derived().propertyNames().stream()
        .filter(name -> !Golden.derived().get(name).has("error"));
  }

  static Stream<String> real() {
    return Golden.real().propertyNames().stream();
  }

  @ParameterizedTest
  @MethodSource("good")
  void phantoms_decode_to_the_reference_values(String name) {
    assertMatches(Golden.derived().get(name), name, Golden.derived(name));
  }

  @ParameterizedTest
  @MethodSource("real")
  void real_films_decode_to_the_reference_values(String name) {
    assertMatches(Golden.real().get(name), name, Golden.real(name));
  }

  private void assertMatches(JsonNode golden, String name, byte[] content) {
    assertStored(golden, Path.of(name), content);
    if (golden.get("photometric").asString().startsWith("MONO")) {
      assertPipeline(golden, files.read(Path.of(name), content));
    }
  }

  private void assertStored(JsonNode golden, Path file, byte[] content) {
    ImageInspection inspection = new DicomReader().inspect(file, content, new Golden.Sha256());
    assertThat(inspection.kind()).isEqualTo("dicom");
    assertThat(inspection.shape())
        .isEqualTo(
            new ImageInspection.Shape(
                golden.get("rows").asInt(),
                golden.get("columns").asInt(),
                golden.get("frames").asInt()));
    assertThat(inspection.encoding())
        .isEqualTo(
            new ImageInspection.Encoding(
                golden.get("transfer_syntax").asString(),
                golden.get("photometric").asString(),
                golden.get("bits_stored").asInt()));
    assertThat(inspection.stored().sha256())
        .isEqualTo(golden.get("stored_sha256_little_endian").asString());
    JsonNode stored = golden.get("stored");
    assertThat(inspection.stored().min()).isEqualTo(stored.get("min").asInt());
    assertThat(inspection.stored().max()).isEqualTo(stored.get("max").asInt());
    assertThat(inspection.stored().mean()).isCloseTo(stored.get("mean").asDouble(), within(1e-6));
  }

  private static void assertPipeline(JsonNode golden, Radiograph radiograph) {
    GrayscaleRendering rendering = GrayscaleRendering.of(radiograph);
    double[] modality = new double[radiograph.pixels().count()];
    double[] voi = new double[modality.length];
    double[] outputRange = ReferenceRange.of(radiograph);
    for (int i = 0; i < modality.length; i++) {
      modality[i] = rendering.modality(radiograph.pixels().value(i));
      voi[i] =
          switch (rendering.voi()) {
            case VoiTransform.FullRange _ -> modality[i];
            case VoiTransform.Table table -> table.table().get((long) modality[i]);
            case VoiTransform.Window window ->
                window.apply(modality[i]) * (outputRange[1] - outputRange[0]) + outputRange[0];
          };
    }
    if (radiograph.frames() == 1) {
      assertSummary(golden.get("after_modality_lut"), modality);
      assertSummary(golden.get("after_voi_first"), voi);
    }
    if (radiograph.frames() == 1 && radiograph.grayscale().padding() == null) {
      Gray8 eight =
          GrayscaleRendering.with(radiograph, GrayscaleRendering.fullRange(radiograph)).gray8();
      assertThat(Golden.sha256(eight.toBytes()))
          .isEqualTo(golden.get("minmax_8bit_sha256").asString());
    }
  }

  private static void assertSummary(JsonNode golden, double[] values) {
    assertThat(Arrays.stream(values).min().orElseThrow())
        .isCloseTo(golden.get("min").asDouble(), within(1e-6));
    assertThat(Arrays.stream(values).max().orElseThrow())
        .isCloseTo(golden.get("max").asDouble(), within(1e-6));
    assertThat(Arrays.stream(values).average().orElseThrow())
        .isCloseTo(golden.get("mean").asDouble(), within(1e-6));
    for (int i = 0; i < golden.get("corner").size(); i++) {
      assertThat(values[i]).isCloseTo(golden.get("corner").get(i).asDouble(), within(1e-6));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing_pixel_data.dcm | is a DICOM file that cannot be read: it holds no pixel data",
        "truncated_pixel_data.dcm | in the middle of its pixel data (23767 of 32768 bytes)",
        "zero_bytes.dcm | is empty",
        "not_dicom.dcm | is not an image this program reads",
        "png_with_dcm_name.dcm | is named as DICOM but is a PNG picture",
      })
  void broken_files_are_refused_in_one_sentence(String name, String words) {
    byte[] content = Golden.derived(name);

    assertThatThrownBy(() -> files.read(Path.of(name), content))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(name)
        .hasMessageContaining(words)
        .message()
        .doesNotContain("\n")
        .endsWith(".");
    assertThatThrownBy(() -> files.gray8(Path.of(name), content)).isInstanceOf(Problem.class);
  }

  @Test
  void every_cut_through_compressed_pixels_is_refused() {
    for (String name :
        List.of(
            "mono2_12bit_rle.dcm",
            "mono2_12bit_jpeg_lossless_sv1.dcm",
            "mono2_12bit_jpegls_lossless.dcm",
            "mono2_12bit_jpegls_near2.dcm",
            "mono2_12bit_jpeg_extended_12bit_q95.dcm",
            "mono2_8bit_jpeg_baseline_q90.dcm",
            "mono2_12bit_j2k_lossless.dcm",
            "mono2_12bit_j2k_lossy.dcm",
            "mono2_12bit_deflated.dcm")) {
      byte[] whole = Golden.derived(name);
      for (int length = 700; length < whole.length - 40; length += 997) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> files.read(Path.of(name), cut))
            .as("%s cut to %d", name, length)
            .isInstanceOf(Problem.class);
      }
    }
  }

  @Test
  void a_shortened_fragment_is_never_completed() {
    for (String name :
        List.of(
            "mono2_12bit_rle.dcm",
            "mono2_12bit_jpeg_lossless_p14.dcm",
            "mono2_12bit_jpegls_lossless.dcm",
            "mono2_12bit_jpeg_extended_12bit_q95.dcm",
            "mono1_8bit_jpeg_baseline_q90.dcm",
            "mono2_12bit_j2k_lossless.dcm",
            "mono2_12bit_j2k_lossy.dcm")) {
      byte[] content = Mutations.withShorterFragment(Golden.derived(name), 200);

      assertThatThrownBy(() -> files.read(Path.of(name), content))
          .as(name)
          .isInstanceOf(Problem.class);
    }
  }

  @Test
  void signed_jpeg_2000_is_the_unsigned_one_without_its_level_shift() {
    Path file = Path.of("mono2_12bit_j2k_lossless.dcm");
    byte[] content = Golden.derived(file.toString());
    StoredPixels unsigned = files.read(file, content).pixels();
    Mutations.setSigned(content);

    StoredPixels signed = files.read(file, content).pixels();

    assertThat(signed.signed()).isTrue();
    for (int i = 0; i < signed.count(); i++) {
      assertThat(signed.value(i)).isEqualTo(unsigned.value(i) - 32768);
    }
  }

  @Test
  void says_what_a_reader_of_the_manifest_should_know() {
    assertThat(warnings("mono2_12bit_two_frames.dcm"))
        .containsExactly("It has 2 frames; only the first is used.");
    assertThat(warnings("lateral_view.dcm")).singleElement().asString().contains("lateral");
    assertThat(warnings("rgb_secondary_capture.dcm")).singleElement().asString().contains("colour");
    assertThat(warnings("palette_color.dcm")).singleElement().asString().contains("palette");
    assertThat(warnings("no_preamble_no_meta_ile.dcm")).hasSize(2);
    assertThat(warnings("mono2_12bit_ele.dcm")).isEmpty();
    assertThat(warnings("mono2_12bit_j2k_lossless.dcm")).isEmpty();
  }

  @Test
  void reads_the_pipeline_and_not_the_patient() {
    Radiograph windows = read("mono2_14bit_window_two_values.dcm");
    Radiograph fraction = read("mono2_12bit_rescale_fraction.dcm");
    Radiograph padded = read("mono2_12bit_pixel_padding.dcm");
    Radiograph modality = read("mono1_10bit_modality_lut_sequence.dcm");

    assertThat(windows.grayscale().voi()).hasSize(2);
    assertThat(fraction.grayscale().modality())
        .isEqualTo(new ModalityTransform.Rescale(0.25, -100.5));
    assertThat(padded.grayscale().padding()).isNotNull();
    assertThat(GrayscaleRendering.of(padded).display(4095)).isZero();
    assertThat(modality.grayscale().photometric()).isEqualTo(Photometric.MONOCHROME1);
    assertThat(modality.grayscale().modality()).isInstanceOf(ModalityTransform.Table.class);
  }

  @Test
  void every_film_of_the_real_set_says_how_its_spacing_is_meant() {
    Set<PixelSpacing.Kind> kinds =
        Set.of(PixelSpacing.Kind.AT_DETECTOR, PixelSpacing.Kind.CALIBRATED);
    Radiograph film = files.read(Path.of("film"), Golden.real("WG04_RG3_JPLL.dcm"));

    assertThat(film.spacing() == null || kinds.contains(film.spacing().kind())).isTrue();
  }

  private List<String> warnings(String name) {
    return read(name).warnings();
  }

  private Radiograph read(String name) {
    return files.read(Path.of(name), Golden.derived(name));
  }

  /** The output range that the reference tool scales windows to. */
  private static final class ReferenceRange {
    static double[] of(Radiograph radiograph) {
      int bits = radiograph.pixels().bitsStored();
      boolean signed = radiograph.pixels().signed();
      double low = signed ? -(1 << (bits - 1)) : 0;
      double high = signed ? (1 << (bits - 1)) - 1 : (1 << bits) - 1;
      return switch (radiograph.grayscale().modality()) {
        case ModalityTransform.Rescale rescale ->
            new double[] {
              low * rescale.slope() + rescale.intercept(),
              high * rescale.slope() + rescale.intercept()
            };
        case ModalityTransform.Table table -> new double[] {0, table.table().largest()};
      };
    }
  }
}
