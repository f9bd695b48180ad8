package org.exemplar.classifier.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exemplar.classifier.comparison.ImageCounts;
import org.exemplar.classifier.comparison.ImageRow;
import org.exemplar.classifier.comparison.ImageTable;
import org.exemplar.classifier.comparison.LeftOut;
import org.exemplar.classifier.images.ImagePlan.Planned;
import org.exemplar.classifier.images.ImageReading.Looked;
import org.exemplar.problem.Problem;

/**
 * Which images of a plan can be used, after all were looked at.
 *
 * @param table their rows
 * @param counts with everything left out
 */
public record ImageTally(ImageTable table, ImageCounts counts) {
  private static final double TOLERATED_SHARE = 0.01;

  /**
   * Counts.
   *
   * @param looked what became of each image of the plan, in its order
   * @throws Problem if too many images are missing or unreadable, or none is left
   */
  public static ImageTally of(ImagePlan plan, List<Looked> looked, Decoding.Settings settings) {
    var rows = new ArrayList<ImageRow>();
    var leftOut = new ArrayList<>(plan.leftOut());
    for (int i = 0; i < looked.size(); i++) {
      Planned image = plan.images().get(i);
      Looked result = looked.get(i);
      if (result.sha256() == null) {
        leftOut.add(new LeftOut(image.id(), result.reason()));
      } else {
        rows.add(
            new ImageRow(
                image.id(), image.path(), result.sha256().hex(), image.labels(), image.extras()));
      }
    }
    requireEnough(plan, rows.size(), leftOut, settings);
    boolean labelled = !plan.images().isEmpty() && !plan.images().getFirst().labels().isEmpty();
    var table =
        new ImageTable(labelled ? settings.findings() : List.of(), plan.extraColumns(), rows);
    return new ImageTally(table, new ImageCounts(plan.listed(), rows.size(), leftOut));
  }

  private static void requireEnough(
      ImagePlan plan, int used, List<LeftOut> leftOut, Decoding.Settings settings) {
    int lost = plan.missing() + plan.images().size() - used;
    String example =
        leftOut.isEmpty()
            ? ""
            : " (the first: " + leftOut.getFirst().id() + ": " + leftOut.getFirst().reason() + ")";
    if (used == 0) {
      throw new Problem("No image can be used" + example + "; check --images and --labels.");
    }
    if (!settings.allowMissing() && lost > TOLERATED_SHARE * plan.listed()) {
      throw new Problem(
          String.format(
              Locale.ROOT,
              "%d of %d images are missing or unreadable%s; correct them, or go on without them with"
                  + " --allow-missing.",
              lost,
              plan.listed(),
              example));
    }
  }
}
