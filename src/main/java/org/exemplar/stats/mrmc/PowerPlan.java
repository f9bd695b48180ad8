package org.exemplar.stats.mrmc;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.exemplar.stats.NoncentralT;
import org.exemplar.stats.Tails;

/**
 * What a study may expect: the power of the MRMC t test and the half-width of its interval, from
 * the seven variance components of a pilot (negative ones count as zero) and an AUC taken to be
 * true. The degrees of freedom are those of the analysis.
 *
 * <p>In a block of R readers who all read n0 negative and n1 positive cases the variance is N/n0 +
 * D/n1 + ND/(n0 n1) + r/R + Nr/(R n0) + Dr/(R n1) + NDr/(R n0 n1). Blocks share neither readers nor
 * cases, so that the variance of the AUC over all pairs is the sum of the blocks' variances, each
 * times the square of the block's share of the pairs (Gallas et al. 2009, Commun. Stat. 38, 2586;
 * Obuchowski, Gallas, Hillis 2012, Acad. Radiol. 19, 1508).
 *
 * @param design readers and cases planned
 * @param variance expected of the AUC
 * @param df degrees of freedom
 * @param power the chance that the two-sided test is significant
 * @param halfWidth expected of the interval
 */
public record PowerPlan(Design design, double variance, double df, double power, double halfWidth) {
  private static final int MOST_CASES = 20_000;

  /**
   * Who reads what.
   *
   * @param readers at least 2
   * @param positives positive cases, at least 2
   * @param negatives negative cases, at least 2
   * @param groups 1 when every reader reads every case; more for a split-plot design, in which
   *     readers and cases are dealt into that many groups as evenly as possible and each group of
   *     readers reads its own cases alone
   */
  public record Design(int readers, int positives, int negatives, int groups) {
    /** Refuses designs that leave nothing to estimate a variance from. */
    public Design {
      if (readers < 2 || positives < 2 || negatives < 2) {
        throw new IllegalArgumentException(
            readers
                + " readers, "
                + positives
                + " and "
                + negatives
                + " cases; each must be 2 or more");
      }
      if (groups < 1 || groups > Math.min(readers, Math.min(positives, negatives))) {
        throw new IllegalArgumentException(groups + " groups of " + readers + " readers");
      }
    }

    /** Every reader reads every case. */
    public Design(int readers, int positives, int negatives) {
      this(readers, positives, negatives, 1);
    }

    /** All cases. */
    public int cases() {
      return positives + negatives;
    }

    /** The groups, the larger ones first. */
    List<Block> blocks() {
      List<Block> blocks = new ArrayList<>();
      for (int g = 0; g < groups; g++) {
        blocks.add(new Block(dealt(readers, g), dealt(positives, g), dealt(negatives, g)));
      }
      return blocks;
    }

    private int dealt(int all, int group) {
      return all / groups + (group < all % groups ? 1 : 0);
    }
  }

  /** Readers who all read the same cases. */
  record Block(int readers, int positives, int negatives) {
    double pairs() {
      return (double) readers * positives * negatives;
    }
  }

  /**
   * Plans one design.
   *
   * @param auc taken to be true, from 0 to 1
   * @param components from a pilot
   * @param alpha the two-sided level, between 0 and 1
   */
  public static PowerPlan of(
      Design design, double auc, VarianceComponents components, double alpha) {
    if (!(auc >= 0 && auc <= 1) || !(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("AUC " + auc + ", level " + alpha);
    }
    Parts parts = Parts.of(design.blocks(), components.withoutNegatives());
    double q = Tails.tQuantile(1 - alpha / 2, parts.df());
    double se = Math.sqrt(parts.variance());
    double distance = Math.abs(auc - 0.5);
    double power =
        se > 0 ? NoncentralT.power(q, parts.df(), distance / se) : distance > 0 ? 1 : alpha;
    return new PowerPlan(design, parts.variance(), parts.df(), power, q * se);
  }

  /**
   * The smallest even number of cases, half of them positive and read by all, with at least this
   * power; empty when 20,000 are not enough, as happens when few readers differ in the effect.
   */
  public static OptionalInt casesFor(
      double power, int readers, double auc, VarianceComponents components, double alpha) {
    int enough = 2;
    while (powerOf(readers, enough, auc, components, alpha) < power) {
      enough *= 2;
      if (enough > MOST_CASES / 2) {
        return OptionalInt.empty();
      }
    }
    int few = Math.max(1, enough / 2);
    while (enough - few > 1) {
      int middle = (few + enough) / 2;
      if (powerOf(readers, middle, auc, components, alpha) < power) {
        few = middle;
      } else {
        enough = middle;
      }
    }
    return OptionalInt.of(2 * enough);
  }

  private static double powerOf(
      int readers, int half, double auc, VarianceComponents components, double alpha) {
    return of(new Design(readers, half, half), auc, components, alpha).power();
  }

  /** The variance and its degrees of freedom. */
  private record Parts(double variance, double df) {

    static Parts of(List<Block> blocks, VarianceComponents c) {
      double pairs = blocks.stream().mapToDouble(Block::pairs).sum();
      double variance = 0;
      for (Block b : blocks) {
        double share = b.pairs() / pairs;
        variance += share * share * crossed(c, b.readers(), b.negatives(), b.positives());
      }
      Sampled negative =
          Sampled.of(
              blocks, Block::negatives, b -> crossed(c, b.readers(), 1, b.positives()), variance);
      Sampled positive =
          Sampled.of(
              blocks, Block::positives, b -> crossed(c, b.readers(), b.negatives(), 1), variance);
      Sampled reader =
          Sampled.of(
              blocks, Block::readers, b -> crossed(c, 1, b.negatives(), b.positives()), variance);
      double least = Math.min(Math.min(negative.df, positive.df), reader.df);
      double denominator = negative.part() + positive.part() + reader.part();
      double df = denominator > 0 ? Math.max(variance * variance / denominator, least) : least;
      return new Parts(variance, df);
    }

    /** The variance of the mean success score of readers and cases that are fully crossed. */
    private static double crossed(
        VarianceComponents c, double readers, double negatives, double positives) {
      return c.negativeCase() / negatives
          + c.positiveCase() / positives
          + c.casePair() / (negatives * positives)
          + c.reader() / readers
          + c.readerByNegative() / (readers * negatives)
          + c.readerByPositive() / (readers * positives)
          + c.readerByPair() / (readers * negatives * positives);
    }
  }

  /**
   * One of the three things sampled: what the analysis expects to see vary between its units, and
   * on how many degrees of freedom.
   */
  private record Sampled(double between, double df) {

    /**
     * @param units how many there are in a block
     * @param ofUnit the variance of the mean success score of one unit
     */
    static Sampled of(
        List<Block> blocks,
        ToDoubleFunction<Block> units,
        ToDoubleFunction<Block> ofUnit,
        double variance) {
      double weights = 0;
      double weighted = 0;
      double pairs = 0;
      for (Block b : blocks) {
        double perUnit = b.pairs() / units.applyAsDouble(b);
        double weight = units.applyAsDouble(b) * perUnit * perUnit;
        weights += weight;
        weighted += weight * ofUnit.applyAsDouble(b);
        pairs += b.pairs();
      }
      double df = Math.rint(pairs * pairs / weights - 1);
      return new Sampled(Math.max(0, weighted / weights - variance), df);
    }

    double part() {
      return between * between / (df * df * df);
    }
  }
}
