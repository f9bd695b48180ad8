package org.exemplar.analysis;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.exemplar.blinding.Arm;
import org.exemplar.stats.Sample;
import org.exemplar.stats.mrmc.RatingTable;

/** Counts, means and spreads of ratings by arm and by reader. */
final class Describing {
  private Describing() {}

  /** The ratings of each arm; of an arm without ratings the numbers are empty and remembered. */
  static Map<Arm, Results.Descriptives> byArm(RatingTable raw, String key, Warnings warnings) {
    Map<Arm, Results.Descriptives> described = new EnumMap<>(Arm.class);
    for (Arm arm : Arm.values()) {
      double[] values = raw.pooled(arm == Arm.PIE);
      String name = key + "." + arm;
      if (values.length == 0) {
        warnings.undefined(name, "there are no ratings");
      } else if (values.length == 1) {
        warnings.undefined(name + ".sd", "there is one rating only");
      }
      described.put(arm, describe(values));
    }
    return described;
  }

  /** The same for each reader alone. */
  static Map<String, Map<Arm, Results.Descriptives>> byReader(
      QuestionRatings ratings, RatingTable raw, Warnings warnings) {
    Map<String, Map<Arm, Results.Descriptives>> described = new LinkedHashMap<>();
    for (int r = 0; r < ratings.readers().size(); r++) {
      String reader = ratings.readers().get(r);
      String key = "descriptives_by_reader." + reader;
      described.put(reader, byArm(raw.reader(r), key, warnings));
    }
    return described;
  }

  private static Results.Descriptives describe(double[] values) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (double value : sorted) {
      counts.merge(code(value), 1, Integer::sum);
    }
    Sample sample = Sample.of(values);
    return new Results.Descriptives(
        values.length,
        Warnings.finite(sample.mean()),
        sample.standardDeviation(),
        Sample.median(values),
        counts);
  }

  /** A whole number without a fraction. */
  private static String code(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
