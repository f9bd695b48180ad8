package org.exemplar.conduct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exemplar.study.Rating;
import org.exemplar.study.Submission;

/** Looks at one reader's returned cases for what a coordinator may want to ask about. */
final class QualityCheck {
  /** So many cases in a row with the same answers are told. */
  static final int STRAIGHT_LINE = 8;

  /** Robust z of log time (Iglewicz and Hoaglin, 1993) from which a case is an outlier. */
  static final double OUTLIER = 3.5;

  private static final double MAD_TO_SD = 0.6745;
  private static final int FEW = 8;

  private QualityCheck() {}

  /**
   * @param submissions cases of the study, the last one of each position
   * @param ratings answers to them
   */
  static List<QualityFlag> of(List<Submission> submissions, List<Rating> ratings) {
    List<QualityFlag> flags = new ArrayList<>();
    flags.addAll(incomplete(submissions));
    flags.addAll(straightLines(ratings));
    flags.addAll(times(submissions));
    flags.addAll(idle(submissions));
    return flags;
  }

  private static List<QualityFlag> incomplete(List<Submission> submissions) {
    return submissions.stream()
        .filter(s -> s.outcome() != Submission.Outcome.COMPLETE)
        .map(s ->
            new QualityFlag(
                QualityFlag.Kind.INCOMPLETE,
                s.item().position(),
                (s.outcome() == Submission.Outcome.SKIPPED
                        ? "Left out: "
                        : "Submitted with answers missing: ")
                    + s.reason()))
        .toList();
  }

  private static List<QualityFlag> straightLines(List<Rating> ratings) {
    Map<Integer, Map<String, String>> byPosition = new TreeMap<>();
    for (Rating rating : ratings) {
      byPosition
          .computeIfAbsent(rating.item().position(), p -> new HashMap<>())
          .put(rating.rated().questionId(), rating.rated().answer().wording());
    }
    List<QualityFlag> flags = new ArrayList<>();
    Map<String, String> before = Map.of();
    int from = 0;
    int run = 0;
    for (Map.Entry<Integer, Map<String, String>> each : byPosition.entrySet()) {
      if (!each.getValue().equals(before)) {
        addLine(flags, from, run);
        from = each.getKey();
        run = 0;
      }
      before = each.getValue();
      run++;
    }
    addLine(flags, from, run);
    return flags;
  }

  private static void addLine(List<QualityFlag> flags, int from, int run) {
    if (run >= STRAIGHT_LINE) {
      flags.add(
          new QualityFlag(
              QualityFlag.Kind.STRAIGHT_LINING,
              from,
              run + " cases in a row have the same answers to every question."));
    }
  }

  private static List<QualityFlag> times(List<Submission> submissions) {
    List<Submission> timed = submissions.stream().filter(s -> s.timing().activeMs() > 0).toList();
    if (timed.size() < FEW) {
      return List.of();
    }
    double[] logs =
        timed.stream().mapToDouble(s -> Math.log((double) s.timing().activeMs())).toArray();
    double median = Pace.median(logs);
    double[] deviations = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      deviations[i] = Math.abs(logs[i] - median);
    }
    double mad = Pace.median(deviations);
    List<QualityFlag> flags = new ArrayList<>();
    for (int i = 0; i < logs.length; i++) {
      double z = mad == 0 ? 0 : MAD_TO_SD * (logs[i] - median) / mad;
      if (Math.abs(z) > OUTLIER) {
        long seconds = Math.round(timed.get(i).timing().activeMs() / 1000.0);
        long usual = Math.round(Math.exp(median) / 1000);
        flags.add(
            new QualityFlag(
                z < 0 ? QualityFlag.Kind.FAST : QualityFlag.Kind.SLOW,
                timed.get(i).item().position(),
                "Took " + seconds + " s; usual for this reader are " + usual + " s."));
      }
    }
    return flags;
  }

  private static List<QualityFlag> idle(List<Submission> submissions) {
    long active = submissions.stream().mapToLong(s -> s.timing().activeMs()).sum();
    long idle = submissions.stream().mapToLong(s -> s.timing().idleMs()).sum();
    if (idle <= active || submissions.isEmpty()) {
      return List.of();
    }
    return List.of(
        new QualityFlag(
            QualityFlag.Kind.IDLE,
            0,
            "Idle for "
                + idle / 60_000
                + " min, active for "
                + active / 60_000
                + " min while cases were open."));
  }
}
