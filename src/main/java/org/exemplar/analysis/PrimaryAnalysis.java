package org.exemplar.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.stats.Interval;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.mrmc.Inference;
import org.exemplar.stats.mrmc.MrmcAuc;
import org.exemplar.stats.mrmc.ReaderAuc;
import org.exemplar.stats.mrmc.VarianceComponents;

/** The PIE-AUC of one question as results, with what must be warned of. */
final class PrimaryAnalysis {
  private static final String KEY = "mrmc";

  private PrimaryAnalysis() {}

  static Results.Mrmc report(Outcome<MrmcAuc> outcome, List<String> readers, Warnings warnings) {
    Optional<MrmcAuc> analysis = outcome.value();
    outcome.reason().ifPresent(because -> warnings.undefined(KEY, because));
    Outcome<Inference> inference =
        analysis.map(MrmcAuc::inference).orElse(Outcome.undefined("there is no AUC"));
    analysis.ifPresent(each -> warn(each, readers, warnings));
    Outcome<Interval> interval = inference.map(Inference::interval);
    return new Results.Mrmc(
        optional(analysis.map(MrmcAuc::auc)),
        Warnings.part(inference, Inference::variance),
        Warnings.part(inference, Inference::standardError),
        Warnings.part(inference, Inference::df),
        Warnings.part(interval, Interval::low),
        Warnings.part(interval, Interval::high),
        Warnings.part(inference, Inference::statistic),
        Warnings.part(inference, Inference::p),
        OptionalDouble.empty(),
        method(analysis),
        analysis.map(each -> each.status().name().toLowerCase(Locale.ROOT)).orElse("not_defined"),
        analysis.map(each -> perReader(each, readers, warnings)).orElse(Map.of()),
        imrmc(analysis),
        components(analysis, warnings));
  }

  private static OptionalDouble optional(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static String method(Optional<MrmcAuc> analysis) {
    return switch (analysis.map(MrmcAuc::status).orElse(MrmcAuc.Status.NO_VARIANCE)) {
      case OK ->
          "PIE-AUC, readers and cases random: unbiased one-shot U-statistic variance, t with real-valued BDG degrees of freedom";
      case VARIANCE_FALLBACK ->
          "PIE-AUC, readers and cases random: biased one-shot variance, t with real-valued BDG degrees of freedom";
      case SINGLE_READER ->
          "PIE-AUC of a single reader, cases random: unbiased U-statistic variance, t with real-valued degrees of freedom";
      case NO_VARIANCE -> "PIE-AUC without a test";
    };
  }

  private static void warn(MrmcAuc analysis, List<String> readers, Warnings warnings) {
    String because = analysis.inference().reason().orElse("");
    switch (analysis.status()) {
      case OK -> {}
      case VARIANCE_FALLBACK ->
          warnings.add(
              WarningCode.VARIANCE_FALLBACK,
              "The unbiased variance of the AUC is not positive, as happens in small studies; the biased, larger one stands in. Read the permutation test beside it.");
      case NO_VARIANCE ->
          warnings.add(
              WarningCode.NO_VARIANCE,
              "There is no test and no interval of the AUC, because %s. Read the permutation test instead."
                  .formatted(because));
      case SINGLE_READER ->
          warnings.add(
              WarningCode.SINGLE_READER,
              "Only reader %s rated cases of both arms: test and interval speak of this reader, not of readers like this one."
                  .formatted(pairedReaders(analysis, readers)));
    }
    long above = analysis.readers().stream().filter(r -> r.auc().orElse(0.5) > 0.5).count();
    long below = analysis.readers().stream().filter(r -> r.auc().orElse(0.5) < 0.5).count();
    if (above > 0 && below > 0) {
      warnings.add(
          WarningCode.READERS_DIFFER,
          "Readers differ in direction: %d have an AUC above one half, %d below. A reversed scale is one possible cause."
              .formatted(above, below));
    }
    if (analysis.tiedPairs() > 0.5) {
      warnings.add(
          WarningCode.MOSTLY_TIED,
          String.format(
              Locale.ROOT,
              "%.0f %% of the pairs of a PIE and a control got the same rating, so that rank methods see little: a result that is not significant means little.",
              100 * analysis.tiedPairs()));
    }
  }

  private static String pairedReaders(MrmcAuc analysis, List<String> readers) {
    for (int r = 0; r < readers.size(); r++) {
      if (analysis.readers().get(r).auc().isPresent()) {
        return readers.get(r);
      }
    }
    return "";
  }

  private static Map<String, Results.ReaderAuc> perReader(
      MrmcAuc analysis, List<String> readers, Warnings warnings) {
    Map<String, Results.ReaderAuc> reported = new LinkedHashMap<>();
    for (int r = 0; r < readers.size(); r++) {
      ReaderAuc reader = analysis.readers().get(r);
      String key = KEY + ".per_reader." + readers.get(r);
      Outcome<Interval> interval = reader.inference().map(Inference::interval);
      OptionalDouble low = warnings.number(key, interval, Interval::low);
      OptionalDouble high = Warnings.part(interval, Interval::high);
      reported.put(
          readers.get(r),
          new Results.ReaderAuc(reader.auc(), reader.positives(), reader.negatives(), low, high));
    }
    return reported;
  }

  private static Results.Imrmc imrmc(Optional<MrmcAuc> analysis) {
    Outcome<Inference> printed =
        analysis.map(MrmcAuc::imrmcConvention).orElse(Outcome.undefined("there is no AUC"));
    Outcome<Interval> interval = printed.map(Inference::interval);
    Outcome<Double> df =
        analysis
            .map(each -> each.inference().map(i -> Math.max(2, Math.floor(i.df()))))
            .orElse(Outcome.undefined("there is no AUC"));
    boolean normal = printed.value().map(each -> Double.isInfinite(each.df())).orElse(false);
    return new Results.Imrmc(
        Warnings.part(df, value -> value),
        normal ? "normal" : "t",
        Warnings.part(printed, Inference::p),
        Warnings.part(interval, Interval::low),
        Warnings.part(interval, Interval::high));
  }

  private static Results.Components components(Optional<MrmcAuc> analysis, Warnings warnings) {
    Outcome<VarianceComponents> unbiased =
        analysis
            .flatMap(MrmcAuc::evidence)
            .map(evidence -> Outcome.of(evidence.unbiased()))
            .orElse(Outcome.undefined("two readers who rated both arms are needed"));
    unbiased.reason().ifPresent(because -> warnings.undefined(KEY + ".components", because));
    return new Results.Components(
        Warnings.part(unbiased, VarianceComponents::negativeCase),
        Warnings.part(unbiased, VarianceComponents::positiveCase),
        Warnings.part(unbiased, VarianceComponents::casePair),
        Warnings.part(unbiased, VarianceComponents::reader),
        Warnings.part(unbiased, VarianceComponents::readerByNegative),
        Warnings.part(unbiased, VarianceComponents::readerByPositive),
        Warnings.part(unbiased, VarianceComponents::readerByPair));
  }
}
