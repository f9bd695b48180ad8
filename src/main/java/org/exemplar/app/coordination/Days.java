package org.exemplar.app.coordination;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates as the desk tells them, in this computer's zone. */
final class Days {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

  private Days() {}

  static String day(@Nullable Instant at) {
    return at == null ? "–" : DAY.format(at.atZone(ZoneId.systemDefault()));
  }

  /** To the second, in UTC: for what is compared. */
  static String moment(Instant at) {
    return MOMENT.format(at.atZone(java.time.ZoneOffset.UTC)) + " UTC";
  }

  static String time(@Nullable Instant at) {
    return at == null ? "–" : TIME.format(at.atZone(ZoneId.systemDefault()));
  }
}
