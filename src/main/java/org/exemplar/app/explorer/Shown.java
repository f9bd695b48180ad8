package org.exemplar.app.explorer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What the explorer shows for one state.
 *
 * @param state what it was set to
 * @param level all images under its criterion
 * @param images indices of the kept images, in order
 * @param bins agreement of all images
 */
public record Shown(ExplorerState state, Level level, List<Integer> images, AgreementBins bins) {
  /** Keeps a copy. */
  public Shown {
    images = List.copyOf(images);
  }

  /** Looks at a comparison; may take long where a sparsity is new. */
  static Shown of(Exploration exploration, ExplorerState state) {
    Level level = Level.of(exploration, state.sparsity(), state.percentile());
    boolean[] kept = new boolean[exploration.images()];
    IntStream.range(0, kept.length)
        .parallel()
        .forEach(image -> kept[image] = keeps(exploration, state, level, image));
    return new Shown(
        state,
        level,
        IntStream.range(0, kept.length)
            .filter(i -> kept[i])
            .boxed()
            .sorted(order(state.order(), level))
            .toList(),
        AgreementBins.of(level, kept));
  }

  /** How many of the shown images are PIEs. */
  public int shownPies() {
    return (int) images.stream().filter(level::pie).count();
  }

  private static boolean keeps(
      Exploration exploration, ExplorerState state, Level level, int image) {
    return (state.search().isEmpty() || found(exploration, state.search(), image))
        && state.filters().stream().allMatch(f -> f.keeps(exploration, level, image));
  }

  private static boolean found(Exploration exploration, String search, int image) {
    String words = search.toLowerCase(Locale.ROOT);
    return exploration.id(image).toLowerCase(Locale.ROOT).contains(words)
        || exploration.given(image).stream()
            .anyMatch(f -> exploration.findings().get(f).toLowerCase(Locale.ROOT).contains(words));
  }

  /** Images without an agreement stand last; equal ones as they are listed. */
  private static Comparator<Integer> order(SortOrder order, Level level) {
    Comparator<Integer> undefinedLast = Comparator.comparing(i -> !level.agreement().defined(i));
    Comparator<Integer> lowest = Comparator.comparingDouble(i -> level.agreement().value(i));
    return switch (order) {
      case LOWEST -> undefinedLast.thenComparing(lowest);
      case HIGHEST -> undefinedLast.thenComparing(lowest.reversed());
      case AS_LISTED -> Comparator.naturalOrder();
    };
  }
}
