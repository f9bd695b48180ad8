package org.exemplar.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.blinding.Arm;
import org.exemplar.stats.Outcome;
import org.exemplar.study.Orientation;

/**
 * The results of a study, one to one with {@code results.json}. A number that does not exist is
 * empty and a warning says why; none is NaN or infinite. Arm-wise, pooled and case-mean numbers are
 * of the ratings as given, PIE minus non-PIE; AUCs are oriented: above one half is more PIE-like.
 *
 * @param format {@link #FORMAT}
 * @param simulated whether the ratings were made by the program
 * @param questions in the order of the protocol
 * @param course how the reading went; empty for a mere table of ratings, which does not tell
 * @param mixedModel R's ordinal mixed models; empty where R was not asked or could not answer
 */
@JsonPropertyOrder({
  "format",
  "simulated",
  "design",
  "questions",
  "course",
  "mixed_model",
  "warnings"
})
public record Results(
    String format,
    boolean simulated,
    Design design,
    Map<String, QuestionResults> questions,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Course> course,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<MixedModel> mixedModel,
    List<ResultWarning> warnings) {
  /** The format that this program writes. */
  public static final String FORMAT = "exemplar-results/1";

  /** Copies the collections. */
  public Results {
    questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
    warnings = List.copyOf(warnings);
  }

  /** The same with the course of the reading and its warnings. */
  Results withCourse(Course added, List<ResultWarning> more) {
    return new Results(
        format, simulated, design, questions, Optional.of(added), mixedModel, joined(more));
  }

  /** The same with R's mixed models, or with a warning that says why there are none. */
  public Results withMixedModel(Outcome<MixedModel> fitted) {
    return new Results(
        format,
        simulated,
        design,
        questions,
        course,
        fitted.value(),
        joined(MixedModel.warnings(fitted)));
  }

  private List<ResultWarning> joined(List<ResultWarning> more) {
    List<ResultWarning> all = new ArrayList<>(warnings);
    all.addAll(more);
    return all;
  }

  /** The warnings about a question. */
  public List<ResultWarning> warningsOf(String question) {
    return warnings.stream().filter(w -> question.equals(w.question())).toList();
  }

  /**
   * What was read.
   *
   * @param ratings answers with a code, over all questions
   * @param missing answers that nobody gave, over all readers, cases and questions
   * @param cannotJudge answers "cannot judge", which count neither as rating nor as missing
   * @param fullyCrossed whether every reader rated every case on every question
   * @param ratingsByReader answers with a code of each reader
   */
  public record Design(
      int readers,
      int cases,
      int pie,
      int nonPie,
      int ratings,
      int missing,
      int cannotJudge,
      boolean fullyCrossed,
      Map<String, Integer> ratingsByReader) {
    /** Copies the map. */
    public Design {
      ratingsByReader = Collections.unmodifiableMap(new LinkedHashMap<>(ratingsByReader));
    }
  }

  /** Which end of the scale is more PIE-like. */
  public enum Direction {
    /** Higher codes. */
    @JsonProperty("higher_is_pie")
    HIGHER_IS_PIE,
    /** Lower codes. */
    @JsonProperty("lower_is_pie")
    LOWER_IS_PIE;

    /** The direction of an orientation. */
    public static Direction of(Orientation orientation) {
      return orientation == Orientation.HIGHER ? HIGHER_IS_PIE : LOWER_IS_PIE;
    }

    /** 1 or −1: the factor that turns a rating into a score that is higher for PIEs. */
    public int sign() {
      return this == HIGHER_IS_PIE ? 1 : -1;
    }
  }

  /**
   * The results of one question.
   *
   * @param descriptivesByReader reader → arm → descriptives
   */
  public record QuestionResults(
      Direction orientation,
      Counts counts,
      Map<Arm, Descriptives> descriptives,
      Map<String, Map<Arm, Descriptives>> descriptivesByReader,
      Mrmc mrmc,
      Permutation permutation,
      Bootstrap bootstrap,
      CaseMeans caseMeans,
      Pooled pooled,
      Agreement agreement) {}

  /**
   * What there is of one question.
   *
   * @param tiedPairs share of pairs of a PIE and a control that one reader rated the same
   */
  public record Counts(
      int readers,
      int ratings,
      int missing,
      int cannotJudge,
      boolean fullyCrossed,
      OptionalDouble tiedPairs) {}

  /**
   * The ratings of one arm as given.
   *
   * @param sd with n − 1
   * @param counts how often each code was given, codes ascending
   */
  public record Descriptives(
      int n,
      OptionalDouble mean,
      OptionalDouble sd,
      OptionalDouble median,
      Map<String, Integer> counts) {
    /** Copies the map. */
    public Descriptives {
      counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
  }

  /**
   * The primary analysis.
   *
   * @param status {@code ok}, {@code variance_fallback}, {@code no_variance}, {@code single_reader}
   *     or {@code not_defined}
   * @param method in words
   * @param pHolm adjusted over the questions, a missing p counted as 1
   * @param imrmc test and interval as FDA's iMRMC prints them
   * @param components unbiased variance components, null for a single reader
   */
  public record Mrmc(
      OptionalDouble auc,
      OptionalDouble variance,
      OptionalDouble se,
      OptionalDouble df,
      OptionalDouble ciLow,
      OptionalDouble ciHigh,
      OptionalDouble statistic,
      OptionalDouble p,
      OptionalDouble pHolm,
      String method,
      String status,
      Map<String, ReaderAuc> perReader,
      Imrmc imrmc,
      Components components) {

    /** The same with the adjusted p-value. */
    Mrmc withHolm(double adjusted) {
      return new Mrmc(
          auc,
          variance,
          se,
          df,
          ciLow,
          ciHigh,
          statistic,
          p,
          OptionalDouble.of(adjusted),
          method,
          status,
          perReader,
          imrmc,
          components);
    }
  }

  /** The AUC of one reader with an interval about this reader alone. */
  public record ReaderAuc(
      OptionalDouble auc, int nPie, int nNonPie, OptionalDouble ciLow, OptionalDouble ciHigh) {}

  /**
   * iMRMC's printed convention.
   *
   * @param df cut to an integer of at least 2
   * @param distribution {@code t}, or {@code normal} from 50 degrees of freedom on
   */
  public record Imrmc(
      OptionalDouble df,
      String distribution,
      OptionalDouble p,
      OptionalDouble ciLow,
      OptionalDouble ciHigh) {}

  /** Unbiased variance components of the AUC; empty for a single reader. */
  public record Components(
      OptionalDouble nonpieCase,
      OptionalDouble pieCase,
      OptionalDouble casePair,
      OptionalDouble reader,
      @JsonProperty("reader_x_nonpie") OptionalDouble readerByNonpie,
      @JsonProperty("reader_x_pie") OptionalDouble readerByPie,
      @JsonProperty("reader_x_pair") OptionalDouble readerByPair) {}

  /**
   * The permutation test of arm labels over cases.
   *
   * @param statistic |AUC − ½|
   * @param replicates labelings drawn, 0 when all were counted
   * @param exact whether all labelings were counted
   * @param stratified whether labels moved inside matching strata only
   */
  public record Permutation(
      OptionalDouble statistic,
      OptionalDouble p,
      int replicates,
      long seed,
      boolean exact,
      boolean stratified) {}

  /** Percentile intervals of the two-way bootstrap. */
  public record Bootstrap(
      OptionalDouble aucCiLow,
      OptionalDouble aucCiHigh,
      OptionalDouble meanDifferenceCiLow,
      OptionalDouble meanDifferenceCiHigh,
      int replicates,
      long seed) {}

  /** Tests of per-case means. */
  public record CaseMeans(WelchT welchT, RankStatistic mannWhitney) {}

  /**
   * The original study's tests, which ignore that ratings share cases and readers.
   *
   * @param meanDifference PIE minus non-PIE
   * @param designEffect how much pooling understates the variance
   * @param realLevel about how often the pooled 5 % test is significant without any effect
   */
  public record Pooled(
      RankStatistic kruskalWallis,
      RankStatistic mannWhitney,
      WelchT welchT,
      OptionalDouble cliffsDelta,
      OptionalDouble meanDifference,
      OptionalDouble designEffect,
      OptionalDouble realLevel) {}

  /** A t test. */
  public record WelchT(OptionalDouble statistic, OptionalDouble df, OptionalDouble p) {}

  /** A rank test. */
  public record RankStatistic(OptionalDouble statistic, OptionalDouble p) {}

  /**
   * How far readers agree.
   *
   * @param krippendorffAlphaCi 95 % percentile intervals over resampled cases
   * @param gwetAc2 with quadratic weights
   * @param pairs by pair of readers, {@code R1-R2}
   */
  public record Agreement(
      Levels krippendorffAlpha,
      LevelIntervals krippendorffAlphaCi,
      OptionalDouble fleissKappa,
      OptionalDouble gwetAc2,
      OptionalDouble kendallW,
      Icc icc,
      int completeCases,
      Map<String, KappaPair> pairs) {}

  /** α at three levels of measurement. */
  public record Levels(OptionalDouble nominal, OptionalDouble ordinal, OptionalDouble interval) {}

  /** Intervals of α at three levels. */
  public record LevelIntervals(Ends nominal, Ends ordinal, Ends interval) {}

  /** Two ends of an interval. */
  public record Ends(OptionalDouble ciLow, OptionalDouble ciHigh) {}

  /** Intraclass correlations after Shrout and Fleiss. */
  public record Icc(
      @JsonProperty("ICC1") OptionalDouble icc1,
      @JsonProperty("ICC2") OptionalDouble icc2,
      @JsonProperty("ICC3") OptionalDouble icc3,
      @JsonProperty("ICC1k") OptionalDouble icc1k,
      @JsonProperty("ICC2k") OptionalDouble icc2k,
      @JsonProperty("ICC3k") OptionalDouble icc3k) {}

  /** Cohen's κ of two readers over the cases that both rated. */
  public record KappaPair(
      int n, OptionalDouble kappa, OptionalDouble kappaLinear, OptionalDouble kappaQuadratic) {}
}
