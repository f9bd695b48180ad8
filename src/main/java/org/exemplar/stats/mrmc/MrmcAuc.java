package org.exemplar.stats.mrmc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.exemplar.stats.Outcome;

/**
 * The AUC over readers and cases, both random: the probability that a positive case is scored
 * higher than a negative one by the same reader, ties half; with missing scores weighted by the
 * number of pairs that a reader scored. One-shot U-statistic variance (Gallas 2006; Gallas et al.
 * 2009), t test against one half with real-valued BDG degrees of freedom.
 *
 * @param auc from 0 to 1
 * @param tiedPairs share of pairs of cases that one reader scored the same
 * @param status which variance the inference rests on
 * @param evidence moments and what follows from them; empty for a single reader
 * @param inference test and interval; undefined where there is no variance to judge by
 * @param readers in the order of the table
 * @param obuchowskiRockette for comparison, where data are complete
 */
public record MrmcAuc(
    double auc,
    double tiedPairs,
    Status status,
    Optional<Evidence> evidence,
    Outcome<Inference> inference,
    List<ReaderAuc> readers,
    Outcome<ObuchowskiRockette> obuchowskiRockette) {

  /** Variances up to this are none: rounding leaves some 1e-17 of an exact zero. */
  static final double NO_VARIANCE = 1e-12;

  private static final String NO_PAIR = "no reader rated cases of both kinds";

  /** Which variance the inference rests on. */
  public enum Status {
    /** The unbiased variance is positive. */
    OK,
    /** The unbiased variance is not positive; the biased one was used. */
    VARIANCE_FALLBACK,
    /** Ratings leave no variance (all equal, perfect separation) or too few cases: no test. */
    NO_VARIANCE,
    /** Only one reader rated cases of both kinds: the inference is about this reader alone. */
    SINGLE_READER
  }

  /** What the study-level inference rests on. */
  public record Evidence(
      Moments moments,
      double unbiasedVariance,
      double biasedVariance,
      VarianceComponents unbiased,
      VarianceComponents biased,
      DegreesOfFreedom df) {}

  /** Copies the list. */
  public MrmcAuc {
    readers = List.copyOf(readers);
  }

  /** Analyses a table; undefined where no reader scored cases of both kinds. */
  public static Outcome<MrmcAuc> of(RatingTable table) {
    PairSums sums = new PairSums(table);
    List<ReaderAuc> readers =
        IntStream.range(0, table.readers())
            .mapToObj(r ->
                ReaderAuc.of(
                    sums.readerSuccess[r],
                    sums.readerDesign[r],
                    sums.readerPositives[r],
                    sums.readerNegatives[r]))
            .toList();
    List<ReaderAuc> paired = readers.stream().filter(r -> r.auc().isPresent()).toList();
    if (paired.isEmpty()) {
      return Outcome.undefined(NO_PAIR);
    }
    double auc = Arrays.stream(sums.readerWins).sum() / Math.sqrt(sums.design[7]);
    return Outcome.of(
        paired.size() == 1
            ? singleReader(auc, sums, paired.getFirst(), readers)
            : severalReaders(table, auc, sums, readers));
  }

  private static MrmcAuc singleReader(
      double auc, PairSums sums, ReaderAuc only, List<ReaderAuc> readers) {
    Status status = only.inference().isDefined() ? Status.SINGLE_READER : Status.NO_VARIANCE;
    Outcome<ObuchowskiRockette> none = Outcome.undefined("it needs two readers or more");
    return new MrmcAuc(
        auc, sums.tiedPairs(), status, Optional.empty(), only.inference(), readers, none);
  }

  private static MrmcAuc severalReaders(
      RatingTable table, double auc, PairSums sums, List<ReaderAuc> readers) {
    Moments moments = Moments.of(sums.success, sums.design);
    Evidence evidence =
        new Evidence(
            moments,
            moments.unbiasedVariance(),
            moments.biasedVariance(),
            VarianceComponents.of(moments.unbiased()),
            VarianceComponents.of(moments.biased()),
            DegreesOfFreedom.of(moments));
    Status status = status(evidence);
    Outcome<Inference> inference = infer(auc, status, evidence);
    Outcome<ObuchowskiRockette> comparison =
        inference.isDefined()
            ? ObuchowskiRockette.of(table, auc, moments, readers)
            : Outcome.undefined("there is no variance");
    return new MrmcAuc(
        auc, sums.tiedPairs(), status, Optional.of(evidence), inference, readers, comparison);
  }

  private static Status status(Evidence evidence) {
    if (evidence.df().least() < 1) {
      return Status.NO_VARIANCE;
    }
    if (evidence.unbiasedVariance() > NO_VARIANCE) {
      return Status.OK;
    }
    return evidence.biasedVariance() > NO_VARIANCE ? Status.VARIANCE_FALLBACK : Status.NO_VARIANCE;
  }

  private static String noVariance(DegreesOfFreedom df) {
    if (Math.min(df.negativeCase(), df.positiveCase()) < 1) {
      return "one case of a kind says nothing about how such cases vary";
    }
    return df.reader() < 1
        ? "one reader rated nearly all the pairs, which says nothing about how readers vary"
        : "the ratings leave no variance to judge the AUC by";
  }

  private static Outcome<Inference> infer(double auc, Status status, Evidence evidence) {
    if (status == Status.NO_VARIANCE) {
      return Outcome.undefined(noVariance(evidence.df()));
    }
    double variance = status == Status.OK ? evidence.unbiasedVariance() : evidence.biasedVariance();
    return Outcome.of(Inference.t(auc, variance, evidence.df().of(variance)));
  }

  /** Test and interval by iMRMC's printed convention, for comparison. */
  public Outcome<Inference> imrmcConvention() {
    return inference.map(each -> each.asImrmc(auc));
  }

  /** The plain mean of the readers' AUCs; equal to the AUC when data are complete. */
  public double meanOfReaders() {
    return readers.stream()
        .flatMapToDouble(reader -> reader.auc().stream())
        .average()
        .orElse(Double.NaN);
  }
}
