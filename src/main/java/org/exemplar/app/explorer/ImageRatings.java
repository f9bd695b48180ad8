package org.exemplar.app.explorer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.exemplar.chart.Figures;

/**
 * What readers said about images of a comparison, known after unblinding. Immutable.
 *
 * @param questions titles, in the order of the protocol
 * @param readers who rated
 * @param answers of each rated image, by its index
 */
public record ImageRatings(
    List<String> questions, List<String> readers, Map<Integer, List<Answer>> answers) {
  /** Nobody rated anything, or nobody may know yet. */
  public static final ImageRatings NONE = new ImageRatings(List.of(), List.of(), Map.of());

  /**
   * One answer.
   *
   * @param reader who
   * @param question index of the question
   * @param code empty for "cannot judge"
   */
  public record Answer(String reader, int question, OptionalDouble code) {}

  /** Keeps copies. */
  public ImageRatings {
    questions = List.copyOf(questions);
    readers = List.copyOf(readers);
    Map<Integer, List<Answer>> copy = new HashMap<>();
    answers.forEach((image, given) -> copy.put(image, List.copyOf(given)));
    answers = Map.copyOf(copy);
  }

  /** Whether nothing is known. */
  public boolean none() {
    return answers.isEmpty();
  }

  /** Whether somebody rated the image. */
  boolean rated(int image) {
    return answers.containsKey(image);
  }

  /** The mean rating of an image; empty where nobody could judge. */
  OptionalDouble mean(int image, int question) {
    return answers.getOrDefault(image, List.of()).stream()
        .filter(a -> a.question() == question && a.code().isPresent())
        .mapToDouble(a -> a.code().getAsDouble())
        .average();
  }

  /** What a reader said: {@code "3"}, {@code "?"} for "cannot judge", {@code "–"} for nothing. */
  String shown(int image, int question, String reader) {
    return answers.getOrDefault(image, List.of()).stream()
        .filter(a -> a.question() == question && a.reader().equals(reader))
        .findFirst()
        .map(a -> a.code().isPresent() ? number(a.code().getAsDouble()) : "?")
        .orElse("–");
  }

  /** Mean ratings question by question: {@code "3.2 · 2.0 · –"}; empty for an unrated image. */
  String means(int image) {
    if (!rated(image)) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    for (int q = 0; q < questions.size(); q++) {
      OptionalDouble mean = mean(image, q);
      words
          .append(q == 0 ? "" : " · ")
          .append(mean.isPresent() ? Figures.decimals(mean.getAsDouble(), 1) : "–");
    }
    return words.toString();
  }

  private static String number(double code) {
    return Figures.decimals(code, code == Math.rint(code) ? 0 : 1);
  }

  /** Conditions on all ratings: whether there is one. */
  List<Filter.Rated> whether() {
    return List.of(
        new Filter.Rated("Rated in the study", true, answers.keySet()),
        new Filter.Rated("Not rated", false, answers.keySet()));
  }

  /** Conditions on one question: which ratings were given, whether readers differ. */
  List<Filter.Rated> conditions(int question) {
    TreeMap<Double, Set<Integer>> byCode = new TreeMap<>();
    Set<Integer> differ = new HashSet<>();
    Set<Integer> cannot = new HashSet<>();
    answers.forEach((image, given) -> {
      Set<Double> codes = new HashSet<>();
      for (Answer answer : given) {
        if (answer.question() == question && answer.code().isPresent()) {
          codes.add(answer.code().getAsDouble());
        } else if (answer.question() == question) {
          cannot.add(image);
        }
      }
      codes.forEach(code -> byCode.computeIfAbsent(code, c -> new HashSet<>()).add(image));
      if (codes.size() > 1) {
        differ.add(image);
      }
    });
    String title = questions.get(question);
    var conditions = new java.util.ArrayList<Filter.Rated>();
    byCode.forEach((code, images) ->
        conditions.add(
            new Filter.Rated(title + ": rated " + number(code) + " by a reader", true, images)));
    if (!cannot.isEmpty()) {
      conditions.add(new Filter.Rated(title + ": a reader cannot judge", true, cannot));
    }
    conditions.add(new Filter.Rated(title + ": readers differ", true, differ));
    return conditions;
  }
}
