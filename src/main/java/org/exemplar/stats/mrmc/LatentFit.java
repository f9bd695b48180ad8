package org.exemplar.stats.mrmc;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.exemplar.stats.Tails;

/**
 * Finds the latent model whose AUC, case components and reader component are those of a plan. The
 * model's expectations are integrals over readers and cases, by Gauss and Hermite with seven
 * points; each of the three parameters moves its own number up, so that they are found by halving,
 * in turn, until they settle.
 */
public final class LatentFit {
  private static final double[] NODES = {
    -3.750439717725742,
    -2.366759410734541,
    -1.154405394739968,
    0,
    1.154405394739968,
    2.366759410734541,
    3.750439717725742
  };
  private static final double[] WEIGHTS = {
    0.000548268855972,
    0.030757123967586,
    0.240123178605013,
    0.457142857142857,
    0.240123178605013,
    0.030757123967586,
    0.000548268855972
  };
  private static final int TURNS = 5;
  private static final int HALVINGS = 24;
  private static final double LARGEST_EFFECT = 6;
  private static final double LARGEST_ICC = 0.99;
  private static final double LARGEST_SPREAD = 2;

  private LatentFit() {}

  /**
   * What a model expects.
   *
   * @param auc over readers and cases
   * @param reader component
   * @param cases mean of the two case components
   */
  record Expected(double auc, double reader, double cases) {}

  /**
   * The model of a plan. Components beyond what the model can give are met as nearly as it can.
   *
   * @param auc taken to be true
   * @param components of the plan; the two case components and the reader component are met
   * @param thresholds of the answers
   */
  public static LatentModel of(double auc, VarianceComponents components, List<Double> thresholds) {
    VarianceComponents planned = components.withoutNegatives();
    double cases = (planned.negativeCase() + planned.positiveCase()) / 2;
    LatentModel model = new LatentModel(0, 0.3, 0, thresholds);
    for (int turn = 0; turn < TURNS; turn++) {
      LatentModel m = model;
      double effect =
          halve(
              -LARGEST_EFFECT,
              LARGEST_EFFECT,
              auc,
              x -> new LatentModel(x, m.icc(), m.readerByCondition(), thresholds),
              Expected::auc);
      double icc =
          halve(
              0,
              LARGEST_ICC,
              cases,
              x -> new LatentModel(effect, x, m.readerByCondition(), thresholds),
              Expected::cases);
      double spread =
          halve(
              0,
              LARGEST_SPREAD,
              planned.reader(),
              x -> new LatentModel(effect, icc, x, thresholds),
              Expected::reader);
      model = new LatentModel(effect, icc, spread, thresholds);
    }
    return model;
  }

  private static double halve(
      double low,
      double high,
      double target,
      DoubleFunction<LatentModel> model,
      ToDoubleFunction<Expected> number) {
    double a = low;
    double b = high;
    if (number.applyAsDouble(expected(model.apply(a))) >= target) {
      return a;
    }
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (a + b) / 2;
      if (number.applyAsDouble(expected(model.apply(middle))) < target) {
        a = middle;
      } else {
        b = middle;
      }
    }
    return (a + b) / 2;
  }

  /** Integrates over readers and, for the case components, over one case. */
  static Expected expected(LatentModel model) {
    int points = NODES.length;
    double auc = 0;
    double square = 0;
    double[] ofNegative = new double[points];
    double[] ofPositive = new double[points];
    for (int s = 0; s < points; s++) {
      double[] cuts = new double[model.thresholds().size()];
      double stretch = Math.exp(LatentModel.SPREAD * NODES[s]);
      Arrays.setAll(cuts, k -> model.thresholds().get(k) * stretch);
      for (int u = 0; u < points; u++) {
        double shift = LatentModel.SHIFT * NODES[u];
        for (int w = 0; w < points; w++) {
          double weight = WEIGHTS[s] * WEIGHTS[u] * WEIGHTS[w];
          double positive = shift + model.effect() + model.readerByCondition() * NODES[w];
          double[] low = levels(cuts, shift, 1);
          double[] high = levels(cuts, positive, 1);
          double mine = success(high, low);
          auc += weight * mine;
          square += weight * mine * mine;
          addCases(
              model, cuts, weight, new Kinds(shift, low, positive, high), ofNegative, ofPositive);
        }
      }
    }
    return new Expected(auc, square - auc * auc, (variance(ofNegative) + variance(ofPositive)) / 2);
  }

  /** Where one reader sees the two kinds of cases, and their shares of the answers. */
  private static final class Kinds {
    private final double negative;
    private final double[] low;
    private final double positive;
    private final double[] high;

    Kinds(double negative, double[] low, double positive, double[] high) {
      this.negative = negative;
      this.low = low;
      this.positive = positive;
      this.high = high;
    }
  }

  private static void addCases(
      LatentModel model,
      double[] cuts,
      double weight,
      Kinds kinds,
      double[] ofNegative,
      double[] ofPositive) {
    double noise = Math.sqrt(1 - model.icc());
    for (int k = 0; k < NODES.length; k++) {
      double one = Math.sqrt(model.icc()) * NODES[k];
      ofNegative[k] += weight * success(kinds.high, levels(cuts, kinds.negative + one, noise));
      ofPositive[k] += weight * success(levels(cuts, kinds.positive + one, noise), kinds.low);
    }
  }

  private static double variance(double[] atNodes) {
    double mean = 0;
    double square = 0;
    for (int k = 0; k < atNodes.length; k++) {
      mean += WEIGHTS[k] * atNodes[k];
      square += WEIGHTS[k] * atNodes[k] * atNodes[k];
    }
    return square - mean * mean;
  }

  /** The share of each answer where the reader sees N(mean, sd²). */
  private static double[] levels(double[] cuts, double mean, double sd) {
    double[] shares = new double[cuts.length + 1];
    double below = 0;
    for (int k = 0; k < cuts.length; k++) {
      double upTo = Tails.normalCumulative((cuts[k] - mean) / sd);
      shares[k] = upTo - below;
      below = upTo;
    }
    shares[cuts.length] = 1 - below;
    return shares;
  }

  /** The chance that the first is higher, ties half. */
  private static double success(double[] high, double[] low) {
    double below = 0;
    double success = 0;
    for (int k = 0; k < high.length; k++) {
      success += high[k] * (below + low[k] / 2);
      below += low[k];
    }
    return success;
  }
}
