package org.exemplar.stats;

import java.util.Optional;
import java.util.function.Function;

/**
 * A number (or a small record of numbers) that a statistic yields, or the reason why the data do
 * not define it. No statistic here answers NaN or throws because data are degenerate.
 *
 * @param <T> what a defined outcome holds
 */
public sealed interface Outcome<T> {

  /** A defined outcome. */
  static <T> Outcome<T> of(T value) {
    return new Defined<>(value);
  }

  /**
   * An outcome that does not exist for these data.
   *
   * @param because plain words that complete "not defined, because …"
   */
  static <T> Outcome<T> undefined(String because) {
    return new Undefined<>(because);
  }

  /** {@code value} when finite, otherwise undefined for the given reason. */
  static Outcome<Double> ofFinite(double value, String because) {
    return Double.isFinite(value) ? of(value) : undefined(because);
  }

  /** The value, empty when undefined. */
  default Optional<T> value() {
    return switch (this) {
      case Defined<T>(T value) -> Optional.of(value);
      case Undefined<T> ignored -> Optional.empty();
    };
  }

  /** The reason why there is no value, empty when there is one. */
  default Optional<String> reason() {
    return switch (this) {
      case Defined<T> ignored -> Optional.empty();
      case Undefined<T>(String because) -> Optional.of(because);
    };
  }

  /** Whether there is a value. */
  default boolean isDefined() {
    return this instanceof Defined;
  }

  /** The same outcome with its value, if any, changed by {@code change}. */
  default <U> Outcome<U> map(Function<? super T, ? extends U> change) {
    return switch (this) {
      case Defined<T>(T value) -> new Defined<U>(change.apply(value));
      case Undefined<T>(String because) -> new Undefined<U>(because);
    };
  }

  /** There is a value. */
  record Defined<T>(T held) implements Outcome<T> {}

  /** There is no value; {@code because} completes "not defined, because …". */
  record Undefined<T>(String because) implements Outcome<T> {}
}
