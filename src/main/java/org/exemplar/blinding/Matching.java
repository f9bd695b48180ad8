package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Controls that resemble the PIEs. First the set with the smallest total distance, each control
 * used once; then single controls are exchanged as long as that brings the arms' means closer; then
 * the chosen controls are paired with the PIEs at the smallest total distance. Distance is the
 * squared difference summed over covariates, each divided by its variance among all images in play,
 * so that a rare finding weighs more than a common one.
 */
final class Matching {
  private static final int PASSES = 50;
  private static final double GAIN = 1e-9;

  private final List<Candidate> pies;
  private final List<Candidate> pool;
  private final double[][] ofPies;
  private final double[][] ofPool;
  private final double[] weights;

  private Matching(List<Candidate> pies, List<Candidate> pool, List<Covariate> covariates) {
    this.pies = pies;
    this.pool = pool;
    ofPies = values(pies, covariates);
    ofPool = values(pool, covariates);
    List<Candidate> all = new ArrayList<>(pies);
    all.addAll(pool);
    weights = weights(all, covariates);
  }

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
    return new Matching(pies, pool, covariates).match(controls);
  }

  private List<Selection.Chosen> match(int controls) {
    int[] drawn = Assignment.cheapest(cost(controls, ofPool));
    exchange(drawn);
    double[][] ofDrawn = Arrays.stream(drawn).mapToObj(i -> ofPool[i]).toArray(double[][]::new);
    int[] paired = Assignment.cheapest(cost(controls, ofDrawn));
    List<Selection.Chosen> cases = new ArrayList<>();
    for (int i = 0; i < pies.size(); i++) {
      int stratum = i;
      if (i >= controls) {
        int nearest = nearest(ofPies[i], ofDrawn);
        stratum = rowOf(nearest, paired) % pies.size();
      }
      cases.add(new Selection.Chosen(pies.get(i), stratum));
    }
    for (int row = 0; row < controls; row++) {
      cases.add(new Selection.Chosen(pool.get(drawn[paired[row]]), row % pies.size()));
    }
    return cases;
  }

  private double[][] cost(int rows, double[][] columns) {
    double[][] cost = new double[rows][columns.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns.length; column++) {
        cost[row][column] = distance(ofPies[row % ofPies.length], columns[column]);
      }
    }
    return cost;
  }

  /** Exchanges drawn for undrawn controls while the weighted squared difference of means falls. */
  private void exchange(int[] columns) {
    double[] off = new double[weights.length];
    for (int k = 0; k < off.length; k++) {
      for (int column : columns) {
        off[k] += ofPool[column][k];
      }
      for (double[] pie : ofPies) {
        off[k] -= pie[k] * columns.length / ofPies.length;
      }
    }
    boolean[] drawn = new boolean[pool.size()];
    Arrays.stream(columns).forEach(column -> drawn[column] = true);
    boolean better = true;
    for (int pass = 0; better && pass < PASSES; pass++) {
      better = false;
      for (int i = 0; i < columns.length; i++) {
        better |= exchangeOne(columns, i, drawn, off);
      }
    }
  }

  private boolean exchangeOne(int[] columns, int i, boolean[] drawn, double[] off) {
    int best = columns[i];
    double least = imbalance(off, ofPool[best], ofPool[best]) - GAIN;
    for (int other = 0; other < drawn.length; other++) {
      if (!drawn[other]) {
        double imbalance = imbalance(off, ofPool[columns[i]], ofPool[other]);
        if (imbalance < least) {
          least = imbalance;
          best = other;
        }
      }
    }
    if (best == columns[i]) {
      return false;
    }
    for (int k = 0; k < off.length; k++) {
      off[k] += ofPool[best][k] - ofPool[columns[i]][k];
    }
    drawn[columns[i]] = false;
    drawn[best] = true;
    columns[i] = best;
    return true;
  }

  private double imbalance(double[] off, double[] leaving, double[] coming) {
    double sum = 0;
    for (int k = 0; k < off.length; k++) {
      double difference = off[k] + coming[k] - leaving[k];
      sum += weights[k] * difference * difference;
    }
    return sum;
  }

  private int nearest(double[] pie, double[][] drawn) {
    int best = 0;
    for (int i = 1; i < drawn.length; i++) {
      if (distance(pie, drawn[i]) < distance(pie, drawn[best])) {
        best = i;
      }
    }
    return best;
  }

  private static int rowOf(int column, int[] columnOfRow) {
    int row = 0;
    while (columnOfRow[row] != column) {
      row++;
    }
    return row;
  }

  private double distance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }

  private static double[][] values(List<Candidate> candidates, List<Covariate> covariates) {
    return candidates.stream()
        .map(c -> covariates.stream().mapToDouble(x -> x.of().applyAsDouble(c)).toArray())
        .toArray(double[][]::new);
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
