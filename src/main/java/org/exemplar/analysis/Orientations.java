package org.exemplar.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exemplar.problem.Problem;
import org.exemplar.study.Orientation;

/**
 * Which end of each question is more PIE-like. Given by the protocol, by {@code --orientation}, or
 * by the names that rating tables of the original study use.
 */
public final class Orientations {
  private static final Map<String, Orientation> KNOWN =
      Map.of(
          "agree_label", Orientation.LOWER,
          "label_noise", Orientation.HIGHER,
          "label_disagreement", Orientation.HIGHER,
          "quality", Orientation.LOWER,
          "image_quality", Orientation.LOWER,
          "difficulty", Orientation.HIGHER);

  private Orientations() {}

  /**
   * The orientation of every question; what is given goes before what a name implies.
   *
   * @throws Problem if a question has neither
   */
  public static Map<String, Orientation> resolve(
      List<String> questions, Map<String, Orientation> given) {
    Map<String, Orientation> resolved = new LinkedHashMap<>();
    for (String question : questions) {
      Orientation known = KNOWN.get(question.toLowerCase(Locale.ROOT));
      Orientation orientation = given.getOrDefault(question, known);
      if (orientation == null) {
        throw new Problem(
            "For question \"%s\" say which answers are more PIE-like, with --orientation %s=higher or %s=lower."
                .formatted(question, question, question));
      }
      resolved.put(question, orientation);
    }
    return resolved;
  }

  /**
   * Reads {@code question=higher} or {@code question=lower}.
   *
   * @throws Problem if it is neither
   */
  public static Map.Entry<String, Orientation> parse(String option) {
    int equals = option.lastIndexOf('=');
    String word = option.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
    if (equals > 0) {
      for (Orientation orientation : Orientation.values()) {
        if (orientation.word().equals(word)) {
          return Map.entry(option.substring(0, equals).strip(), orientation);
        }
      }
    }
    throw new Problem(
        "--orientation wants question=higher or question=lower, not \"" + option + "\".");
  }
}
