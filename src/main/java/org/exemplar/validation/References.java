package org.exemplar.validation;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reference data that travel with the program; names are paths such as {@code audit/x.json}.
 */
final class References {
  /** Gives a reference's bytes. */
  @FunctionalInterface
  interface Store {
    byte[] bytes(String name) throws IOException;
  }

  private final Store store;

  References(Store store) {
    this.store = store;
  }

  /** Those inside the program. */
  static References embedded() {
    return new References(References::resource);
  }

  /** The same with one of them changed, before it is unpacked: for showing that checks can fail. */
  References with(String changed, UnaryOperator<byte[]> how) {
    return new References(
        name -> name.equals(changed) ? how.apply(store.bytes(name)) : store.bytes(name));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = References.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the program lacks its reference data " + name);
      }
      return in.readAllBytes();
    }
  }

  /** A reference's bytes, unpacked when its name ends in {@code .gz}. */
  byte[] bytes(String name) {
    try {
      byte[] stored = store.bytes(name);
      if (!name.endsWith(".gz")) {
        return stored;
      }
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A reference that is JSON. */
  JsonNode json(String name) {
    return JsonMapper.shared().readTree(bytes(name));
  }

  /** The rows of a table without its header; cells hold no commas. */
  List<String[]> rows(String name) {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(bytes(name)), StandardCharsets.UTF_8));
    return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
  }

  /**
   * A copy on the disk.
   *
   * @return the copy, with the reference's last name and without {@code .gz}
   */
  Path copy(String name, Path folder) throws IOException {
    String last = name.substring(name.lastIndexOf('/') + 1);
    Path file = folder.resolve(last.endsWith(".gz") ? last.substring(0, last.length() - 3) : last);
    return Files.write(file, bytes(name));
  }

  /** The numbers of an array, NaN for null. */
  static double[] doubles(JsonNode array) {
    return IntStream.range(0, array.size()).mapToDouble(i -> number(array.get(i))).toArray();
  }

  /** The number, NaN for null or text. */
  static double number(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : Double.NaN;
  }
}
