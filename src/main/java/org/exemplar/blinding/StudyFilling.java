package org.exemplar.blinding;

import java.util.ArrayList;
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
  private final PracticeAnswers answers;
  private final TextHandling text;
  private final List<Map<LeakFact, Double>> facts = new ArrayList<>();
  private BurnedInText.Totals found = new BurnedInText.Totals(0, 0, 0);

  /**
   * @param drawn in code order
   * @param answers the study team's to practice images
   * @param text what becomes of burned-in text
   */
  StudyFilling(
      StudySource source,
      List<StudyDraw.Drawn> drawn,
      List<Worklist> worklists,
      PracticeAnswers answers,
      TextHandling text) {
    this.answers = answers;
    this.source = source;
    this.drawn = drawn;
    this.worklists = worklists;
    this.text = text;
  }

  /** What looked like text in the pictures that were written. */
  BurnedInText.Totals text() {
    return found;
  }

  /** Writes cases in code order, then worklists; as many images in memory as processors. */
  void fill(StudyWriter writer, Progress progress, Cancellation cancellation) {
    facts.clear();
    found = new BurnedInText.Totals(0, 0, 0);
    int batch = Runtime.getRuntime().availableProcessors();
    for (int from = 0; from < drawn.size(); from += batch) {
      cancellation.throwIfRequested();
      progress.report("Making images neutral", from, drawn.size());
      drawn.subList(from, Math.min(drawn.size(), from + batch)).parallelStream()
          .map(this::prepare)
          .toList()
          .forEach(prepared -> {
            count(prepared.treated());
            prepared.write(writer, facts);
          });
    }
    worklists.forEach(writer::addWorklist);
    progress.report("Making images neutral", drawn.size(), drawn.size());
  }

  private Prepared prepare(StudyDraw.Drawn next) {
    int row = source.row(next.candidate());
    BurnedInText.Treated treated =
        BurnedInText.treat(
            next.candidate().imageId(),
            source.images().neutral(source.comparison().images().row(row)),
            text);
    NeutralRadiograph image = treated.picture();
    GivenFindings findings =
        new GivenFindings(CandidateImages.findings(source.comparison().images(), row));
    return new Prepared(
        next,
        treated,
        next.practice() ? Map.of() : CaseFacts.of(image),
        new CaseContent(findings, reference(next), image.encode()));
  }

  /** Cases of the study never carry an answer. */
  private PracticeReference reference(StudyDraw.Drawn next) {
    return next.practice() ? answers.to(next.candidate().imageId()) : PracticeReference.NONE;
  }

  private void count(BurnedInText.Treated treated) {
    found =
        new BurnedInText.Totals(
            found.pictures() + (treated.regions() > 0 ? 1 : 0),
            found.regions() + treated.regions(),
            found.masked() + treated.masked());
  }

  /** A case that is ready to be written. */
  private record Prepared(
      StudyDraw.Drawn drawn,
      BurnedInText.Treated treated,
      Map<LeakFact, Double> measured,
      CaseContent content) {
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
    return LeakViews.test(drawn, worklists, facts, paddedSize);
  }
}
