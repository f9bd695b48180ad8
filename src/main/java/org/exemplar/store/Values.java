package org.exemplar.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Which Java values become which values in SQLite. */
final class Values {
  private Values() {}

  /** Truths as 0 and 1, dates as text, the rest as it is. */
  static @Nullable Object stored(@Nullable Object value) {
    return switch (value) {
      case Boolean truth -> truth ? 1L : 0L;
      case Integer number -> number.longValue();
      case Instant instant -> text(instant);
      case null, default -> value;
    };
  }

  /** ISO 8601 in UTC, to the millisecond. */
  static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /**
   * The date that {@link #text} wrote.
   *
   * @throws IllegalArgumentException when the text is not exactly what it would write
   */
  static Instant instant(String text) {
    try {
      Instant instant = Instant.parse(text);
      if (text(instant).equals(text)) {
        return instant;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a date: " + text, e);
    }
    throw new IllegalArgumentException("not a date as it is written here: " + text);
  }
}
