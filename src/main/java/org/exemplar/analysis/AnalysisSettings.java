package org.exemplar.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.exemplar.study.AnalysisPlan;
import org.exemplar.study.Orientation;

/**
 * How ratings are analysed.
 *
 * @param orientations which end of each question is more PIE-like
 * @param resampling how often is drawn, from which seed
 * @param strata the matching stratum of each case, by case id; empty when nothing was matched
 * @param simulated whether the ratings were made by the program
 */
public record AnalysisSettings(
    Map<String, Orientation> orientations,
    AnalysisPlan.Resampling resampling,
    Map<String, String> strata,
    boolean simulated) {
  /** What is drawn when no protocol says otherwise. */
  public static final AnalysisPlan.Resampling RESAMPLING =
      new AnalysisPlan.Resampling(100_000, 10_000, 1);

  /** Copies the maps. */
  public AnalysisSettings {
    orientations = new LinkedHashMap<>(orientations);
    strata = Map.copyOf(strata);
  }

  /** Settings of people's ratings in an unmatched study without a protocol. */
  public static AnalysisSettings of(Map<String, Orientation> orientations) {
    return new AnalysisSettings(orientations, RESAMPLING, Map.of(), false);
  }
}
