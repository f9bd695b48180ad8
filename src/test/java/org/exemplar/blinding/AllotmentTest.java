package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Design;
import org.junit.jupiter.api.Test;

class AllotmentTest {
  private static final Design.Overlap ROTATING =
      new Design.Overlap(Design.Overlap.Kind.ANCHOR, 5, 2);

  @Test
  void cases_that_were_matched_with_each_other_are_read_by_the_same_readers() {
    for (long seed = 0; seed < 100; seed++) {
      List<StudyDraw.Drawn> cases = pairs(15, seed);
      List<List<StudyDraw.Drawn>> lists =
          new Allotment(ROTATING, 5, Candidates.chance(seed)).of(cases);

      Map<Integer, List<Integer>> readersOfStratum = new HashMap<>();
      for (StudyDraw.Drawn drawn : cases) {
        List<Integer> readers = new ArrayList<>();
        for (int reader = 0; reader < lists.size(); reader++) {
          if (lists.get(reader).contains(drawn)) {
            readers.add(reader);
          }
        }
        assertThat(readers.size()).isIn(2, 5);
        assertThat(readersOfStratum.computeIfAbsent(drawn.stratum(), s -> readers))
            .isEqualTo(readers);
      }
      lists.forEach(list ->
          assertThat(StudyDraw.arms(list).stream().filter(Arm.PIE::equals).count() * 2)
              .isEqualTo(list.size()));
    }
  }

  @Test
  void when_all_read_everything_each_list_is_the_whole_study() {
    List<StudyDraw.Drawn> cases = pairs(4, 1);

    assertThat(new Allotment(Design.Overlap.ALL, 3, Candidates.chance(1)).of(cases))
        .containsExactly(cases, cases, cases);
  }

  /** Pairs of a PIE and a control, in code order. */
  private static List<StudyDraw.Drawn> pairs(int count, long seed) {
    List<Candidate> candidates = Candidates.plain(count, count);
    List<CaseCode> codes = CaseCodes.draw(2 * count, Candidates.chance(seed));
    List<StudyDraw.Drawn> cases = new ArrayList<>();
    for (int i = 0; i < 2 * count; i++) {
      cases.add(new StudyDraw.Drawn(codes.get(i), candidates.get(i), false, 1 + i % count));
    }
    cases.sort(Comparator.comparing(StudyDraw.Drawn::code));
    return cases;
  }
}
