package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.exemplar.study.Answer;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Circumstances;
import org.exemplar.study.RatedAnswer;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Submission;
import org.exemplar.study.Timing;
import org.exemplar.study.ViewState;
import org.exemplar.study.WorklistItem;
import org.junit.jupiter.api.Test;

class QualityCheckTest {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final CaseCode CODE = CaseCode.ofDrawn("K7QM");

  @Test
  void a_usual_reading_raises_nothing() {
    assertThat(QualityCheck.of(cases(30, 31, 28, 35, 26, 33, 29, 30, 41, 24), ratings(1, 2, 3, 4)))
        .isEmpty();
  }

  @Test
  void eight_equal_cases_in_a_row_are_a_straight_line_from_where_it_begins() {
    assertThat(QualityCheck.of(List.of(), ratings(1, 3, 3, 3, 3, 3, 3, 3, 3, 2)))
        .singleElement()
        .matches(flag -> flag.kind() == QualityFlag.Kind.STRAIGHT_LINING)
        .matches(flag -> flag.position() == 2)
        .matches(flag -> flag.sentence().startsWith("8 cases in a row"));
    assertThat(QualityCheck.of(List.of(), ratings(3, 3, 3, 3, 3, 3, 3))).isEmpty();
  }

  @Test
  void much_faster_and_much_slower_cases_than_the_readers_own_are_told() {
    assertThat(QualityCheck.of(cases(30, 31, 28, 35, 1, 33, 29, 30, 400, 24), List.of()))
        .extracting(QualityFlag::kind, QualityFlag::position, QualityFlag::sentence)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                QualityFlag.Kind.FAST, 5, "Took 1 s; usual for this reader are 30 s."),
            org.assertj.core.groups.Tuple.tuple(
                QualityFlag.Kind.SLOW, 9, "Took 400 s; usual for this reader are 30 s."));
  }

  @Test
  void cases_left_out_and_more_idle_than_active_time_are_told() {
    Submission skipped =
        new Submission(
            item(4),
            Submission.Outcome.SKIPPED,
            "Film cannot be shown",
            "",
            new Timing(START, START, 60_000, 180_000));
    assertThat(QualityCheck.of(List.of(skipped), List.of()))
        .extracting(QualityFlag::sentence)
        .containsExactly(
            "Left out: Film cannot be shown",
            "Idle for 3 min, active for 1 min while cases were open.");
  }

  @Test
  void the_forecast_is_a_span_around_the_pace_so_far() {
    List<Submission> day = new ArrayList<>();
    for (int i = 0; i <= 24; i++) {
      Instant at = START.plus(Duration.ofHours(i));
      day.add(
          new Submission(
              item(i + 1), Submission.Outcome.COMPLETE, "", "", new Timing(at, at, 30_000, 0)));
    }
    Pace pace = Pace.of(day, 25, START.plus(Duration.ofDays(1)));
    assertThat(pace.perDay()).isEqualTo(25);
    assertThat(pace.median()).isEqualTo(Duration.ofSeconds(30));
    Pace.Forecast forecast = pace.forecast().orElseThrow();
    assertThat(forecast.likely()).isEqualTo(START.plus(Duration.ofDays(2)));
    assertThat(forecast.earliest()).isBefore(forecast.likely());
    assertThat(forecast.latest()).isAfter(forecast.likely());
    assertThat(Pace.of(day, 0, START).forecast()).isEmpty();
    assertThat(Pace.of(List.of(), 5, START).forecast()).isEmpty();
  }

  private static List<Submission> cases(int... seconds) {
    List<Submission> cases = new ArrayList<>();
    for (int second : seconds) {
      cases.add(
          new Submission(
              item(cases.size() + 1),
              Submission.Outcome.COMPLETE,
              "",
              "",
              new Timing(START, START.plusSeconds(second), 1000L * second, 0)));
    }
    return cases;
  }

  private static List<Rating> ratings(int... points) {
    List<Rating> ratings = new ArrayList<>();
    for (int point : points) {
      ratings.add(
          new Rating(
              new ReaderId("R01"),
              item(ratings.size() + 1),
              new RatedAnswer("difficulty", new Answer.Point(point, "point " + point), 0, null),
              new Timing(START, START, 1, 0),
              new Circumstances(ViewState.UNSEEN, "", 0, "0", false)));
    }
    return ratings;
  }

  private static WorklistItem item(int position) {
    return new WorklistItem(position, CODE, false, 1);
  }
}
