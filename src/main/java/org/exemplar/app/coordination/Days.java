package org.exemplar.app.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates as the desk tells them, in this computer's zone. */
final class Days {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
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

  /** The day without its year. */
  static String shortly(Instant at) {
    return SHORT.format(at.atZone(ZoneId.systemDefault()));
  }

  /** As people say it: today and yesterday with the time, days ago within two weeks, a day. */
  static String ago(Instant at, Instant now) {
    LocalDate day = at.atZone(ZoneId.systemDefault()).toLocalDate();
    LocalDate today = now.atZone(ZoneId.systemDefault()).toLocalDate();
    long days = ChronoUnit.DAYS.between(day, today);
    String clock = CLOCK.format(at.atZone(ZoneId.systemDefault()));
    return days == 0
        ? "today " + clock
        : days == 1
            ? "yesterday " + clock
            : days > 1 && days < 14 ? days + " days ago" : shortly(at);
  }

  static String time(@Nullable Instant at) {
    return at == null ? "–" : TIME.format(at.atZone(ZoneId.systemDefault()));
  }
}
