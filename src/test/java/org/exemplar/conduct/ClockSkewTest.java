package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.Stamp;
import org.junit.jupiter.api.Test;

class ClockSkewTest {
  private static final Instant ISSUED = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant NOW = ISSUED.plus(Duration.ofDays(3));

  @Test
  void a_file_read_between_handing_out_and_taking_back_is_unremarkable() {
    assertThat(ClockSkew.of(trail(0, 60, 3600, 3599), ISSUED, NOW)).isEmpty();
    assertThat(ClockSkew.of(List.of(), ISSUED, NOW)).isEmpty();
  }

  @Test
  void a_clock_that_is_ahead_is_told_with_its_minutes() {
    long fourMinutesAhead = Duration.ofDays(3).toSeconds() + 240;
    assertThat(ClockSkew.of(trail(10, fourMinutesAhead), ISSUED, NOW))
        .singleElement()
        .matches(oddity -> oddity.kind() == Oddity.Kind.CLOCK)
        .matches(oddity -> oddity.sentence().equals("The reader's clock is ahead by 4 min."));
  }

  @Test
  void a_clock_that_is_behind_or_goes_back_is_told() {
    assertThat(ClockSkew.of(trail(-7200, 60), ISSUED, NOW))
        .extracting(Oddity::sentence)
        .containsExactly("The reader's clock is behind by 2 h.");
    assertThat(ClockSkew.of(trail(0, 7200, 60), ISSUED, NOW))
        .extracting(Oddity::sentence)
        .containsExactly("At audit entry 3 the reader's clock went back by 119 min.");
  }

  private static List<AuditEntry> trail(long... seconds) {
    List<AuditEntry> trail = new ArrayList<>();
    AuditEntry.Head head = AuditEntry.Head.EMPTY;
    for (long second : seconds) {
      AuditEntry entry =
          AuditEntry.after(head, new Stamp("R01", ISSUED.plusSeconds(second)), "rating", Map.of());
      trail.add(entry);
      head = entry.head();
    }
    return trail;
  }
}
