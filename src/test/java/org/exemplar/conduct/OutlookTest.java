package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exemplar.conduct.Outlook.Edge;
import org.exemplar.study.ReaderId;
import org.junit.jupiter.api.Test;

class OutlookTest {
  private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");

  private static Instant days(double days) {
    return NOW.plusMillis(Math.round(days * 86_400_000));
  }

  private static FollowUp reader(String id, int done, double perDay, boolean forecast) {
    List<Instant> submitted = new ArrayList<>();
    for (int i = done; i > 0; i--) {
      submitted.add(NOW.minus(Duration.ofDays(i)));
    }
    return new FollowUp(
        new ReaderId(id),
        List.of(new FollowUp.Block(done, 20, 0)),
        new FollowUp.Times(submitted, Optional.of(NOW)),
        new Pace(
            Duration.ofSeconds(30),
            perDay,
            forecast
                ? Optional.of(new Pace.Forecast(days(4), days(5), days(10)))
                : Optional.empty()),
        List.of());
  }

  @Test
  void the_cone_widens_from_what_is_there_to_all_that_is_asked() {
    Outlook outlook =
        Outlook.of(List.of(reader("R01", 10, 2, true), reader("R02", 20, 4, false)), NOW);
    assertThat(outlook.withoutPace()).isEmpty();
    for (Edge edge : Edge.values()) {
      assertThat(outlook.at(NOW, edge)).isEqualTo(30);
      assertThat(outlook.at(days(100), edge)).isEqualTo(40);
    }
    assertThat(outlook.at(days(2), Edge.FASTEST)).isEqualTo(35);
    assertThat(outlook.at(days(2), Edge.LIKELY)).isEqualTo(34);
    assertThat(outlook.at(days(2), Edge.SLOWEST)).isEqualTo(32);
    assertThat(outlook.end(Edge.LIKELY)).contains(days(5));
  }

  @Test
  void a_reader_without_a_pace_is_taken_as_the_others() {
    Outlook outlook =
        Outlook.of(
            List.of(
                reader("R01", 10, 2, true),
                reader("R02", 20, 4, false),
                reader("R03", 0, 0, false)),
            NOW);
    assertThat(outlook.withoutPace()).containsExactly(new ReaderId("R03"));
    assertThat(outlook.end(Edge.FASTEST)).contains(days(5));
    assertThat(outlook.end(Edge.LIKELY)).contains(days(20 / 3.0));
    assertThat(outlook.end(Edge.SLOWEST)).contains(days(20));
  }

  @Test
  void nothing_is_told_as_long_as_nobody_has_a_pace() {
    Outlook outlook = Outlook.of(List.of(reader("R01", 0, 0, false)), NOW);
    assertThat(outlook.end(Edge.LIKELY)).isEmpty();
    assertThat(outlook.at(days(9), Edge.FASTEST)).isZero();
  }

  @Test
  void the_last_week_ends_with_the_last_case_that_came_back() {
    assertThat(Outlook.lastWeek(List.of(reader("R01", 10, 1, true)))).isEqualTo(7);
    assertThat(Outlook.lastWeek(List.of(reader("R01", 0, 0, false)))).isZero();
  }
}
