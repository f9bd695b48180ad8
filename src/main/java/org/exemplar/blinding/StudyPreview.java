package org.exemplar.blinding;

import java.nio.file.Path;
import java.util.Optional;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.study.Design;
import org.exemplar.study.Protocol;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * What a protocol would make of a comparison, in totals, before anything is built: for a
 * coordinator who is still choosing. Nothing is written, and no image is named.
 *
 * @param available what there is to draw from
 * @param burden what it asks of one reader
 * @param balance how alike the arms of a study drawn with the given seed are; empty when it cannot
 *     be drawn
 * @param blocker why it cannot be drawn, one sentence; empty when it can
 */
public record StudyPreview(
    Available available, Burden burden, Optional<Balance> balance, Optional<String> blocker) {

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
   * Draws a study in memory and tells of it in totals.
   *
   * @param comparison the comparison's folder
   * @param images the folder of images that it was made of; read only when matching needs sizes
   * @param protocol under which protocol
   * @param seed draws the images
   * @throws Problem when comparison and protocol do not fit each other at all
   */
  public static StudyPreview of(
      Path comparison, Path images, Protocol protocol, long seed, Cancellation cancellation) {
    StudySource source =
        StudySource.open(
            comparison,
            protocol,
            new SourceImages(images, RadiographFiles.installed()),
            Progress.NONE,
            cancellation);
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
      StudyDraw draw = new StudyDraw(new UnblindingKey.Chance(seed, "00"));
      Selection selection = draw.select(source.candidates(), source.selectionPlan());
      return new StudyPreview(
          available, burden, Optional.of(selection.balance()), Optional.empty());
    } catch (Problem e) {
      return new StudyPreview(
          available, burden, Optional.empty(), Optional.ofNullable(e.getMessage()));
    }
  }
}
