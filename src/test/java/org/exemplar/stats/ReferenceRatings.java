package org.exemplar.stats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.exemplar.stats.mrmc.RatingTable;

/** The rating tables with reference results that lie beside the tests, as they are. */
public final class ReferenceRatings {
  private final List<String> readers;
  private final Map<String, Boolean> cases;
  private final Map<String, Map<String, Double>> values;

  private ReferenceRatings(
      List<String> readers, Map<String, Boolean> cases, Map<String, Map<String, Double>> values) {
    this.readers = readers;
    this.cases = cases;
    this.values = values;
  }

  /** One question of a long table {@code reader_id,case_id,arm,question,value}. */
  public static ReferenceRatings readLong(String table, String question) {
    Map<String, Boolean> cases = new TreeMap<>();
    Map<String, Map<String, Double>> values = new LinkedHashMap<>();
    for (String[] row : rows("ratings-mrmc/" + table + ".csv.gz")) {
      cases.put(row[1], row[2].equals("PIE"));
      if (row[3].equals(question)) {
        values.computeIfAbsent(row[0], r -> new TreeMap<>()).put(row[1], Double.valueOf(row[4]));
      }
    }
    return new ReferenceRatings(List.copyOf(new TreeSet<>(values.keySet())), cases, values);
  }

  /**
   * One question of a wide table {@code case_id,group,reader_id,agree_label,quality,difficulty}.
   */
  public static ReferenceRatings readWide(String table, int column) {
    Map<String, Boolean> cases = new TreeMap<>();
    Map<String, Map<String, Double>> values = new LinkedHashMap<>();
    for (String[] row : rows("ratings/" + table + ".gz")) {
      cases.put(row[0], row[1].equals("PIE"));
      Map<String, Double> mine = values.computeIfAbsent(row[2], r -> new TreeMap<>());
      if (!row[column].isEmpty()) {
        mine.put(row[0], Double.valueOf(row[column]));
      }
    }
    return new ReferenceRatings(List.copyOf(new TreeSet<>(values.keySet())), cases, values);
  }

  private static List<String[]> rows(String resource) {
    List<String[]> rows = new ArrayList<>();
    try (var in = ReferenceRatings.class.getResourceAsStream("/org/exemplar/stats/" + resource);
        var reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      reader.readLine();
      reader.lines().forEach(line -> rows.add(line.split(",", -1)));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reader ids, ascending; rows of the table in this order. */
  public List<String> readers() {
    return readers;
  }

  /** The values times {@code sign}, readers and cases ascending by id. */
  public RatingTable table(int sign) {
    boolean[] positive = new boolean[cases.size()];
    List<String> ids = List.copyOf(cases.keySet());
    for (int c = 0; c < ids.size(); c++) {
      positive[c] = Boolean.TRUE.equals(cases.get(ids.get(c)));
    }
    return new RatingTable(positive, scores(sign));
  }

  /** Reader by case values times {@code sign}, NaN where missing. */
  public double[][] scores(int sign) {
    double[][] scores = new double[readers.size()][cases.size()];
    List<String> ids = List.copyOf(cases.keySet());
    for (int r = 0; r < readers.size(); r++) {
      Map<String, Double> mine = values.getOrDefault(readers.get(r), Map.of());
      Arrays.setAll(scores[r], c -> sign * mine.getOrDefault(ids.get(c), Double.NaN));
    }
    return scores;
  }
}
