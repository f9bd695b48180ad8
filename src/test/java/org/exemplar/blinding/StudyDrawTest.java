package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Design;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Worklist;
import org.junit.jupiter.api.Test;

class StudyDrawTest {
  private static final List<ReaderId> READERS =
      List.of(new ReaderId("R01"), new ReaderId("R02"), new ReaderId("R03"));
  private static final Design.Allocation ALL =
      new Design.Allocation(
          new Design.ReadingOrder(8, 3), new Design.Repeats(3, 8), Design.Overlap.ALL);

  @Test
  void the_same_seed_and_salt_give_the_same_study() {
    assertThat(study(5, "aa")).isEqualTo(study(5, "aa"));
  }

  @Test
  void a_seed_and_a_salt_give_this_study_on_any_machine_and_in_any_version() {
    Study study = study(20230901, "00112233445566778899aabbccddeeff");
    assertThat(codes(study).subList(0, 4).toString()).isEqualTo("[2GCW-8, 3BC2-K, 8R3Y-J, B34S-M]");
    StringBuilder text = new StringBuilder();
    study.drawn().forEach(d -> text.append(d.code()).append(d.candidate().imageId()).append('\n'));
    study.worklists().forEach(text::append);
    assertThat(Sha256.ofText(text.toString()).hex())
        .isEqualTo("2b679283fdfb1e299555ac7d65ea4e1211d9af67346f251c92f25c6dd632b425");
  }

  @Test
  void another_salt_gives_the_same_images_other_codes_and_other_orders() {
    Study one = study(5, "aa");
    Study other = study(5, "bb");
    assertThat(images(other)).isEqualTo(images(one));
    assertThat(codes(other)).doesNotContainAnyElementsOf(codes(one).subList(0, 10));
    assertThat(other.worklists()).isNotEqualTo(one.worklists());
  }

  @Test
  void over_many_seeds_neither_code_nor_order_tells_the_arm_and_readers_differ() {
    for (long seed = 0; seed < 400; seed++) {
      Study study = study(seed, "0123");
      List<StudyDraw.Drawn> cases = study.drawn().stream().filter(d -> !d.practice()).toList();
      double[] ranks = cases.stream().mapToDouble(d -> CaseCodes.rank(d.code())).toArray();
      assertThat(LeakTest.auc(StudyDraw.arms(cases), ranks)).isBetween(0.2, 0.8);
      assertThat(study.drawn()).isSortedAccordingTo(Comparator.comparing(StudyDraw.Drawn::code));
      Set<List<CaseCode>> orders = new HashSet<>();
      for (Worklist worklist : study.worklists()) {
        double[] places = StudyDraw.places(cases, worklist);
        assertThat(LeakTest.auc(StudyDraw.arms(cases), places)).isBetween(0.2, 0.8);
        assertThat(worklist.practice()).hasSize(3);
        assertThat(worklist.cases()).hasSize(27);
        orders.add(worklist.cases().stream().map(item -> item.code()).toList());
      }
      assertThat(orders).hasSize(3);
    }
  }

  @Test
  void with_an_anchor_all_read_it_and_every_other_case_has_the_readers_that_were_asked_for() {
    Design.Allocation rotating =
        new Design.Allocation(
            ALL.order(),
            new Design.Repeats(2, 5),
            new Design.Overlap(Design.Overlap.Kind.ANCHOR, 6, 2));
    for (long seed = 0; seed < 300; seed++) {
      Study study = study(seed, "0123", rotating);
      List<StudyDraw.Drawn> cases = study.drawn().stream().filter(d -> !d.practice()).toList();
      Map<CaseCode, Integer> readers = new HashMap<>();
      for (Worklist worklist : study.worklists()) {
        Set<CaseCode> read = new HashSet<>();
        worklist.cases().forEach(item -> read.add(item.code()));
        read.forEach(code -> readers.merge(code, 1, Integer::sum));
        assertThat(read).hasSize(18);
        assertThat(worklist.cases()).hasSize(20);
        List<StudyDraw.Drawn> own = cases.stream().filter(d -> read.contains(d.code())).toList();
        assertThat(StudyDraw.arms(own).stream().filter(Arm.PIE::equals)).hasSize(9);
        assertThat(LeakTest.auc(StudyDraw.arms(cases), StudyDraw.places(cases, worklist)))
            .isBetween(0.2, 0.8);
        assertThat(LeakTest.auc(StudyDraw.arms(cases), StudyDraw.reads(cases, worklist)))
            .isEqualTo(0.5);
      }
      assertThat(readers).hasSize(24);
      assertThat(readers.values().stream().filter(n -> n == 3)).hasSize(6);
      assertThat(readers.values().stream().filter(n -> n == 2)).hasSize(18);
    }
  }

  @Test
  void more_readers_for_a_case_than_there_are_is_refused() {
    Design.Allocation four =
        new Design.Allocation(
            ALL.order(), ALL.repeats(), new Design.Overlap(Design.Overlap.Kind.ANCHOR, 0, 4));

    assertThatThrownBy(() -> study(1, "aa", four))
        .isInstanceOf(Problem.class)
        .hasMessageContainingAll("4 readers for each case", "the study has 3");
  }

  @Test
  void a_study_of_one_pair_can_still_be_drawn() {
    StudyDraw draw = new StudyDraw(new UnblindingKey.Chance(1, "aa"));
    List<StudyDraw.Drawn> drawn =
        draw.code(
            draw.select(Candidates.plain(1, 1), new SelectionPlan(1, 1, 0, List.of(), false)));
    assertThat(
            draw.orders(
                drawn,
                new Design.Allocation(
                    new Design.ReadingOrder(2, 1), new Design.Repeats(0, 0), Design.Overlap.ALL),
                READERS))
        .hasSize(3);
  }

  private record Study(List<StudyDraw.Drawn> drawn, List<Worklist> worklists) {}

  private static Study study(long seed, String salt) {
    return study(seed, salt, ALL);
  }

  private static Study study(long seed, String salt, Design.Allocation allocation) {
    StudyDraw draw = new StudyDraw(new UnblindingKey.Chance(seed, salt));
    Selection selection =
        draw.select(
            Candidates.varied(9, 20, 80, 400), new SelectionPlan(12, 12, 3, List.of(), false));
    List<StudyDraw.Drawn> drawn = draw.code(selection);
    return new Study(drawn, draw.orders(drawn, allocation, READERS));
  }

  private static Set<String> images(Study study) {
    Set<String> images = new HashSet<>();
    study.drawn().forEach(d -> images.add(d.candidate().imageId() + d.practice()));
    return images;
  }

  private static List<CaseCode> codes(Study study) {
    return study.drawn().stream().map(StudyDraw.Drawn::code).toList();
  }
}
