package org.exemplar.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the reading went, as far as it bears on the results: whether readers repeat themselves,
 * whether ratings or times drift along the worklist, whether PIEs take longer, which findings are
 * doubted. None of it is a planned test.
 *
 * @param intraReader by question, from hidden repeats; empty without any
 * @param ratingOrder by question: rating against position in the worklist
 * @param timeOrder time per case against position in the worklist
 * @param time per case, by arm
 * @param findings by finding: how often readers deny it
 * @param sittings what a sitting does to a reader, and each reader's time; empty in results of
 *     earlier versions
 */
public record Course(
    Map<String, IntraReader> intraReader,
    Map<String, OrderEffect> ratingOrder,
    OrderEffect timeOrder,
    TimeByArm time,
    Map<String, FindingDoubt> findings,
    Optional<Sittings> sittings) {
  /** Copies the maps. */
  public Course {
    intraReader = copy(intraReader);
    ratingOrder = copy(ratingOrder);
    findings = copy(findings);
  }

  private static <T> Map<String, T> copy(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * How far readers repeat their own rating of a case.
   *
   * @param pairs cases rated twice by one reader, over all readers
   * @param agreement the share rated the same
   * @param kappaQuadratic Cohen's κ with quadratic weights of first against second
   * @param meanDifference second minus first
   * @param agreementByReader the share of each reader with a pair
   */
  public record IntraReader(
      int pairs,
      OptionalDouble agreement,
      OptionalDouble kappaQuadratic,
      OptionalDouble meanDifference,
      Map<String, Double> agreementByReader) {
    /** Copies the map. */
    public IntraReader {
      agreementByReader = copy(agreementByReader);
    }
  }

  /**
   * A trend along the worklist.
   *
   * @param meanRho Spearman's correlation with the position, mean over readers
   * @param statistic t of that mean over readers
   * @param df of it
   * @param p two-sided
   * @param perReader by reader
   */
  public record OrderEffect(
      OptionalDouble meanRho,
      OptionalDouble statistic,
      OptionalDouble df,
      OptionalDouble p,
      Map<String, ReaderTrend> perReader) {
    /** Copies the map. */
    public OrderEffect {
      perReader = copy(perReader);
    }
  }

  /** One reader's trend. */
  public record ReaderTrend(int n, OptionalDouble rho, OptionalDouble p) {}

  /**
   * Active seconds per case, first showings.
   *
   * @param ratio geometric mean of PIEs over that of controls, within readers
   * @param ciLow of its 95 % interval over readers
   * @param ciHigh of its 95 % interval over readers
   * @param p of a paired t test of log time over readers
   */
  public record TimeByArm(
      Seconds pie,
      Seconds nonPie,
      OptionalDouble ratio,
      OptionalDouble ciLow,
      OptionalDouble ciHigh,
      OptionalDouble p) {}

  /** Seconds of one arm. */
  public record Seconds(int n, OptionalDouble mean, OptionalDouble median) {}

  /**
   * How often a given finding is denied.
   *
   * @param asked answers in which the finding was given and readers could deny it
   * @param denied in how many it was
   * @param unsure in how many readers could not tell
   * @param rate denied over asked
   * @param ciLow of Wilson's 95 % interval, clustered by reader
   * @param ciHigh of Wilson's 95 % interval, clustered by reader
   */
  public record FindingDoubt(
      int asked,
      int denied,
      int unsure,
      OptionalDouble rate,
      OptionalDouble ciLow,
      OptionalDouble ciHigh) {}

  /**
   * Fatigue: what changes with the number of cases that a reader has read since the sitting began;
   * and the time of each reader by arm. A sitting ends with a break of half an hour.
   *
   * @param ratingFatigue by question: rating against place in the sitting
   * @param timeFatigue time per case against place in the sitting
   * @param timeByReader active seconds per case of each reader
   */
  public record Sittings(
      Map<String, OrderEffect> ratingFatigue,
      OrderEffect timeFatigue,
      Map<String, ReaderTime> timeByReader) {
    /** Copies the maps. */
    public Sittings {
      ratingFatigue = copy(ratingFatigue);
      timeByReader = copy(timeByReader);
    }
  }

  /**
   * The time of one reader.
   *
   * @param sittings how many there were
   * @param ratio geometric mean of PIEs over that of controls
   */
  public record ReaderTime(int sittings, Seconds pie, Seconds nonPie, OptionalDouble ratio) {}
}
