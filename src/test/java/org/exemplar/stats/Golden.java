package org.exemplar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reference results kept as gzipped JSON beside the tests; NaN and Infinity are allowed there. */
public final class Golden {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private Golden() {}

  /** The document in {@code org/exemplar/stats/<name>.json.gz}. */
  public static JsonNode read(String name) {
    String path = "/org/exemplar/stats/" + name + ".json.gz";
    try (InputStream in = Golden.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + path);
      }
      return MAPPER.readTree(new GZIPInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of an array. */
  public static double[] doubles(JsonNode array) {
    return IntStream.range(0, array.size()).mapToDouble(i -> number(array.get(i))).toArray();
  }

  /** The number, NaN for null or any text. */
  public static double number(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : Double.NaN;
  }

  /** Asserts equality to {@code relative} of the expected value, or {@code absolute}. */
  public static void close(
      String what, double actual, JsonNode expected, double relative, double absolute) {
    assertThat(expected.isNumber()).as(what + " has a reference").isTrue();
    double reference = expected.doubleValue();
    assertThat(actual)
        .as(what)
        .isCloseTo(reference, within(Math.max(absolute, relative * Math.abs(reference))));
  }
}
