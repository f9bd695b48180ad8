package org.exemplar.export.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.analysis.Results;
import org.exemplar.analysis.ResultsJson;
import org.exemplar.problem.Problem;
import org.exemplar.stats.Interval;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The numbers of a report, read from {@code results.json} (format {@code exemplar-results/1}), so
 * that a report can never say a number that scripts do not find there.
 *
 * @param simulated whether the ratings were made by a program
 * @param design how many of what
 * @param questions in the file's order
 * @param course how the reading went, as in the file; empty for a bare table of ratings
 * @param warnings in the file's order
 */
public record ReportResults(
    boolean simulated,
    Design design,
    List<Question> questions,
    Optional<JsonNode> course,
    List<Warning> warnings) {
  private static final String FORMAT = "exemplar-results/1";

  public ReportResults {
    questions = List.copyOf(questions);
    warnings = List.copyOf(warnings);
  }

  /** How many of what; {@code ratings} and {@code missing} count answers to questions. */
  record Design(int readers, int cases, int pie, int nonPie, Ratings ratings) {}

  /** Answers given and missing. */
  record Ratings(int given, int missing, int cannotJudge, boolean fullyCrossed) {}

  /** A sentence with the question it is about, which may be empty. */
  record Warning(String question, String message) {}

  /** One question's numbers. */
  record Question(String id, boolean higherIsPie, JsonNode json) {
    /** A number by its path, e.g. {@code mrmc/p_holm}; empty where null or absent. */
    OptionalDouble number(String path) {
      JsonNode node = json.at("/" + path);
      return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
    }

    /** An interval by the paths of its ends; empty where one is missing. */
    Optional<Interval> interval(String low, String high) {
      OptionalDouble from = number(low);
      OptionalDouble to = number(high);
      return from.isPresent() && to.isPresent()
          ? Optional.of(new Interval(from.getAsDouble(), to.getAsDouble()))
          : Optional.empty();
    }

    Optional<Interval> interval() {
      return interval("mrmc/ci_low", "mrmc/ci_high");
    }

    /** Readers in the order of their names. */
    List<String> readers() {
      return json.at("/mrmc/per_reader").propertyNames().stream()
          .sorted(Comparator.comparingInt(String::length).thenComparing(name -> name))
          .toList();
    }

    /** Counts of an arm's ratings from the least to the most PIE-like point. */
    List<Integer> counts(String arm, List<Integer> points) {
      JsonNode counts = json.at("/descriptives/" + arm + "/counts");
      List<Integer> ordered = higherIsPie ? points : points.reversed();
      return ordered.stream().map(point -> counts.path(Integer.toString(point)).asInt(0)).toList();
    }

    /** Points of the scale: all between the lowest and the highest that was used. */
    List<Integer> points() {
      int low = Integer.MAX_VALUE;
      int high = Integer.MIN_VALUE;
      for (String arm : List.of("PIE", "NON_PIE")) {
        for (String point : json.at("/descriptives/" + arm + "/counts").propertyNames()) {
          int value = (int) Math.round(Double.parseDouble(point));
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      List<Integer> points = new ArrayList<>();
      boolean fivePoints = low >= 1 && high <= 5 && high > 1;
      for (int p = fivePoints ? 1 : Math.min(low, 0); p <= (fivePoints ? 5 : high); p++) {
        points.add(p);
      }
      return points;
    }
  }

  /**
   * Reads a file.
   *
   * @throws Problem if it cannot be read or has another format
   */
  public static ReportResults read(Path file) {
    try {
      return of(JsonMapper.shared().readTree(file));
    } catch (JacksonException e) {
      throw new Problem(file + " cannot be read as results; make it again with analyze.", e);
    }
  }

  /** Takes results as their file would hold them. */
  public static ReportResults of(Results results) {
    return of(JsonMapper.shared().readTree(ResultsJson.write(results)));
  }

  /**
   * Takes a parsed file.
   *
   * @throws Problem if it has another format
   */
  public static ReportResults of(JsonNode json) {
    if (!FORMAT.equals(json.path("format").asString(""))) {
      throw new Problem(
          "The results are not of the format " + FORMAT + "; make them again with analyze.");
    }
    JsonNode design = json.path("design");
    List<Question> questions = new ArrayList<>();
    json.path("questions")
        .forEachEntry((id, node) ->
            questions.add(
                new Question(
                    id, !"lower_is_pie".equals(node.path("orientation").asString("")), node)));
    List<Warning> warnings = new ArrayList<>();
    for (JsonNode each : json.path("warnings")) {
      warnings.add(
          new Warning(each.path("question").asString(""), each.path("message").asString("")));
    }
    return new ReportResults(
        json.path("simulated").asBoolean(false),
        new Design(
            design.path("readers").asInt(0),
            design.path("cases").asInt(0),
            design.path("pie").asInt(0),
            design.path("non_pie").asInt(0),
            new Ratings(
                design.path("ratings").asInt(0),
                design.path("missing").asInt(0),
                design.path("cannot_judge").asInt(0),
                design.path("fully_crossed").asBoolean(false))),
        questions,
        json.path("course").isObject() ? Optional.of(json.path("course")) : Optional.empty(),
        warnings);
  }
}
