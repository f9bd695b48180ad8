package org.exemplar.stats.agreement;

/** How far two categories still agree, from 1 for the same to 0 for the ends of the scale. */
public enum Weights {
  /** The same or not. */
  IDENTITY,
  /** Falls with the distance. */
  LINEAR,
  /** Falls with the squared distance. */
  QUADRATIC;

  /** The agreement of two categories of a scale, given in ascending order. */
  double agreement(double[] categories, int a, int b) {
    if (a == b) {
      return 1;
    }
    double range = categories[categories.length - 1] - categories[0];
    double distance = Math.abs(categories[a] - categories[b]) / range;
    return switch (this) {
      case IDENTITY -> 0;
      case LINEAR -> 1 - distance;
      case QUADRATIC -> 1 - distance * distance;
    };
  }
}
