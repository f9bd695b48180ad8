package org.exemplar.study;

import java.util.List;
import java.util.Locale;

/**
 * How a study is drawn from a comparison: the part of the protocol that no reader sees.
 *
 * @param arms how many cases of each
 * @param criterion what makes an image a PIE
 * @param sampling how the others are chosen
 * @param allocation what each reader reads, and in which order
 */
public record Design(Arms arms, Criterion criterion, Sampling sampling, Allocation allocation) {

  /**
   * What each reader reads, and in which order.
   *
   * @param order how each reader's order is drawn
   * @param repeats which cases are shown again
   * @param overlap which cases several readers read
   */
  public record Allocation(ReadingOrder order, Repeats repeats, Overlap overlap) {}

  /** How each reader's order is drawn. */
  public ReadingOrder order() {
    return allocation.order();
  }

  /** Which cases are shown again. */
  public Repeats repeats() {
    return allocation.repeats();
  }

  /** Which cases several readers read. */
  public Overlap overlap() {
    return allocation.overlap();
  }

  /** How many cases each arm has; each at least one. */
  public record Arms(int pie, int nonPie) {
    /** Checks that both arms have cases. */
    public Arms {
      if (pie < 1 || nonPie < 1) {
        throw new IllegalArgumentException("each arm needs at least one case");
      }
    }

    /** Cases in all. */
    public int total() {
      return pie + nonPie;
    }
  }

  /**
   * What makes an image a PIE: its agreement lies in the lowest {@code percentile} at this
   * sparsity.
   *
   * @param sparsity share of weights removed, between 0 and 1
   * @param percentile between 0 and 100, both excluded
   */
  public record Criterion(double sparsity, double percentile) {
    /** Checks the ranges. */
    public Criterion {
      if (!(sparsity > 0 && sparsity < 1) || !(percentile > 0 && percentile < 100)) {
        throw new IllegalArgumentException(
            "sparsity lies between 0 and 1, percentile between 0 and 100");
      }
    }
  }

  /**
   * How cases are sampled.
   *
   * @param controls how those are chosen that are no PIEs
   * @param matchOn for matched controls: what is matched, the most important first
   * @param onePerPatient whether a patient has at most one case in the study
   */
  public record Sampling(Controls controls, List<String> matchOn, boolean onePerPatient) {
    /** What controls can be matched on, besides single findings. */
    public static final List<String> KNOWN =
        List.of("number_of_findings", "findings", "view", "size", "source");

    /** Copies. */
    public Sampling {
      matchOn = List.copyOf(matchOn);
    }
  }

  /** How controls are chosen. */
  public enum Controls {
    /** By chance from all images that are no PIEs. */
    RANDOM,
    /** By chance from those most like a PIE. */
    MATCHED;

    /** As it is written in protocols. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How each reader's order is drawn.
   *
   * @param block cases in a block; arms are balanced within blocks as far as numbers allow
   * @param longestRun the most cases of one arm in a row
   */
  public record ReadingOrder(int block, int longestRun) {
    /** Checks the ranges. */
    public ReadingOrder {
      if (block < 2 || longestRun < 1) {
        throw new IllegalArgumentException("a block has at least 2 cases, a run at least 1");
      }
    }
  }

  /**
   * Hidden repeats, to measure readers against themselves.
   *
   * @param cases how many cases each reader sees twice
   * @param minimumGap other cases between the two showings, at least
   */
  public record Repeats(int cases, int minimumGap) {
    /** Checks that nothing is negative. */
    public Repeats {
      if (cases < 0 || minimumGap < 0) {
        throw new IllegalArgumentException("repeats and their gap cannot be negative");
      }
    }
  }

  /**
   * Which cases several readers read. Either all readers read all cases, or all read the anchor
   * cases and the rest is cut into as many blocks as there are readers, each block read by so many
   * readers in rotation: reader <i>r</i> reads blocks <i>r</i>, <i>r</i> + 1, … .
   *
   * @param kind all, or anchor
   * @param anchorCases cases that all read; 0 when all read everything
   * @param readersPerCase readers of each other case; 0 when all read everything
   */
  public record Overlap(Kind kind, int anchorCases, int readersPerCase) {
    /** All readers read all cases. */
    public static final Overlap ALL = new Overlap(Kind.ALL, 0, 0);

    /** Which design. */
    public enum Kind {
      /** All readers read all cases: fully crossed. */
      ALL,
      /** An anchor set that all read, and rotating blocks. */
      ANCHOR
    }

    /** Checks that the numbers fit the kind. */
    public Overlap {
      if (kind == Kind.ALL ? anchorCases != 0 || readersPerCase != 0 : readersPerCase < 1) {
        throw new IllegalArgumentException("each case needs at least one reader");
      }
      if (anchorCases < 0) {
        throw new IllegalArgumentException("the anchor set cannot be negative");
      }
    }
  }
}
