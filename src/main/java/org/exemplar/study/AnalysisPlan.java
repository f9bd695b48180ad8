package org.exemplar.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is going to be computed, as said before anything was read.
 *
 * @param orientations question id → which end the hypothesis expects more of among PIEs
 * @param planned names of the planned analyses, the primary one first; see {@link #KNOWN}
 * @param level of the tests, between 0 and 1
 * @param resampling how often is drawn
 */
public record AnalysisPlan(
    Map<String, Orientation> orientations,
    List<String> planned,
    double level,
    Resampling resampling) {
  /** The analyses that can be planned. */
  public static final List<String> KNOWN =
      List.of("pie_auc", "permutation", "bootstrap", "case_means", "pooled", "agreement");

  /** Copies and checks the range of the level. */
  public AnalysisPlan {
    orientations = Collections.unmodifiableMap(new LinkedHashMap<>(orientations));
    planned = List.copyOf(planned);
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("the level lies between 0 and 1");
    }
  }

  /**
   * How often is drawn.
   *
   * @param permutations of arm labels, where not all can be counted
   * @param bootstrap resamples of readers and cases
   * @param seed of both
   */
  public record Resampling(int permutations, int bootstrap, long seed) {
    /** Checks the ranges. */
    public Resampling {
      if (permutations < 1 || bootstrap < 1) {
        throw new IllegalArgumentException("resampling draws at least once");
      }
    }
  }
}
