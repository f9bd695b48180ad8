package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.exemplar.problem.Problem;
import org.exemplar.study.CaseCode;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Worklist;
import org.exemplar.study.WorklistItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Studies of ten and ten cases in which one thing at a time gives the arm away. */
class LeakViewsTest {
  private static final List<CaseCode> CODES = CaseCodes.draw(20, Candidates.chance(3));

  /** Arms by turns: alternating ones say nothing by their place. */
  private static List<StudyDraw.Drawn> alternating() {
    return drawn(i -> i % 2 == 0 ? Arm.PIE : Arm.NON_PIE);
  }

  private static List<StudyDraw.Drawn> drawn(java.util.function.IntFunction<Arm> arm) {
    List<CaseCode> sorted = CODES.stream().sorted().toList();
    return IntStream.range(0, 20)
        .mapToObj(i ->
            new StudyDraw.Drawn(
                sorted.get(i),
                new Candidate("image-" + i, arm.apply(i), null, Set.of(), Map.of()),
                false,
                0))
        .toList();
  }

  private static Worklist worklist(String reader, List<StudyDraw.Drawn> order) {
    List<WorklistItem> items = new ArrayList<>();
    order.forEach(d -> items.add(new WorklistItem(items.size() + 1, d.code(), false, 1)));
    return new Worklist(new ReaderId(reader), items);
  }

  private static List<Map<LeakFact, Double>> harmless() {
    return IntStream.range(0, 20).mapToObj(i -> facts(i / 2 % 5)).toList();
  }

  private static Map<LeakFact, Double> facts(double value) {
    Map<LeakFact, Double> facts = new EnumMap<>(LeakFact.class);
    for (LeakFact fact : LeakFact.values()) {
      facts.put(fact, value);
    }
    return facts;
  }

  private static void requireRefused(LeakTest test, LeakFact fact) {
    assertThat(test.rows().stream().filter(LeakTest.Row::refused).map(LeakTest.Row::fact))
        .containsExactly(fact);
    assertThatThrownBy(test::require)
        .isInstanceOf(Problem.class)
        .hasMessageContaining(fact.title().toLowerCase(Locale.ROOT));
  }

  @Test
  void a_study_in_which_nothing_differs_passes() {
    List<StudyDraw.Drawn> drawn = alternating();
    LeakTest test = LeakViews.test(drawn, List.of(worklist("R01", drawn)), harmless(), 4096);
    assertThat(test.passed()).isTrue();
    assertThat(test.rows()).hasSize(LeakFact.values().length);
  }

  @ParameterizedTest
  @EnumSource(
      value = LeakFact.class,
      names = {
        "HEIGHT",
        "WIDTH",
        "BIT_DEPTH",
        "WINDOW_CENTRE",
        "WINDOW_WIDTH",
        "WINDOWS",
        "PIXEL_SPACING"
      })
  void a_fact_of_the_pictures_that_gives_the_arm_away_is_refused(LeakFact fact) {
    List<StudyDraw.Drawn> drawn = alternating();
    List<Map<LeakFact, Double>> facts = new ArrayList<>(harmless());
    // eight of ten PIEs have one value, two that of the controls: an AUC of 0.9 by ties
    for (int i = 0; i < 16; i += 2) {
      facts.get(i).put(fact, 100.0);
    }
    for (int i = 1; i < 20; i += 2) {
      facts.get(i).put(fact, 8.0);
    }
    facts.get(16).put(fact, 8.0);
    facts.get(18).put(fact, 8.0);
    LeakTest test = LeakViews.test(drawn, List.of(worklist("R01", drawn)), facts, 4096);
    assertThat(test.rows().stream().filter(r -> r.fact() == fact).findFirst().orElseThrow().auc())
        .isEqualTo(0.9);
    requireRefused(test, fact);
  }

  @Test
  void an_order_that_gives_the_arm_away_to_one_reader_is_refused() {
    List<StudyDraw.Drawn> drawn = alternating();
    List<StudyDraw.Drawn> piesFirst =
        drawn.stream().sorted(Comparator.comparing(d -> d.candidate().arm())).toList();
    requireRefused(
        LeakViews.test(
            drawn, List.of(worklist("R01", drawn), worklist("R02", piesFirst)), harmless(), 4096),
        LeakFact.READING_ORDER);
  }

  @Test
  void codes_that_give_the_arm_away_are_refused() {
    List<StudyDraw.Drawn> drawn = drawn(i -> i < 10 ? Arm.PIE : Arm.NON_PIE);
    List<StudyDraw.Drawn> mixed =
        drawn.stream().sorted(Comparator.comparingInt(d -> drawn.indexOf(d) % 10)).toList();
    List<Map<LeakFact, Double>> facts =
        IntStream.range(0, 20).mapToObj(i -> facts(i % 10)).toList();
    requireRefused(
        LeakViews.test(drawn, List.of(worklist("R01", mixed)), facts, 4096), LeakFact.CASE_CODE);
  }

  @Test
  void readers_who_read_one_arm_each_are_refused() {
    List<StudyDraw.Drawn> drawn = alternating();
    List<Worklist> worklists =
        List.of(
            worklist("R01", drawn.stream().filter(d -> d.candidate().arm() == Arm.PIE).toList()),
            worklist(
                "R02", drawn.stream().filter(d -> d.candidate().arm() == Arm.NON_PIE).toList()));
    requireRefused(LeakViews.test(drawn, worklists, harmless(), 4096), LeakFact.WHO_READS);
  }

  @Test
  void the_size_in_a_reading_file_is_one_for_all_and_content_is_told_but_not_judged() {
    List<StudyDraw.Drawn> drawn = alternating();
    List<Map<LeakFact, Double>> facts = new ArrayList<>(harmless());
    for (int i = 0; i < 20; i += 2) {
      facts.get(i).put(LeakFact.MEAN_GRAY, 100.0 + i);
    }
    LeakTest test = LeakViews.test(drawn, List.of(worklist("R01", drawn)), facts, 4096);
    assertThat(test.passed()).isTrue();
    for (LeakTest.Row row : test.rows()) {
      assertThat(row.same())
          .isEqualTo(row.fact() == LeakFact.FILE_SIZE || row.fact() == LeakFact.WHO_READS);
      assertThat(row.auc() == 1).isEqualTo(row.fact() == LeakFact.MEAN_GRAY);
    }
  }
}
