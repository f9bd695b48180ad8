package org.exemplar.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.exemplar.stats.Outcome;
import org.jspecify.annotations.Nullable;

/** Collects the warnings of one question, or of the study as a whole. */
final class Warnings {
  private final @Nullable String question;
  private final List<ResultWarning> warnings = new ArrayList<>();
  private final Map<String, List<String>> undefined = new LinkedHashMap<>();

  Warnings(@Nullable String question) {
    this.question = question;
  }

  void add(WarningCode code, String message) {
    warnings.add(new ResultWarning(question, code, message));
  }

  /** Remembers that the number at {@code key} is null and why. */
  void undefined(String key, String because) {
    undefined.computeIfAbsent(because, reason -> new ArrayList<>()).add(key);
  }

  /** The number, or empty and remembered. */
  OptionalDouble number(String key, Outcome<Double> outcome) {
    return number(key, outcome, value -> value);
  }

  /** A number of the outcome, or empty and remembered. */
  <T> OptionalDouble number(String key, Outcome<T> outcome, ToDoubleFunction<T> part) {
    outcome.reason().ifPresent(because -> undefined(key, because));
    return part(outcome, part);
  }

  /** A number of the outcome, or empty; the outcome's reason is remembered elsewhere. */
  static <T> OptionalDouble part(Outcome<T> outcome, ToDoubleFunction<T> part) {
    return outcome
        .value()
        .map(value -> finite(part.applyAsDouble(value)))
        .orElse(OptionalDouble.empty());
  }

  static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** All warnings: first those added, then one for each reason why something is null. */
  List<ResultWarning> all() {
    List<ResultWarning> all = new ArrayList<>(warnings);
    undefined.forEach((because, keys) ->
        all.add(
            new ResultWarning(
                question,
                WarningCode.NOT_DEFINED,
                "Not defined, because %s: %s.".formatted(because, String.join(", ", keys)))));
    return all;
  }
}
