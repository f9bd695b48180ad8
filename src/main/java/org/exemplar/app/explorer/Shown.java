package org.exemplar.app.explorer;

import java.util.Comparator;
import java.util.List;
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
    Search search = Search.of(exploration, state.search());
    boolean[] kept = new boolean[exploration.images()];
    IntStream.range(0, kept.length)
        .parallel()
        .forEach(image -> kept[image] = keeps(exploration, state, level, search, image));
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
      Exploration exploration, ExplorerState state, Level level, Search search, int image) {
    return (search.words.isEmpty() || search.found(exploration, image))
        && state.filters().stream().allMatch(f -> f.keeps(exploration, level, image));
  }

  /**
   * What is searched for.
   *
   * @param words part of an id
   * @param findings those whose name has the words
   */
  private record Search(String words, List<Integer> findings) {
    static Search of(Exploration exploration, String words) {
      return new Search(
          words,
          words.isEmpty()
              ? List.of()
              : IntStream.range(0, exploration.findings().size())
                  .filter(f ->
                      contains(ImageWords.name(exploration, f), words)
                          || contains(exploration.findings().get(f), words))
                  .boxed()
                  .toList());
    }

    boolean found(Exploration exploration, int image) {
      for (int finding : findings) {
        if (exploration.given(image, finding)) {
          return true;
        }
      }
      return contains(exploration.id(image), words);
    }

    private static boolean contains(String text, String part) {
      for (int at = 0; at + part.length() <= text.length(); at++) {
        if (text.regionMatches(true, at, part, 0, part.length())) {
          return true;
        }
      }
      return false;
    }
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
