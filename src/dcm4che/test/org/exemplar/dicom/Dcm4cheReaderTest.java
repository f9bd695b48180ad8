package org.exemplar.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.ImageInspection;
import org.exemplar.radiograph.Radiograph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The reader on dcm4che over the files and reference values of our own one. */
class Dcm4cheReaderTest {
  private final Dcm4cheReader reader = new Dcm4cheReader();

  static Stream<String> good() {
    return DicomReaderTest.good();
  }

  static Stream<String> real() {
    return DicomReaderTest.real();
  }

  @ParameterizedTest
  @MethodSource("good")
  void phantoms_decode_to_the_reference_values(String name) {
    assertStored(Golden.derived().get(name), name, Golden.derived(name));
  }

  @ParameterizedTest
  @MethodSource("real")
  void real_films_decode_to_the_reference_values(String name) {
    assertStored(Golden.real().get(name), name, Golden.real(name));
  }

  private void assertStored(JsonNode golden, String name, byte[] content) {
    Path file = Path.of(name);
    ImageInspection inspection = reader.inspect(file, content, new Golden.Sha256());
    assertThat(inspection.stored().sha256())
        .isEqualTo(golden.get("stored_sha256_little_endian").asString());
    Radiograph own = new DicomReader().read(file, content);
    Radiograph film = reader.read(file, content);
    assertThat(film.grayscale().photometric()).isEqualTo(own.grayscale().photometric());
    assertThat(film.grayscale().padding()).isEqualTo(own.grayscale().padding());
    assertThat(film.grayscale().voi()).hasSameSizeAs(own.grayscale().voi());
    assertThat(film.spacing()).isEqualTo(own.spacing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing_pixel_data.dcm", "truncated_pixel_data.dcm"})
  void broken_files_are_refused_in_one_sentence(String name) {
    byte[] content = Golden.derived(name);

    assertThatThrownBy(() -> reader.read(Path.of(name), content))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(name)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void takes_files_only_when_it_was_chosen() {
    byte[] content = Golden.derived("mono2_12bit_ile.dcm");
    assertThat(reader.canRead(Path.of("film"), content)).isFalse();
    System.setProperty("exemplar.dicom", "dcm4che");
    try {
      assertThat(reader.canRead(Path.of("film"), content)).isTrue();
    } finally {
      System.clearProperty("exemplar.dicom");
    }
  }
}
