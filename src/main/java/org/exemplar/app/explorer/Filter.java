package org.exemplar.app.explorer;

import java.util.List;
import java.util.Set;
import org.exemplar.classifier.comparison.Sparsity;

/** A condition on images; each reads as a sentence on its chip. */
public sealed interface Filter {
  /** The sentence. */
  String words();

  /** Whether an image is kept. */
  boolean keeps(Exploration exploration, Level level, int image);

  /**
   * Images that were given one finding.
   *
   * @param finding its column
   * @param name its name
   */
  record Given(int finding, String name) implements Filter {
    @Override
    public String words() {
      return "Given: " + ImageWords.spaced(name);
    }

    @Override
    public boolean keeps(Exploration exploration, Level level, int image) {
      return exploration.given(image, finding);
    }
  }

  /**
   * Images by how many findings they were given.
   *
   * @param atLeast how many at least
   */
  record Count(int atLeast) implements Filter {
    @Override
    public String words() {
      return "Findings: " + atLeast + " or more";
    }

    @Override
    public boolean keeps(Exploration exploration, Level level, int image) {
      return exploration.given(image).size() >= atLeast;
    }
  }

  /** Images that were given no finding. */
  record NoFinding() implements Filter {
    @Override
    public String words() {
      return "No finding given";
    }

    @Override
    public boolean keeps(Exploration exploration, Level level, int image) {
      return exploration.given(image).isEmpty();
    }
  }

  /**
   * Images on which a given finding changed its rank.
   *
   * @param fell whether it fell, else it rose
   */
  record RankChange(boolean fell) implements Filter {
    @Override
    public String words() {
      return "A given finding " + (fell ? "fell" : "rose") + " in rank";
    }

    @Override
    public boolean keeps(Exploration exploration, Level level, int image) {
      List<Integer> given = exploration.given(image);
      if (given.isEmpty()) {
        return false;
      }
      int[] before = FindingRanks.of(exploration.mean(Sparsity.DENSE, image));
      int[] after = FindingRanks.of(exploration.mean(level.sparsity(), image));
      return given.stream().anyMatch(f -> fell ? after[f] > before[f] : after[f] < before[f]);
    }
  }

  /**
   * What readers said, known after unblinding.
   *
   * @param words the sentence
   * @param among whether these images are kept, else all others
   * @param images indices
   */
  record Rated(String words, boolean among, Set<Integer> images) implements Filter {
    /** Keeps a copy. */
    public Rated {
      images = Set.copyOf(images);
    }

    @Override
    public boolean keeps(Exploration exploration, Level level, int image) {
      return images.contains(image) == among;
    }
  }

  /**
   * One side of the criterion.
   *
   * @param pies whether PIEs are kept, else all others
   */
  record Side(boolean pies) implements Filter {
    @Override
    public String words() {
      return pies ? "PIEs only" : "Without PIEs";
    }

    @Override
    public boolean keeps(Exploration exploration, Level level, int image) {
      return level.pie(image) == pies;
    }
  }
}
