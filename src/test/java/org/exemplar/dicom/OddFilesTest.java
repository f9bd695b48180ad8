package org.exemplar.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.exemplar.radiograph.ImageInspection;
import org.exemplar.radiograph.Radiograph;
import org.exemplar.radiograph.StoredStatistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Small files in the rarer shapes that the standard allows: odd depths and high bits with rubbish
 * around them, every lossless predictor, point transforms, restarts, tiles, errors in near-lossless
 * coding that overshoot, runs of every kind, frames in pieces, icons within sequences, colours in
 * planes and pairs. What they hold is known from the arrays that they were written from, and for
 * lossy ones from GDCM 3.0.21; all values, bit for bit.
 */
class OddFilesTest {
  private static final JsonNode EXPECTED = expected();

  static Stream<String> names() {
    return EXPECTED.propertyNames().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void values_are_those_that_were_written(String name) {
    Path file = Path.of(name + ".dcm");
    byte[] content = Golden.derived("odd/" + file);
    ImageInspection inspection = new DicomReader().inspect(file, content, new Golden.Sha256());
    Radiograph film = new DicomReader().read(file, content);

    JsonNode wanted = EXPECTED.get(name);
    StoredStatistics stored = inspection.stored();
    assertThat(stored.min()).isEqualTo(wanted.get("min").asInt());
    assertThat(stored.max()).isEqualTo(wanted.get("max").asInt());
    assertThat(stored.mean()).isCloseTo(wanted.get("mean").asDouble(), within(1e-6));
    assertThat(stored.sha256()).isEqualTo(wanted.get("sha256").asString());
    assertThat(film.pixels().count())
        .isEqualTo(inspection.shape().rows() * inspection.shape().columns());
  }

  private static JsonNode expected() {
    try (InputStream json = OddFilesTest.class.getResourceAsStream("/dicom/odd/expected.json")) {
      return JsonMapper.shared().readTree(json);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
