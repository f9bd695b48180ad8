package org.exemplar.blinding;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.exemplar.radiograph.PixelRegion;

/**
 * What becomes of text that is burned into pictures: names and dates must not reach readers, side
 * markers should.
 *
 * @param policy what is done
 * @param masks for {@link Policy#DECIDED}: the regions to black out, by image; an image that was
 *     looked at and left as it is has an empty list
 */
public record TextHandling(Policy policy, Map<String, List<PixelRegion>> masks) {
  /** Pictures stay as they are; what was found is counted and reported. */
  public static final TextHandling KEEP = new TextHandling(Policy.KEEP, Map.of());

  /** Everything that looks like text is blacked out. */
  public static final TextHandling MASK = new TextHandling(Policy.MASK, Map.of());

  /** What is done. */
  public enum Policy {
    /** Pictures stay as they are. */
    KEEP,
    /** All regions are blacked out. */
    MASK,
    /** A person decided for each picture. */
    DECIDED
  }

  public TextHandling {
    masks =
        masks.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
  }

  /** What a person decided, picture by picture. */
  public static TextHandling decided(Map<String, List<PixelRegion>> masks) {
    return new TextHandling(Policy.DECIDED, masks);
  }
}
