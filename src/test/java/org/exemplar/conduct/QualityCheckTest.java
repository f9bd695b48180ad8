package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  void one_point_of_a_scale_in_ten_cases_in_a_row_is_told_although_other_answers_change() {
    List<Rating> ratings = new ArrayList<>(ratings(1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2));
    for (int place = 1; place <= 12; place++) {
      ratings.add(rating("quality", place, 1 + place % 2));
    }
    assertThat(QualityCheck.of(List.of(), ratings))
        .singleElement()
        .matches(flag -> flag.kind() == QualityFlag.Kind.STRAIGHT_LINING)
        .matches(flag -> flag.position() == 2 && flag.until() == 11)
        .matches(flag -> flag.sentence().equals("“point 3” to difficulty in 10 cases in a row."));
  }

  @Test
  void blocks_far_below_the_time_of_all_others_are_one_flag() {
    List<List<Submission>> blocks =
        List.of(
            cases(30, 31, 28),
            cases(30, 31, 28, 5, 6, 7).subList(3, 6),
            cases(30, 31, 28, 5, 6, 7, 6, 6, 6).subList(6, 9));
    assertThat(Tempo.tooFast(blocks, List.of(40_000.0, 52_000.0)))
        .singleElement()
        .matches(flag -> flag.kind() == QualityFlag.Kind.TOO_FAST)
        .matches(flag -> flag.position() == 4 && flag.until() == 9)
        .matches(flag ->
            flag.sentence().equals("Blocks 2 and 3: median 6 s; the other readers 40 to 52 s."));
    assertThat(Tempo.tooFast(blocks, List.of(40_000.0))).isEmpty();
    assertThat(Tempo.tooFast(blocks, List.of(9_000.0, 11_000.0))).isEmpty();
  }

  @Test
  void a_reader_who_has_read_nothing_for_a_week_has_stopped_unless_finished() {
    Optional<Instant> last = Optional.of(START);
    Instant later = START.plus(Duration.ofDays(10));
    assertThat(Tempo.stopped(12, 40, last, later))
        .get()
        .matches(flag -> flag.sentence().contains("10 days ago; 12 of 40"));
    assertThat(Tempo.stopped(40, 40, last, later)).isEmpty();
    assertThat(Tempo.stopped(12, 40, last, START.plus(Duration.ofDays(6)))).isEmpty();
    assertThat(Tempo.stopped(0, 40, Optional.empty(), later)).isEmpty();
  }

  @Test
  void one_sitting_gives_no_forecast_and_a_forecast_is_never_past() {
    assertThat(Pace.of(cases(30, 31, 28), 25, START.plus(Duration.ofDays(3))).forecast()).isEmpty();
    Instant now = START.plus(Duration.ofDays(9));
    Pace.Forecast past =
        new Pace.Forecast(START, START.plus(Duration.ofDays(1)), now.plusSeconds(60));
    assertThat(past.notBefore(now)).isEqualTo(new Pace.Forecast(now, now, now.plusSeconds(60)));
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
      ratings.add(rating("difficulty", ratings.size() + 1, point));
    }
    return ratings;
  }

  private static Rating rating(String question, int place, int point) {
    return new Rating(
        new ReaderId("R01"),
        item(place),
        new RatedAnswer(question, new Answer.Point(point, "point " + point), 0, null),
        new Timing(START, START, 1, 0),
        new Circumstances(ViewState.UNSEEN, "", 0, "0", false));
  }

  private static WorklistItem item(int position) {
    return new WorklistItem(position, CODE, false, 1);
  }
}
