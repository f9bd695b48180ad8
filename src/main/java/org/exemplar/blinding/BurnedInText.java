package org.exemplar.blinding;

import java.util.List;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.radiograph.PixelRegion;
import org.exemplar.radiograph.TextSearch;

/** Looks for text that is burned into the pictures of a study. */
public final class BurnedInText {
  private BurnedInText() {}

  /**
   * A picture in which something looks like text.
   *
   * @param imageId which image; for {@link TextHandling}, not for a screen
   * @param picture as readers would see it
   * @param regions where, at least one
   */
  public record Found(String imageId, NeutralRadiograph picture, List<PixelRegion> regions) {
    public Found {
      regions = List.copyOf(regions);
    }
  }

  /**
   * How much was found in a study, in totals.
   *
   * @param pictures in which something looked like text
   * @param regions in all
   * @param masked regions that were blacked out
   */
  public record Totals(int pictures, int regions, int masked) {}

  /** One picture of a study, treated as its coordinator wants. */
  record Treated(NeutralRadiograph picture, int regions, int masked) {}

  /**
   * Treats a picture.
   *
   * @throws Problem when a person was to decide and did not
   */
  static Treated treat(String imageId, NeutralRadiograph picture, TextHandling handling) {
    List<PixelRegion> regions = TextSearch.find(picture);
    List<PixelRegion> masks =
        switch (handling.policy()) {
          case KEEP -> List.of();
          case MASK -> regions;
          case DECIDED -> decided(imageId, regions, handling);
        };
    return new Treated(
        masks.isEmpty() ? picture : picture.masked(masks), regions.size(), masks.size());
  }

  private static List<PixelRegion> decided(
      String imageId, List<PixelRegion> regions, TextHandling handling) {
    List<PixelRegion> masks = handling.masks().get(imageId);
    if (masks == null && !regions.isEmpty()) {
      throw new Problem(
          "A picture holds what looks like text, and nobody has decided about it: look at all"
              + " pictures of the text check again before sealing.");
    }
    return masks == null ? List.of() : masks;
  }
}
