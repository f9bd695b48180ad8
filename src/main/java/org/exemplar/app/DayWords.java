package org.exemplar.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as people say it: today with its time, yesterday, a day of this year, a date. */
final class DayWords {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private DayWords() {}

  static String of(Instant moment, Instant now, ZoneId zone) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    LocalDate today = now.atZone(zone).toLocalDate();
    if (day.equals(today)) {
      return "today, " + TIME.format(moment.atZone(zone));
    }
    if (day.equals(today.minusDays(1))) {
      return "yesterday";
    }
    return (day.getYear() == today.getYear() ? DAY : DATE).format(day);
  }
}
