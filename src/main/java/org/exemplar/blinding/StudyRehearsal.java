package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exemplar.crypto.SeededDraw;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.radiograph.PixelRegion;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.radiograph.TextSearch;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Worklist;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * The study that {@link StudyBuild} would seal from the same sources, readers and chance, drawn in
 * memory so that a coordinator sees its leak test and clears or masks burned-in text before the
 * seal. Nothing is written.
 *
 * @param leakTest as it would be judged at the seal
 * @param pictures how many pictures were looked at, practice too
 * @param found those in which something looks like text, in an order that says nothing of arms
 */
public record StudyRehearsal(LeakTest leakTest, int pictures, List<BurnedInText.Found> found) {
  public StudyRehearsal {
    found = List.copyOf(found);
  }

  /**
   * Draws the study and looks at each of its pictures.
   *
   * @param chance both seed and salt given
   * @throws Problem when the study cannot be drawn, ordered, or an image cannot be read
   */
  public static StudyRehearsal of(
      BuildOptions.Sources sources,
      List<ReaderId> readers,
      BuildOptions.Chance chance,
      Progress progress,
      Cancellation cancellation) {
    StudySource source =
        StudySource.open(sources, RadiographFiles.installed(), progress, cancellation);
    StudyDraw draw = new StudyDraw(chance.drawn());
    Selection selection =
        draw.select(
            source.candidates(),
            source.selectionPlan(),
            PracticeAnswers.of(sources, source).images());
    List<StudyDraw.Drawn> drawn = draw.code(selection);
    List<Worklist> worklists = draw.orders(drawn, source.protocol().design().allocation(), readers);
    List<Map<LeakFact, Double>> facts = new ArrayList<>();
    List<BurnedInText.Found> found = new ArrayList<>();
    int batch = Runtime.getRuntime().availableProcessors();
    for (int from = 0; from < drawn.size(); from += batch) {
      cancellation.throwIfRequested();
      progress.report("Looking at the pictures", from, drawn.size());
      drawn.subList(from, Math.min(drawn.size(), from + batch)).parallelStream()
          .map(next -> look(source, next))
          .toList()
          .forEach(seen -> {
            if (!seen.drawn().practice()) {
              facts.add(seen.facts());
            }
            if (!seen.found().regions().isEmpty()) {
              found.add(seen.found());
            }
          });
    }
    progress.report("Looking at the pictures", drawn.size(), drawn.size());
    return new StudyRehearsal(
        LeakViews.test(drawn, worklists, facts, 0),
        drawn.size(),
        SeededDraw.of(chance.drawn().seed(), "text").shuffle(found));
  }

  private record Seen(StudyDraw.Drawn drawn, Map<LeakFact, Double> facts, LookedAt looked) {
    BurnedInText.Found found() {
      return new BurnedInText.Found(
          drawn.candidate().imageId(), looked.picture(), looked.regions());
    }
  }

  private record LookedAt(NeutralRadiograph picture, List<PixelRegion> regions) {}

  private static Seen look(StudySource source, StudyDraw.Drawn next) {
    NeutralRadiograph picture =
        source.images().neutral(source.comparison().images().row(source.row(next.candidate())));
    return new Seen(
        next,
        next.practice() ? Map.of() : CaseFacts.of(picture),
        new LookedAt(picture, TextSearch.find(picture)));
  }
}
