package org.exemplar.conduct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exemplar.study.Answer;
import org.exemplar.study.Rating;
import org.exemplar.study.Submission;
import org.jspecify.annotations.Nullable;

/** Looks at one reader's returned cases for what a coordinator may want to ask about. */
final class QualityCheck {
  /** So many cases in a row with the same answers are told. */
  static final int STRAIGHT_LINE = 8;

  /** Robust z of log time (Iglewicz and Hoaglin, 1993) from which a case is an outlier. */
  static final double OUTLIER = 3.5;

  /** So many cases in a row with the same point of one scale are told. */
  static final int SAME_POINT = 10;

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
    for (Run run : runs(byPosition)) {
      if (run.cases() >= STRAIGHT_LINE) {
        flags.add(
            run.flag(run.cases() + " cases in a row have the same answers to every question."));
      }
    }
    flags.addAll(samePoints(ratings, flags));
    return flags;
  }

  /** One point of a scale in many cases in a row, where the other answers change. */
  private static List<QualityFlag> samePoints(List<Rating> ratings, List<QualityFlag> known) {
    Map<String, Map<Integer, String>> byQuestion = new TreeMap<>();
    for (Rating rating : ratings) {
      if (rating.rated().answer() instanceof Answer.Point point) {
        byQuestion
            .computeIfAbsent(rating.rated().questionId(), q -> new TreeMap<>())
            .put(rating.item().position(), point.wording());
      }
    }
    List<QualityFlag> flags = new ArrayList<>();
    byQuestion.forEach((question, points) -> {
      for (Run run : runs(points)) {
        boolean told = known.stream().anyMatch(f -> f.within(run.from(), run.until()));
        if (run.cases() >= SAME_POINT && !told) {
          flags.add(
              run.flag(
                  "“%s” to %s in %d cases in a row."
                      .formatted(points.get(run.from()), question.replace('_', ' '), run.cases())));
        }
      }
    });
    return flags;
  }

  /** Cases in a row that are alike. */
  private record Run(int from, int until, int cases) {
    QualityFlag flag(String sentence) {
      return new QualityFlag(QualityFlag.Kind.STRAIGHT_LINING, from, until, sentence);
    }
  }

  private static <T> List<Run> runs(Map<Integer, T> byPosition) {
    List<Run> runs = new ArrayList<>();
    @Nullable T before = null;
    for (Map.Entry<Integer, T> each : byPosition.entrySet()) {
      Run last = runs.isEmpty() ? null : runs.getLast();
      if (last == null || !each.getValue().equals(before)) {
        runs.add(new Run(each.getKey(), each.getKey(), 1));
      } else {
        runs.set(runs.size() - 1, new Run(last.from(), each.getKey(), last.cases() + 1));
      }
      before = each.getValue();
    }
    return runs;
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
