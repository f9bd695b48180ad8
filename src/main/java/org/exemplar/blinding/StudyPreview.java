package org.exemplar.blinding;

import java.util.List;
import java.util.Optional;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.study.Design;
import org.exemplar.study.Protocol;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Worklist;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * What a protocol would make of a comparison, in totals, before anything is built: for a
 * coordinator who is still choosing. Nothing is written, and no image is named.
 *
 * @param available what there is to draw from
 * @param burden what it asks of a reader who reads everything
 * @param balance how alike the arms of a study drawn with the given seed are; empty when it cannot
 *     be drawn
 * @param blocker why it cannot be drawn, one sentence; empty when it can
 * @param coverage who would read how much
 */
public record StudyPreview(
    Available available,
    Burden burden,
    Optional<Balance> balance,
    Optional<String> blocker,
    Coverage coverage) {

  /**
   * What there is to draw from.
   *
   * @param images with a defined agreement
   * @param undefined images without one, which are in neither arm
   * @param pies under the protocol's criterion
   * @param others the rest
   * @param tiedAtCut images that share the agreement of the last PIE
   */
  public record Available(int images, int undefined, int pies, int others, int tiedAtCut) {}

  /**
   * What it asks of one reader.
   *
   * @param cases of the study
   * @param repeats shown again
   * @param practice before the study
   */
  public record Burden(int cases, int repeats, int practice) {}

  /**
   * Who would read how much.
   *
   * @param perReader what it asks of each reader, in the order given; empty when orders cannot be
   *     drawn
   * @param fewestReaders readers of the case with the fewest
   * @param mostReaders readers of the case with the most
   * @param blocker why orders cannot be drawn, one sentence; empty when they can, or were not tried
   */
  public record Coverage(
      List<Burden> perReader, int fewestReaders, int mostReaders, Optional<String> blocker) {
    /** Not known: there are no readers yet, or no cases. */
    public static final Coverage UNKNOWN = new Coverage(List.of(), 0, 0, Optional.empty());

    public Coverage {
      perReader = List.copyOf(perReader);
    }
  }

  /**
   * Draws a study in memory and tells of it in totals.
   *
   * @param sources comparison, images and protocol; images are read only when matching needs sizes
   * @param readers who reads; may be empty
   * @param chance draws it, both given
   * @throws Problem when comparison and protocol do not fit each other at all
   */
  public static StudyPreview of(
      BuildOptions.Sources sources,
      List<ReaderId> readers,
      BuildOptions.Chance chance,
      Cancellation cancellation) {
    StudySource source =
        StudySource.open(sources, RadiographFiles.installed(), Progress.NONE, cancellation);
    Protocol protocol = source.protocol();
    Design design = protocol.design();
    int pies = source.pies().selection().pies().size();
    int defined = source.candidates().size();
    Available available =
        new Available(
            defined,
            source.pies().selection().undefined().size(),
            pies,
            defined - pies,
            source.pies().selection().tiedAtCut());
    Burden burden =
        new Burden(
            design.arms().total(),
            design.repeats().cases(),
            protocol.reading().rules().practice().cases());
    try {
      StudyDraw draw = new StudyDraw(chance.drawn());
      Selection selection =
          draw.select(
              source.candidates(),
              source.selectionPlan(),
              PracticeAnswers.of(sources, source).images());
      return new StudyPreview(
          available,
          burden,
          Optional.of(selection.balance()),
          Optional.empty(),
          coverage(draw, draw.code(selection), design.allocation(), readers));
    } catch (Problem e) {
      return new StudyPreview(
          available,
          burden,
          Optional.empty(),
          Optional.ofNullable(e.getMessage()),
          Coverage.UNKNOWN);
    }
  }

  private static Coverage coverage(
      StudyDraw draw,
      List<StudyDraw.Drawn> drawn,
      Design.Allocation allocation,
      List<ReaderId> readers) {
    if (readers.isEmpty()) {
      return Coverage.UNKNOWN;
    }
    try {
      List<Worklist> worklists = draw.orders(drawn, allocation, readers);
      List<Burden> each =
          worklists.stream()
              .map(list -> {
                int again = (int) list.cases().stream().filter(item -> item.repeat()).count();
                return new Burden(list.cases().size() - again, again, list.practice().size());
              })
              .toList();
      int[] counts =
          drawn.stream()
              .filter(d -> !d.practice())
              .mapToInt(d ->
                  (int)
                      worklists.stream()
                          .filter(list ->
                              list.cases().stream().anyMatch(i -> i.code().equals(d.code())))
                          .count())
              .sorted()
              .toArray();
      return new Coverage(each, counts[0], counts[counts.length - 1], Optional.empty());
    } catch (Problem e) {
      return new Coverage(List.of(), 0, 0, Optional.ofNullable(e.getMessage()));
    }
  }
}
