package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.exemplar.analysis.Course;
import org.exemplar.app.chart.DotRows;
import org.exemplar.app.chart.Lines;
import org.exemplar.app.chart.Scale;
import org.exemplar.chart.Figures;
import org.exemplar.chart.Mark;

/** Time, order and findings as charts. */
final class CourseCharts {
  private static final int PARTS = 8;
  private static final double HEIGHT = 220;

  private CourseCharts() {}

  /** Median seconds per case of each reader, by arm. */
  static DotRows timeByArm(Answers answers, Course.TimeByArm time) {
    List<DotRows.Row> rows = new ArrayList<>();
    double most = 0;
    Map<String, List<AnswerRow>> byReader = byReader(answers.rows(), r -> !r.repeat());
    for (Map.Entry<String, List<AnswerRow>> reader : byReader.entrySet()) {
      for (boolean pie : List.of(true, false)) {
        OptionalDouble median =
            median(
                oncePerCase(reader.getValue()).stream()
                    .filter(r -> r.pie() == pie)
                    .mapToDouble(r -> r.activeSeconds().orElse(Double.NaN))
                    .filter(Double::isFinite)
                    .toArray());
        most = Math.max(most, median.orElse(0));
        rows.add(
            DotRows.Row.of(reader.getKey() + (pie ? " PIE" : " non-PIE"), median)
                .as(pie ? DotRows.Dot.PIE : DotRows.Dot.NON_PIE));
      }
    }
    return new DotRows(
        "Median seconds per case: PIE "
            + seconds(time.pie().median())
            + ", non-PIE "
            + seconds(time.nonPie().median())
            + ".",
        Scale.decimals(0, Math.max(1, most * 1.05), "median active seconds per case", 1),
        OptionalDouble.empty(),
        rows);
  }

  static String seconds(OptionalDouble value) {
    return value.isPresent() ? Figures.decimals(value.getAsDouble(), 1) + " s" : "not defined";
  }

  /** Seconds per case along the worklist. */
  static Lines timeAlong(Answers answers, Course.OrderEffect effect) {
    List<AnswerRow> cases = new ArrayList<>();
    byReader(answers.rows(), r -> !r.repeat() && r.activeSeconds().isPresent())
        .values()
        .forEach(mine -> cases.addAll(oncePerCase(mine)));
    return along(
        cases,
        r -> r.activeSeconds().orElse(0),
        "active seconds, median",
        "Time per case along the worklist, mean ρ " + ResultWords.number(effect.meanRho()) + ".");
  }

  /** Ratings of a question along the worklist. */
  static Lines ratingsAlong(Answers answers, String question, Course.OrderEffect effect) {
    List<AnswerRow> rated =
        answers.counted().stream().filter(r -> r.question().equals(question)).toList();
    return along(
        rated,
        r -> r.code().orElse(0),
        "rating, mean",
        "Ratings along the worklist, mean ρ " + ResultWords.number(effect.meanRho()) + ".");
  }

  private static Lines along(
      List<AnswerRow> rows, ToDoubleFunction<AnswerRow> value, String word, String fact) {
    boolean median = word.contains("median");
    int last = rows.stream().mapToInt(AnswerRow::position).max().orElse(1);
    List<Lines.Series> series = new ArrayList<>();
    byReader(rows, r -> r.position() > 0)
        .forEach((reader, mine) ->
            series.add(new Lines.Series(reader, bins(mine, value, last, median), false)));
    series.add(
        new Lines.Series(
            "All",
            bins(rows.stream().filter(r -> r.position() > 0).toList(), value, last, median),
            true));
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (Lines.Series each : series) {
      for (Mark.Point p : each.points()) {
        low = Math.min(low, p.y());
        high = Math.max(high, p.y());
      }
    }
    Scale y = Scale.decimals(Math.min(low, high), high * 1.05, word, 1).rounded(0.5);
    return new Lines(
        fact,
        Scale.decimals(1, Math.max(2, last), "position in the worklist", 0),
        median ? y.with(0) : y,
        series,
        new Lines.Extras(Optional.empty(), List.of(), HEIGHT));
  }

  /** The worklist in equal parts, the middle position and the average value of each. */
  private static List<Mark.Point> bins(
      List<AnswerRow> rows, ToDoubleFunction<AnswerRow> value, int last, boolean median) {
    Map<Integer, List<AnswerRow>> parts = new TreeMap<>();
    for (AnswerRow row : rows) {
      int part = Math.min(PARTS - 1, (row.position() - 1) * PARTS / Math.max(1, last));
      parts.computeIfAbsent(part, k -> new ArrayList<>()).add(row);
    }
    List<Mark.Point> points = new ArrayList<>();
    parts.forEach((part, mine) -> {
      double[] values = mine.stream().mapToDouble(value).toArray();
      double y =
          median ? median(values).orElse(0) : java.util.Arrays.stream(values).average().orElse(0);
      points.add(
          new Mark.Point(mine.stream().mapToInt(AnswerRow::position).average().orElse(1), y));
    });
    return points;
  }

  /** Correlation with the position, by reader and together. */
  static DotRows trends(Course.OrderEffect effect) {
    List<DotRows.Row> rows = new ArrayList<>();
    effect.perReader().forEach((reader, trend) -> rows.add(DotRows.Row.of(reader, trend.rho())));
    rows.add(DotRows.Row.of("Mean", effect.meanRho()).as(DotRows.Dot.OVERALL));
    return new DotRows(
        "Correlation with the position in the worklist, mean ρ "
            + ResultWords.number(effect.meanRho())
            + ".",
        Scale.decimals(-1, 1, "", 2),
        OptionalDouble.of(0),
        rows);
  }

  /** How often each given finding was denied. */
  static DotRows findings(Map<String, Course.FindingDoubt> findings) {
    List<DotRows.Row> rows = new ArrayList<>();
    sorted(findings)
        .forEach(name -> {
          Course.FindingDoubt doubt = findings.get(name);
          if (doubt != null) {
            rows.add(
                new DotRows.Row(
                    name.replace('_', ' '),
                    doubt.rate(),
                    doubt.ciLow(),
                    doubt.ciHigh(),
                    DotRows.Dot.PLAIN));
          }
        });
    String fact =
        rows.isEmpty()
            ? "No finding was reviewed."
            : "Most often denied: "
                + rows.getFirst().name()
                + (rows.getFirst().value().isPresent()
                    ? ", " + Figures.percent(rows.getFirst().value().getAsDouble()) + " per cent."
                    : ".");
    return new DotRows(fact, Scale.percent(0, 1, "share of answers"), OptionalDouble.empty(), rows);
  }

  /** Findings, the most denied first. */
  static List<String> sorted(Map<String, Course.FindingDoubt> findings) {
    return findings.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, Course.FindingDoubt> e) -> -e.getValue().rate().orElse(-1))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, List<AnswerRow>> byReader(
      List<AnswerRow> rows, Predicate<AnswerRow> which) {
    Map<String, List<AnswerRow>> readers = new TreeMap<>();
    rows.stream()
        .filter(which)
        .forEach(r -> readers.computeIfAbsent(r.reader(), k -> new ArrayList<>()).add(r));
    return readers;
  }

  private static List<AnswerRow> oncePerCase(List<AnswerRow> rows) {
    Map<String, AnswerRow> once = new HashMap<>();
    rows.forEach(r -> once.putIfAbsent(r.caseId(), r));
    return List.copyOf(once.values());
  }

  static OptionalDouble median(double[] values) {
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    int half = sorted.length / 2;
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
  }
}
