package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Controls that resemble the PIEs: the set with the smallest total distance, each control used
 * once. Distance is the squared difference summed over covariates, each divided by its variance
 * among all images in play, so that a rare finding weighs more than a common one.
 */
final class Matching {
  private Matching() {}

  /**
   * @param pies the chosen PIEs, in random order
   * @param pool what controls may be drawn from, in random order (which settles ties)
   * @param controls how many to draw, at most the size of the pool
   * @param covariates what should be alike
   * @return PIEs and controls; a control shares its stratum with the PIE that it was matched to,
   *     and where PIEs outnumber controls the PIEs left over join their nearest control
   */
  static List<Selection.Chosen> match(
      List<Candidate> pies, List<Candidate> pool, int controls, List<Covariate> covariates) {
    List<Candidate> all = new ArrayList<>(pies);
    all.addAll(pool);
    double[] weights = weights(all, covariates);
    double[][] cost = new double[controls][pool.size()];
    for (int row = 0; row < controls; row++) {
      for (int column = 0; column < pool.size(); column++) {
        cost[row][column] =
            distance(pies.get(row % pies.size()), pool.get(column), covariates, weights);
      }
    }
    int[] columnOfRow = Assignment.cheapest(cost);
    List<Selection.Chosen> drawn = new ArrayList<>();
    for (int row = 0; row < controls; row++) {
      drawn.add(new Selection.Chosen(pool.get(columnOfRow[row]), row % pies.size()));
    }
    List<Selection.Chosen> cases = new ArrayList<>();
    for (int i = 0; i < pies.size(); i++) {
      int stratum = i < controls ? i : nearest(pies.get(i), drawn, covariates, weights);
      cases.add(new Selection.Chosen(pies.get(i), stratum));
    }
    cases.addAll(drawn);
    return cases;
  }

  private static int nearest(
      Candidate pie, List<Selection.Chosen> drawn, List<Covariate> covariates, double[] weights) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (Selection.Chosen chosen : drawn) {
      double distance = distance(pie, chosen.candidate(), covariates, weights);
      if (distance < least) {
        least = distance;
        best = chosen.stratum();
      }
    }
    return best;
  }

  static double distance(Candidate a, Candidate b, List<Covariate> covariates, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double difference =
          covariates.get(i).of().applyAsDouble(a) - covariates.get(i).of().applyAsDouble(b);
      sum += weights[i] * difference * difference;
    }
    return sum;
  }

  /** One over the variance of each covariate; 0 for one that is the same everywhere. */
  static double[] weights(Collection<Candidate> candidates, List<Covariate> covariates) {
    double[] weights = new double[covariates.size()];
    for (int i = 0; i < weights.length; i++) {
      double sum = 0;
      double squares = 0;
      for (Candidate candidate : candidates) {
        double value = covariates.get(i).of().applyAsDouble(candidate);
        sum += value;
        squares += value * value;
      }
      double mean = sum / candidates.size();
      double variance = squares / candidates.size() - mean * mean;
      weights[i] = variance > 1e-12 ? 1 / variance : 0;
    }
    return weights;
  }
}
