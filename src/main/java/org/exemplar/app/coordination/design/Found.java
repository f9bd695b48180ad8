package org.exemplar.app.coordination.design;

import java.util.Optional;

/**
 * What was worked out in the background, or is on its way.
 *
 * @param value what was found
 * @param problem why there is none, one sentence
 * @param <T> what is looked for
 */
record Found<T>(Optional<T> value, Optional<String> problem) {
  /** Not known yet. */
  static <T> Found<T> nothing() {
    return new Found<>(Optional.empty(), Optional.empty());
  }

  static <T> Found<T> of(T value) {
    return new Found<>(Optional.of(value), Optional.empty());
  }

  static <T> Found<T> problem(String sentence) {
    return new Found<>(Optional.empty(), Optional.of(sentence));
  }

  /** Whether neither is known. */
  boolean waiting() {
    return value.isEmpty() && problem.isEmpty();
  }
}
