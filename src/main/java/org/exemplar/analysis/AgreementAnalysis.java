package org.exemplar.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.exemplar.stats.Interval;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.agreement.IntraclassCorrelation;
import org.exemplar.stats.agreement.Kappa;
import org.exemplar.stats.agreement.KendallW;
import org.exemplar.stats.agreement.KrippendorffAlpha;
import org.exemplar.stats.agreement.RatingMatrix;
import org.exemplar.stats.agreement.Weights;

/** How far readers agree on one question, as results. */
final class AgreementAnalysis {
  private static final String KEY = "agreement.";
  private static final int ALPHA_DRAWS = 1000;

  private final QuestionRatings ratings;
  private final RatingMatrix matrix;
  private final Warnings warnings;

  private AgreementAnalysis(QuestionRatings ratings, Warnings warnings) {
    this.ratings = ratings;
    this.matrix = RatingMatrix.of(ratings.values());
    this.warnings = warnings;
  }

  static Results.Agreement report(QuestionRatings ratings, long seed, Warnings warnings) {
    return new AgreementAnalysis(ratings, warnings).report(seed);
  }

  private Results.Agreement report(long seed) {
    return new Results.Agreement(
        new Results.Levels(
            alpha(KrippendorffAlpha.Level.NOMINAL),
            alpha(KrippendorffAlpha.Level.ORDINAL),
            alpha(KrippendorffAlpha.Level.INTERVAL)),
        intervals(seed),
        warnings.number(KEY + "fleiss_kappa", Kappa.fleiss(matrix)),
        warnings.number(KEY + "gwet_ac2", Kappa.gwet(matrix, Weights.QUADRATIC)),
        warnings.number(KEY + "kendall_w", KendallW.of(matrix), KendallW::w),
        icc(),
        matrix.complete().cases(),
        pairs());
  }

  private OptionalDouble alpha(KrippendorffAlpha.Level level) {
    String key = KEY + "krippendorff_alpha." + level.name().toLowerCase(Locale.ROOT);
    return warnings.number(key, KrippendorffAlpha.of(matrix, level));
  }

  private Results.LevelIntervals intervals(long seed) {
    Map<KrippendorffAlpha.Level, Outcome<Interval>> intervals =
        KrippendorffAlpha.intervals(matrix, ALPHA_DRAWS, seed);
    return new Results.LevelIntervals(
        ends(intervals, KrippendorffAlpha.Level.NOMINAL),
        ends(intervals, KrippendorffAlpha.Level.ORDINAL),
        ends(intervals, KrippendorffAlpha.Level.INTERVAL));
  }

  private Results.Ends ends(
      Map<KrippendorffAlpha.Level, Outcome<Interval>> intervals, KrippendorffAlpha.Level level) {
    Outcome<Interval> interval =
        intervals.getOrDefault(level, Outcome.undefined("it was not computed"));
    String key = KEY + "krippendorff_alpha_ci." + level.name().toLowerCase(Locale.ROOT);
    OptionalDouble low = warnings.number(key, interval, Interval::low);
    return new Results.Ends(low, Warnings.part(interval, Interval::high));
  }

  private Results.Icc icc() {
    IntraclassCorrelation icc = IntraclassCorrelation.of(matrix);
    return new Results.Icc(
        warnings.number(KEY + "icc.ICC1", icc.icc1()),
        warnings.number(KEY + "icc.ICC2", icc.icc2()),
        warnings.number(KEY + "icc.ICC3", icc.icc3()),
        warnings.number(KEY + "icc.ICC1k", icc.icc1k()),
        warnings.number(KEY + "icc.ICC2k", icc.icc2k()),
        warnings.number(KEY + "icc.ICC3k", icc.icc3k()));
  }

  private Map<String, Results.KappaPair> pairs() {
    List<String> readers = ratings.readers();
    Map<String, Results.KappaPair> pairs = new LinkedHashMap<>();
    for (int a = 0; a < readers.size(); a++) {
      for (int b = a + 1; b < readers.size(); b++) {
        String name = readers.get(a) + "-" + readers.get(b);
        OptionalDouble kappa =
            warnings.number(KEY + "pairs." + name, Kappa.cohen(matrix, a, b, Weights.IDENTITY));
        pairs.put(
            name,
            new Results.KappaPair(
                Kappa.common(matrix, a, b),
                kappa,
                weighted(a, b, Weights.LINEAR),
                weighted(a, b, Weights.QUADRATIC)));
      }
    }
    return pairs;
  }

  /** Undefined for the same reason as the plain one. */
  private OptionalDouble weighted(int a, int b, Weights weights) {
    return Warnings.part(Kappa.cohen(matrix, a, b, weights), value -> value);
  }
}
