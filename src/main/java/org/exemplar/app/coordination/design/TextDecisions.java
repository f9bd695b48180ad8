package org.exemplar.app.coordination.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exemplar.blinding.BurnedInText;
import org.exemplar.blinding.TextHandling;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.radiograph.PixelRegion;

/**
 * Region by region, what becomes of what looks like text. Images are known by name inside only;
 * decisions outlive a new draw, for those images that it draws again.
 */
final class TextDecisions {
  /** What becomes of a region. */
  enum Verdict {
    /** Harmless, e.g. a side marker: readers see it. */
    CLEARED,
    /** Blacked out. */
    MASKED
  }

  /**
   * A region that a person looks at.
   *
   * @param picture as it is
   * @param region where
   */
  record Place(NeutralRadiograph picture, PixelRegion region) {}

  private record Key(String imageId, PixelRegion region) {}

  private final Map<Key, Verdict> verdicts = new HashMap<>();
  private List<BurnedInText.Found> found = List.of();

  /** Takes what a rehearsal found. */
  void found(List<BurnedInText.Found> regions) {
    found = List.copyOf(regions);
  }

  /** Every region, picture by picture. */
  List<Place> places() {
    List<Place> places = new ArrayList<>();
    found.forEach(
        each -> each.regions().forEach(region -> places.add(new Place(each.picture(), region))));
    return places;
  }

  private Key key(int place) {
    int left = place;
    for (BurnedInText.Found each : found) {
      if (left < each.regions().size()) {
        return new Key(each.imageId(), each.regions().get(left));
      }
      left -= each.regions().size();
    }
    throw new IndexOutOfBoundsException(place);
  }

  /** The decision about a region; empty while there is none. */
  Optional<Verdict> verdict(int place) {
    return Optional.ofNullable(verdicts.get(key(place)));
  }

  void decide(int place, Verdict verdict) {
    verdicts.put(key(place), verdict);
  }

  /** How many regions wait. */
  int undecided() {
    return (int) keys().stream().filter(key -> !verdicts.containsKey(key)).count();
  }

  /** How many regions there are. */
  int count() {
    return keys().size();
  }

  /** How many are blacked out. */
  int masked() {
    return (int) keys().stream().filter(key -> verdicts.get(key) == Verdict.MASKED).count();
  }

  /** The picture of a region with all that is masked in it so far. */
  NeutralRadiograph treated(int place) {
    String image = key(place).imageId();
    for (BurnedInText.Found each : found) {
      if (each.imageId().equals(image)) {
        List<PixelRegion> masks = masks(each);
        return masks.isEmpty() ? each.picture() : each.picture().masked(masks);
      }
    }
    throw new IndexOutOfBoundsException(place);
  }

  /** As the build takes it. */
  TextHandling handling() {
    Map<String, List<PixelRegion>> masks = new HashMap<>();
    found.forEach(each -> masks.put(each.imageId(), masks(each)));
    return TextHandling.decided(masks);
  }

  private List<PixelRegion> masks(BurnedInText.Found each) {
    return each.regions().stream()
        .filter(region -> verdicts.get(new Key(each.imageId(), region)) == Verdict.MASKED)
        .toList();
  }

  private List<Key> keys() {
    return found.stream()
        .flatMap(each -> each.regions().stream().map(region -> new Key(each.imageId(), region)))
        .toList();
  }
}
