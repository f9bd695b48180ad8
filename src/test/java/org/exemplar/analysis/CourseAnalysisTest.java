package org.exemplar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.exemplar.blinding.Arm;
import org.exemplar.study.Answer;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Circumstances;
import org.exemplar.study.FindingReview;
import org.exemplar.study.FindingVerdict;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.RatedAnswer;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Timing;
import org.exemplar.study.ViewState;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CourseAnalysisTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  private static final String DRAWN = "23456789BCDFGHJKLMNPQRSTVWXYZ";

  private static CaseCode code(int c) {
    return CaseCode.ofDrawn("222" + DRAWN.charAt(c));
  }

  private static CourseAnalysis.Armed point(
      String reader, int c, int position, int point, int showing) {
    Answer answer = new Answer.Point(point, "words");
    return armed(reader, c, position, showing, new RatedAnswer("difficulty", answer, 0, null));
  }

  private static CourseAnalysis.Armed label(
      String reader, int c, int position, boolean agrees, @Nullable FindingReview review) {
    Answer answer = agrees ? new Answer.Agree("yes") : new Answer.Disagree("no");
    return armed(reader, c, position, 1, new RatedAnswer("label_disagreement", answer, 0, review));
  }

  private static CourseAnalysis.Armed armed(
      String reader, int c, int position, int showing, RatedAnswer rated) {
    Arm arm = c % 2 == 0 ? Arm.PIE : Arm.NON_PIE;
    long ms = (arm == Arm.PIE ? 20_000L : 10_000L) + position * 10L;
    WorklistItem item = new WorklistItem(position, code(c), false, showing);
    Circumstances circumstances = new Circumstances(ViewState.UNSEEN, "d", 0, "1", false);
    Timing timing = new Timing(NOON, NOON.plusMillis(ms), ms, 0);
    return new CourseAnalysis.Armed(
        new Rating(new ReaderId(reader), item, rated, timing, circumstances), arm);
  }

  private static Results extend(
      List<CourseAnalysis.Armed> answers, Map<String, GivenFindings> given) {
    ArmedRatings none = new ArmedRatings(List.of(), Map.of(), List.of("difficulty"), List.of());
    return CourseAnalysis.extend(RatingTables.analyze(none), answers, given);
  }

  private static Course course(
      List<CourseAnalysis.Armed> answers, Map<String, GivenFindings> given) {
    return extend(answers, given).course().orElseThrow();
  }

  @Test
  void ratings_that_rise_along_the_list_are_seen_for_each_reader() {
    List<CourseAnalysis.Armed> answers = new ArrayList<>();
    for (int c = 0; c < 10; c++) {
      answers.add(point("R1", c, c + 1, 1 + c / 2, 1));
      answers.add(point("R2", c, 10 - c, 1 + c / 2, 1));
      answers.add(point("R3", c, c + 1, 3, 1));
    }
    Results results = extend(answers, Map.of());
    Course.OrderEffect order =
        Objects.requireNonNull(results.course().orElseThrow().ratingOrder().get("difficulty"));
    assertThat(trend(order, "R1")).isGreaterThan(0.9);
    assertThat(trend(order, "R2")).isLessThan(-0.9);
    assertThat(order.perReader())
        .extractingByKey("R3")
        .satisfies(t -> assertThat(t.rho()).isEmpty());
    assertThat(order.meanRho().orElseThrow()).isCloseTo(0, within(1e-12));
    assertThat(results.warnings().toString()).contains("course.rating_order.difficulty.R3");
  }

  private static double trend(Course.OrderEffect order, String reader) {
    return Objects.requireNonNull(order.perReader().get(reader)).rho().orElseThrow();
  }

  @Test
  void time_counts_each_case_once_and_compares_arms_within_readers() {
    List<CourseAnalysis.Armed> answers = new ArrayList<>();
    for (String reader : List.of("R1", "R2", "R3")) {
      int shift = reader.charAt(1) - '1';
      for (int c = 0; c < 8; c++) {
        answers.add(point(reader, c, 1 + (c + shift) % 8, 2, 1));
        answers.add(label(reader, c, 1 + (c + shift) % 8, true, null));
      }
    }
    Course.TimeByArm time = course(answers, Map.of()).time();
    assertThat(time.pie().n()).isEqualTo(12);
    assertThat(time.ratio().orElseThrow()).isCloseTo(2, within(0.02));
    assertThat(time.ciLow().orElseThrow()).isLessThan(time.ratio().orElseThrow());
    assertThat(time.p().orElseThrow()).isLessThan(0.01);
  }

  @Test
  void repeats_tell_how_far_a_reader_agrees_with_themself() {
    List<CourseAnalysis.Armed> answers = new ArrayList<>();
    int[] again = {1, 2, 3, 5};
    for (int c = 0; c < 4; c++) {
      answers.add(point("R1", c, c + 1, c + 1, 1));
      answers.add(point("R1", c, c + 5, again[c], 2));
    }
    Course.IntraReader intra =
        Objects.requireNonNull(course(answers, Map.of()).intraReader().get("difficulty"));
    assertThat(intra.pairs()).isEqualTo(4);
    assertThat(intra.agreement()).hasValue(0.75);
    assertThat(intra.meanDifference().orElseThrow()).isCloseTo(0.25, within(1e-12));
    assertThat(intra.kappaQuadratic().orElseThrow()).isBetween(0.8, 1.0);
    assertThat(intra.agreementByReader()).containsEntry("R1", 0.75);
  }

  @Test
  void a_finding_is_denied_in_reviews_and_confirmed_by_agreeing_with_all_that_was_given() {
    FindingReview denied =
        FindingReview.EMPTY
            .with("Edema", FindingVerdict.DISAGREE)
            .with("Mass", FindingVerdict.UNSURE);
    Map<String, GivenFindings> given = new LinkedHashMap<>();
    given.put(code(1).value(), GivenFindings.of("Edema"));
    List<CourseAnalysis.Armed> answers =
        List.of(
            label("R1", 0, 1, false, denied),
            label("R1", 1, 2, true, null),
            label("R2", 1, 1, true, null),
            label("R2", 2, 2, true, null));
    Course course = course(answers, given);
    Course.FindingDoubt edema = Objects.requireNonNull(course.findings().get("Edema"));
    assertThat(edema.asked()).isEqualTo(3);
    assertThat(edema.denied()).isEqualTo(1);
    assertThat(edema.rate().orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(edema.ciHigh().orElseThrow()).isGreaterThan(0.5);
    assertThat(course.findings())
        .extractingByKey("Mass")
        .satisfies(m -> assertThat(m.unsure()).isEqualTo(1));
  }

  @Test
  void no_answers_at_all_have_an_empty_course_that_can_be_written() {
    Results results = extend(List.of(), Map.of());
    assertThat(results.course().orElseThrow().intraReader()).isEmpty();
    assertThat(ResultsJson.write(results)).contains("\"course\"").doesNotContain("NaN");
  }

  @Test
  void fatigue_is_seen_within_sittings_and_each_reader_has_a_time_of_their_own() {
    List<CourseAnalysis.Armed> answers = new ArrayList<>();
    for (String reader : List.of("R1", "R2")) {
      for (int c = 0; c < 12; c++) {
        int placeInSitting = c % 4;
        CourseAnalysis.Armed each = point(reader, c, c + 1, 1 + placeInSitting, 1);
        Instant shown = NOON.plusSeconds(7200L * (c / 4) + 60L * placeInSitting);
        Timing timing = new Timing(shown, shown.plusSeconds(30), 1000L * (c % 2 == 0 ? 20 : 10), 0);
        Rating given = each.rating();
        answers.add(
            new CourseAnalysis.Armed(
                new Rating(
                    given.reader(), given.item(), given.rated(), timing, given.circumstances()),
                each.arm()));
      }
    }
    Course.Sittings sittings = course(answers, Map.of()).sittings().orElseThrow();
    Course.OrderEffect fatigue = sittings.ratingFatigue().get("difficulty");
    assertThat(fatigue).isNotNull();
    assertThat(Objects.requireNonNull(fatigue).meanRho().orElseThrow()).isCloseTo(1, within(1e-9));
    assertThat(sittings.timeByReader()).containsOnlyKeys("R1", "R2");
    Course.ReaderTime mine = Objects.requireNonNull(sittings.timeByReader().get("R1"));
    assertThat(mine.sittings()).isEqualTo(3);
    assertThat(mine.pie().mean()).hasValue(20);
    assertThat(mine.ratio().orElseThrow()).isCloseTo(2, within(1e-9));
  }
}
