package org.exemplar.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results as {@code results.json}: snake case keys, {@code null} where a number does not exist,
 * never NaN or Infinity. Unknown keys are skipped when reading, so that later programs may add
 * some.
 */
public final class ResultsJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ResultsJson() {}

  /** The text of the file, ending in a line break. */
  public static String write(Results results) {
    return MAPPER.writeValueAsString(results) + "\n";
  }

  /**
   * Writes beside {@code file} and moves it into place.
   *
   * @throws Problem if the folder cannot be written
   */
  public static void write(Results results, Path file) {
    WholeFile.write(file, write(results));
  }

  /**
   * Reads results.
   *
   * @throws Problem if the file is absent or holds no results of a format that this program knows
   */
  public static Results read(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new Problem("There is no file " + file + ".", e);
    } catch (IOException e) {
      throw new Problem("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
    }
  }

  private static Results parse(String text, String name) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (!Results.FORMAT.equals(tree.path("format").asString(""))) {
        throw new Problem(
            "%s holds no results of format %s; make them with exemplar analyze."
                .formatted(name, Results.FORMAT));
      }
      return MAPPER.treeToValue(tree, Results.class);
    } catch (JacksonException e) {
      throw new Problem("%s holds no results that can be read.".formatted(name), e);
    }
  }
}
