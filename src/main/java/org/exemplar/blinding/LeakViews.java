package org.exemplar.blinding;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.exemplar.study.Worklist;

/** Gathers what the leak test looks at from a drawn study. */
final class LeakViews {
  private LeakViews() {}

  /**
   * The leak test of a drawn study.
   *
   * @param drawn in code order, practice too
   * @param facts of the pictures, one per case of the study set, in code order
   * @param paddedSize bytes of every image once it is encrypted, all being padded to the longest
   */
  static LeakTest test(
      List<StudyDraw.Drawn> drawn,
      List<Worklist> worklists,
      List<Map<LeakFact, Double>> facts,
      int paddedSize) {
    List<StudyDraw.Drawn> cases = drawn.stream().filter(d -> !d.practice()).toList();
    Map<LeakFact, List<double[]>> views = new EnumMap<>(LeakFact.class);
    for (LeakFact fact : facts.getFirst().keySet()) {
      views.put(
          fact, List.of(facts.stream().mapToDouble(f -> f.getOrDefault(fact, 0.0)).toArray()));
    }
    views.put(LeakFact.FILE_SIZE, List.of(cases.stream().mapToDouble(c -> paddedSize).toArray()));
    views.put(
        LeakFact.CASE_CODE,
        List.of(cases.stream().mapToDouble(c -> CaseCodes.rank(c.code())).toArray()));
    views.put(
        LeakFact.READING_ORDER,
        worklists.stream().map(worklist -> StudyDraw.places(cases, worklist)).toList());
    views.put(
        LeakFact.WHO_READS,
        worklists.stream().map(worklist -> StudyDraw.reads(cases, worklist)).toList());
    return LeakTest.of(StudyDraw.arms(cases), views);
  }
}
