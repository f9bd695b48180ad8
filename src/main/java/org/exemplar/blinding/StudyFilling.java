package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.store.CaseContent;
import org.exemplar.store.StudyWriter;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.PracticeReference;
import org.exemplar.study.Worklist;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/** Fills a study file with neutral images and worklists, and measures what could leak. */
final class StudyFilling {
  private final StudySource source;
  private final List<StudyDraw.Drawn> drawn;
  private final List<Worklist> worklists;
  private final List<Map<LeakFact, Double>> facts = new ArrayList<>();

  /**
   * @param drawn in code order
   */
  StudyFilling(StudySource source, List<StudyDraw.Drawn> drawn, List<Worklist> worklists) {
    this.source = source;
    this.drawn = drawn;
    this.worklists = worklists;
  }

  /** Writes cases in code order, then worklists; as many images in memory as processors. */
  void fill(StudyWriter writer, Progress progress, Cancellation cancellation) {
    facts.clear();
    int batch = Runtime.getRuntime().availableProcessors();
    for (int from = 0; from < drawn.size(); from += batch) {
      cancellation.throwIfRequested();
      progress.report("Making images neutral", from, drawn.size());
      drawn.subList(from, Math.min(drawn.size(), from + batch)).parallelStream()
          .map(this::prepare)
          .toList()
          .forEach(prepared -> prepared.write(writer, facts));
    }
    worklists.forEach(writer::addWorklist);
    progress.report("Making images neutral", drawn.size(), drawn.size());
  }

  private Prepared prepare(StudyDraw.Drawn next) {
    int row = source.row(next.candidate());
    NeutralRadiograph image = source.images().neutral(source.comparison().images().row(row));
    GivenFindings findings =
        new GivenFindings(CandidateImages.findings(source.comparison().images(), row));
    return new Prepared(
        next,
        next.practice() ? Map.of() : CaseFacts.of(image),
        new CaseContent(findings, PracticeReference.NONE, image.encode()));
  }

  /** A case that is ready to be written. */
  private record Prepared(
      StudyDraw.Drawn drawn, Map<LeakFact, Double> measured, CaseContent content) {
    void write(StudyWriter writer, List<Map<LeakFact, Double>> facts) {
      if (!drawn.practice()) {
        facts.add(measured);
      }
      writer.addCase(drawn.code(), drawn.practice(), content);
    }
  }

  /**
   * The leak test over what was written.
   *
   * @param paddedSize bytes of every image once it is encrypted, all being padded to the longest
   */
  LeakTest leakTest(int paddedSize) {
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
