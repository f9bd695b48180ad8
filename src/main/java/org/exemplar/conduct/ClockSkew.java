package org.exemplar.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.exemplar.audit.AuditEntry;

/** What a returned file's times say about the clock of the computer that it was read on. */
final class ClockSkew {
  /** Clocks that differ by less are called equal. */
  static final Duration TOLERATED = Duration.ofMinutes(2);

  private ClockSkew() {}

  /**
   * @param trail of the returned file
   * @param issued when the file was handed out, by the coordinator's clock
   * @param now by the coordinator's clock
   */
  static List<Oddity> of(List<AuditEntry> trail, Instant issued, Instant now) {
    List<Oddity> oddities = new ArrayList<>();
    Instant before = Instant.MIN;
    for (AuditEntry entry : trail) {
      Instant at = entry.stamp().at();
      if (at.plus(TOLERATED).isBefore(before)) {
        oddities.add(
            clock(
                "At audit entry "
                    + entry.sequence()
                    + " the reader's clock went back by "
                    + minutes(Duration.between(at, before))
                    + "."));
      }
      before = at;
    }
    if (trail.isEmpty()) {
      return oddities;
    }
    Instant last = trail.getLast().stamp().at();
    Instant first = trail.getFirst().stamp().at();
    if (last.isAfter(now.plus(TOLERATED))) {
      oddities.add(
          clock("The reader's clock is ahead by " + minutes(Duration.between(now, last)) + "."));
    }
    if (first.plus(TOLERATED).isBefore(issued)) {
      oddities.add(
          clock(
              "The reader's clock is behind by " + minutes(Duration.between(first, issued)) + "."));
    }
    return oddities;
  }

  private static Oddity clock(String sentence) {
    return new Oddity(Oddity.Kind.CLOCK, 0, sentence);
  }

  private static String minutes(Duration duration) {
    long minutes = duration.toMinutes();
    return minutes < 120 ? minutes + " min" : duration.toHours() + " h";
  }
}
