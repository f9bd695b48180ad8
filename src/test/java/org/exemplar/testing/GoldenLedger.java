package org.exemplar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every value of a reference file, and which of them were compared: a test that is done asks {@link
 * #assertAllCompared()}, which fails on a value that nothing looked at.
 *
 * <p>A value's name is the way to it, joined with {@code |}: keys and indices of JSON; key cells
 * and column of CSV.
 */
public final class GoldenLedger {
  private final String file;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  private GoldenLedger(Path file) {
    this.file = String.valueOf(file.getFileName());
  }

  /** The leaves of a JSON file. */
  public static GoldenLedger json(Path file) {
    var ledger = new GoldenLedger(file);
    ledger.walk("", JsonMapper.shared().readTree(file));
    return ledger.begun();
  }

  /**
   * The cells of a CSV, compressed or not.
   *
   * @param keys how many leading columns name a row
   */
  public static GoldenLedger csv(Path file, int keys) {
    var ledger = new GoldenLedger(file);
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        CsvReader<CsvRecord> csv =
            CsvReader.builder().ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> header = null;
      for (CsvRecord record : csv) {
        List<String> cells = record.getFields();
        if (header == null) {
          header = cells;
          continue;
        }
        String row = String.join("|", cells.subList(0, keys));
        for (int i = keys; i < cells.size(); i++) {
          ledger.values.put(row + "|" + header.get(i), cells.get(i));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ledger.begun();
  }

  private GoldenLedger begun() {
    assertThat(values).as(file).isNotEmpty();
    open.addAll(values.keySet());
    return this;
  }

  private void walk(String path, JsonNode node) {
    if (node.isObject()) {
      node.forEachEntry((key, value) -> walk(path.isEmpty() ? key : path + "|" + key, value));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(path + "|" + i, node.get(i));
      }
    } else {
      values.put(path, node.asString());
    }
  }

  /** Whether there is such a value. */
  public boolean has(String path) {
    return values.containsKey(path);
  }

  /** Names of values, without marking them. */
  public List<String> paths(String prefix) {
    return values.keySet().stream().filter(path -> path.startsWith(prefix)).toList();
  }

  /** The texts of an array, marked as compared: the caller asserts on them. */
  public List<String> array(String path) {
    return paths(path + "|").stream().map(this::text).toList();
  }

  /** A text, marked as compared: the caller asserts on it. */
  public String text(String path) {
    String value = values.get(path);
    assertThat(value).as("%s: %s", file, path).isNotNull();
    open.remove(path);
    return String.valueOf(value);
  }

  /**
   * A number as it stands, NaN included and where it says undefined, marked as compared: the caller
   * asserts on it.
   */
  public double number(String path) {
    String text = text(path);
    if (text.startsWith("undefined")) {
      return Double.NaN;
    }
    return switch (text) {
      case "", "nan", "NaN", "null" -> Double.NaN;
      case "inf", "Infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /** Compares within {@code tolerance · max(1, |expected|)}; NaN only with NaN. */
  public void close(String path, double actual, double tolerance) {
    double expected = number(path);
    boolean same =
        Double.isNaN(expected)
            ? Double.isNaN(actual)
            : expected == actual
                || Math.abs(expected - actual) <= tolerance * Math.max(1, Math.abs(expected));
    assertThat(same).as("%s: %s is %s, not %s", file, path, actual, expected).isTrue();
  }

  /** Compares within {@code tolerance · |expected|}, for numbers near 0 such as p-values. */
  public void relative(String path, double actual, double tolerance) {
    double expected = number(path);
    boolean same =
        Double.isNaN(expected)
            ? Double.isNaN(actual)
            : Math.abs(expected - actual) <= tolerance * Math.abs(expected);
    assertThat(same).as("%s: %s is %s, not %s", file, path, actual, expected).isTrue();
  }

  /** Compares texts. */
  public void same(String path, Object actual) {
    assertThat(String.valueOf(actual)).as("%s: %s", file, path).isEqualToIgnoringCase(text(path));
  }

  /**
   * Leaves values out.
   *
   * @param pattern of names, a regular expression; must fit at least one
   * @param reason why nothing compares them
   */
  public void except(String pattern, String reason) {
    Pattern names = Pattern.compile(pattern);
    assertThat(open.removeIf(path -> names.matcher(path).matches()))
        .as("%s: %s (%s)", file, pattern, reason)
        .isTrue();
  }

  /** Fails on a value that was neither compared nor left out with a reason. */
  public void assertAllCompared() {
    assertThat(open).as("%s: values that nothing compares", file).isEmpty();
  }
}
