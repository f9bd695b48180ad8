package org.exemplar.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.exemplar.blinding.Arm;
import org.exemplar.stats.Correlation;
import org.exemplar.stats.Interval;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.Proportions;
import org.exemplar.stats.Sample;
import org.exemplar.stats.TTest;
import org.exemplar.stats.Tails;
import org.exemplar.stats.agreement.Kappa;
import org.exemplar.stats.agreement.Weights;
import org.exemplar.study.FindingReview;
import org.exemplar.study.FindingVerdict;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.Rating;

/** Computes the course of a reading from its ratings, positions and times. */
public final class CourseAnalysis {
  private final List<Armed> first = new ArrayList<>();
  private final List<Armed> repeats = new ArrayList<>();
  private final Map<String, GivenFindings> given;
  private final Warnings warnings = new Warnings(null);

  private CourseAnalysis(List<Armed> answers, Map<String, GivenFindings> given) {
    answers.forEach(each -> (each.rating().item().repeat() ? repeats : first).add(each));
    this.given = given;
  }

  /** A rating with the arm of its case; practice is left out before. */
  public record Armed(Rating rating, Arm arm) {
    private String reader() {
      return rating.reader().value();
    }

    private String question() {
      return rating.rated().questionId();
    }

    private String code() {
      return rating.item().code().value();
    }

    private OptionalDouble value() {
      var code = rating.rated().answer().code();
      return code.isPresent() ? OptionalDouble.of(code.getAsInt()) : OptionalDouble.empty();
    }
  }

  /**
   * The results with the course of the reading and its warnings.
   *
   * @param answers that count, practice apart, repeats included
   * @param given what findings each case came with, by case code; where it is not known, only
   *     reviews finding by finding tell what was asked
   */
  public static Results extend(
      Results results, List<Armed> answers, Map<String, GivenFindings> given) {
    CourseAnalysis analysis = new CourseAnalysis(answers, given);
    return results.withCourse(analysis.course(), analysis.warnings.all());
  }

  private Course course() {
    List<Armed> cases = oncePerCase();
    ToDoubleFunction<Armed> position = a -> a.rating().item().position();
    return new Course(
        intraReader(),
        ratingTrends("course.rating_order.", position),
        trend("course.time_order", cases, position, CourseAnalysis::seconds),
        time(cases),
        findings(),
        Optional.of(sittings(cases)));
  }

  private Map<String, Course.OrderEffect> ratingTrends(String key, ToDoubleFunction<Armed> place) {
    Map<String, Course.OrderEffect> trends = new LinkedHashMap<>();
    grouped(first, Armed::question)
        .forEach((question, answers) -> {
          List<Armed> rated = answers.stream().filter(a -> a.value().isPresent()).toList();
          trends.put(question, trend(key + question, rated, place, a -> a.value().orElse(0)));
        });
    return trends;
  }

  private Course.Sittings sittings(List<Armed> cases) {
    List<Rating> all = new ArrayList<>();
    first.forEach(each -> all.add(each.rating()));
    repeats.forEach(each -> all.add(each.rating()));
    SittingPlaces places = SittingPlaces.of(all);
    ToDoubleFunction<Armed> place = a -> places.place(a.rating());
    Map<String, Course.ReaderTime> times = new LinkedHashMap<>();
    byReader(cases)
        .forEach((reader, mine) ->
            times.put(
                reader,
                new Course.ReaderTime(
                    places.sittings(reader),
                    seconds(mine, Arm.PIE),
                    seconds(mine, Arm.NON_PIE),
                    Warnings.finite(
                        Math.exp(meanLog(mine, Arm.PIE) - meanLog(mine, Arm.NON_PIE))))));
    return new Course.Sittings(
        ratingTrends("course.sittings.rating_fatigue.", place),
        trend("course.sittings.time_fatigue", cases, place, CourseAnalysis::seconds),
        times);
  }

  private static Map<String, List<Armed>> grouped(
      List<Armed> answers, Function<Armed, String> key) {
    Map<String, List<Armed>> groups = new LinkedHashMap<>();
    for (Armed each : answers) {
      groups.computeIfAbsent(key.apply(each), k -> new ArrayList<>()).add(each);
    }
    return groups;
  }

  private static Map<String, List<Armed>> byReader(List<Armed> answers) {
    Map<String, List<Armed>> sorted = new TreeMap<>(NaturalOrder.INSTANCE);
    sorted.putAll(grouped(answers, Armed::reader));
    return sorted;
  }

  /** One answer of each reader to each case: time and position are those of the case. */
  private List<Armed> oncePerCase() {
    return grouped(first, a -> a.reader() + "\n" + a.code()).values().stream()
        .map(List::getFirst)
        .toList();
  }

  private static double seconds(Armed answer) {
    return answer.rating().timing().activeMs() / 1000.0;
  }

  private Course.OrderEffect trend(
      String key,
      List<Armed> answers,
      ToDoubleFunction<Armed> place,
      ToDoubleFunction<Armed> value) {
    Map<String, Course.ReaderTrend> readers = new LinkedHashMap<>();
    byReader(answers)
        .forEach((reader, mine) -> {
          double[] y = mine.stream().mapToDouble(value).toArray();
          double[] x = mine.stream().mapToDouble(place).toArray();
          Outcome<Correlation> rho = Correlation.spearman(x, y);
          readers.put(
              reader,
              new Course.ReaderTrend(
                  y.length,
                  warnings.number(key + "." + reader, rho, Correlation::coefficient),
                  Warnings.part(rho, Correlation::p)));
        });
    double[] rhos = readers.values().stream().flatMapToDouble(t -> t.rho().stream()).toArray();
    Outcome<TTest> test = TTest.oneSample(rhos);
    return new Course.OrderEffect(
        Warnings.finite(Sample.mean(rhos)),
        warnings.number(key, test, TTest::statistic),
        Warnings.part(test, TTest::df),
        Warnings.part(test, TTest::p),
        readers);
  }

  private Course.TimeByArm time(List<Armed> cases) {
    List<Double> ratios = new ArrayList<>();
    byReader(cases)
        .forEach((reader, mine) -> {
          double ratio = meanLog(mine, Arm.PIE) - meanLog(mine, Arm.NON_PIE);
          if (Double.isFinite(ratio)) {
            ratios.add(ratio);
          }
        });
    double[] logs = ratios.stream().mapToDouble(Double::doubleValue).toArray();
    Sample sample = Sample.of(logs);
    Outcome<TTest> test = TTest.oneSample(logs);
    Outcome<Double> reach =
        test.map(t -> Tails.tQuantile(0.975, t.df()) * Math.sqrt(sample.variance() / sample.n()));
    return new Course.TimeByArm(
        seconds(cases, Arm.PIE),
        seconds(cases, Arm.NON_PIE),
        Warnings.finite(Math.exp(sample.mean())),
        warnings.number("course.time", reach, r -> Math.exp(sample.mean() - r)),
        Warnings.part(reach, r -> Math.exp(sample.mean() + r)),
        Warnings.part(test, TTest::p));
  }

  private static double meanLog(List<Armed> cases, Arm arm) {
    return Sample.mean(
        cases.stream()
            .filter(each -> each.arm() == arm && seconds(each) > 0)
            .mapToDouble(each -> Math.log(seconds(each)))
            .toArray());
  }

  private static Course.Seconds seconds(List<Armed> cases, Arm arm) {
    double[] values =
        cases.stream()
            .filter(each -> each.arm() == arm)
            .mapToDouble(CourseAnalysis::seconds)
            .toArray();
    return new Course.Seconds(
        values.length, Warnings.finite(Sample.mean(values)), Sample.median(values));
  }

  private Map<String, Course.IntraReader> intraReader() {
    Map<String, Armed> before = new LinkedHashMap<>();
    first.forEach(each -> before.put(key(each), each));
    Map<String, Course.IntraReader> intra = new LinkedHashMap<>();
    grouped(repeats, Armed::question)
        .forEach((question, again) -> {
          List<Pair> pairs = new ArrayList<>();
          for (Armed second : again) {
            Armed earlier = before.get(key(second));
            if (earlier != null && earlier.value().isPresent() && second.value().isPresent()) {
              pairs.add(
                  new Pair(
                      second.reader(),
                      earlier.value().getAsDouble(),
                      second.value().getAsDouble()));
            }
          }
          intra.put(question, intraReader("course.intra_reader." + question, pairs));
        });
    return intra;
  }

  private static String key(Armed answer) {
    return answer.reader() + "\n" + answer.code() + "\n" + answer.question();
  }

  private record Pair(String reader, double first, double second) {
    boolean same() {
      return first == second;
    }
  }

  private Course.IntraReader intraReader(String key, List<Pair> pairs) {
    double[] firsts = pairs.stream().mapToDouble(Pair::first).toArray();
    double[] seconds = pairs.stream().mapToDouble(Pair::second).toArray();
    Map<String, List<Pair>> readers = new TreeMap<>(NaturalOrder.INSTANCE);
    pairs.forEach(p -> readers.computeIfAbsent(p.reader(), r -> new ArrayList<>()).add(p));
    Map<String, Double> shares = new LinkedHashMap<>();
    readers.forEach((reader, mine) -> shares.put(reader, share(mine)));
    Outcome<Double> kappa =
        pairs.isEmpty()
            ? Outcome.undefined("no case was rated twice")
            : Kappa.cohen(firsts, seconds, Weights.QUADRATIC);
    return new Course.IntraReader(
        pairs.size(),
        Warnings.finite(share(pairs)),
        warnings.number(key, kappa),
        Warnings.finite(Sample.mean(seconds) - Sample.mean(firsts)),
        shares);
  }

  private static double share(List<Pair> pairs) {
    return pairs.stream().filter(Pair::same).count() / (double) pairs.size();
  }

  private Map<String, Course.FindingDoubt> findings() {
    Map<String, Map<String, int[]>> counts = new LinkedHashMap<>();
    for (Armed answer : first) {
      FindingReview review = answer.rating().rated().review();
      if (review != null) {
        review.verdicts().forEach((finding, verdict) -> count(counts, finding, answer, verdict));
      } else if (answer.rating().rated().answer().kind().equals("agree")) {
        given
            .getOrDefault(answer.code(), GivenFindings.of())
            .names()
            .forEach(finding -> count(counts, finding, answer, FindingVerdict.AGREE));
      }
    }
    Map<String, Course.FindingDoubt> doubts = new LinkedHashMap<>();
    counts.forEach(
        (finding, byReader) -> doubts.put(finding, doubt(List.copyOf(byReader.values()))));
    return doubts;
  }

  /** Adds a verdict to the reader's counts: asked, denied, unsure. */
  private static void count(
      Map<String, Map<String, int[]>> counts,
      String finding,
      Armed answer,
      FindingVerdict verdict) {
    int[] mine =
        counts
            .computeIfAbsent(finding, f -> new LinkedHashMap<>())
            .computeIfAbsent(answer.reader(), r -> new int[3]);
    mine[0]++;
    mine[1] += verdict == FindingVerdict.DISAGREE ? 1 : 0;
    mine[2] += verdict == FindingVerdict.UNSURE ? 1 : 0;
  }

  private static Course.FindingDoubt doubt(List<int[]> byReader) {
    double[] asked = byReader.stream().mapToDouble(each -> each[0]).toArray();
    double[] denied = byReader.stream().mapToDouble(each -> each[1]).toArray();
    int all = byReader.stream().mapToInt(each -> each[0]).sum();
    int no = byReader.stream().mapToInt(each -> each[1]).sum();
    int unsure = byReader.stream().mapToInt(each -> each[2]).sum();
    Outcome<Interval> interval = Proportions.wilsonClustered(denied, asked);
    return new Course.FindingDoubt(
        all,
        no,
        unsure,
        Warnings.finite(no / (double) all),
        Warnings.part(interval, Interval::low),
        Warnings.part(interval, Interval::high));
  }
}
