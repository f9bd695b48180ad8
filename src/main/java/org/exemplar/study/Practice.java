package org.exemplar.study;

import java.util.Locale;

/**
 * What a reader practises before the study starts.
 *
 * @param cases how many practice cases, 0 for none
 * @param gate what opens the study
 * @param distance for {@link Gate#WITHIN_DISTANCE}: how many points an answer may lie from the
 *     reference answer
 */
public record Practice(int cases, Gate gate, int distance) {
  /** Checks the ranges. */
  public Practice {
    if (cases < 0 || distance < 0) {
      throw new IllegalArgumentException("practice cases and distance cannot be negative");
    }
  }

  /** What opens the study. */
  public enum Gate {
    /** Every practice case was answered. */
    ANSWERED,
    /** Every answer lies within a stated distance of its reference answer. */
    WITHIN_DISTANCE;

    /** As it is written in protocols. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
