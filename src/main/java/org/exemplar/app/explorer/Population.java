package org.exemplar.app.explorer;

import java.util.Arrays;
import java.util.List;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.stats.Sample;

/**
 * All images at every sparsity, as the ground one image is seen against.
 *
 * @param percentile of the criterion
 * @param points one for each pruned sparsity, ascending
 */
public record Population(double percentile, List<Point> points) {
  /**
   * All images at one sparsity.
   *
   * @param median agreement; NaN where none is defined
   * @param boundary below which an image is a PIE; NaN without PIEs
   */
  public record Point(Sparsity sparsity, double median, double boundary) {}

  /** Keeps a copy. */
  public Population {
    points = List.copyOf(points);
  }

  /** Goes through all sparsities; long for large comparisons the first time. */
  public static Population of(Exploration exploration, double percentile) {
    return new Population(
        percentile,
        exploration.sparsities().stream()
            .map(s -> {
              Level level = Level.of(exploration, s, percentile);
              double[] defined =
                  Arrays.stream(level.agreement().values()).filter(Double::isFinite).toArray();
              return new Point(s, Sample.median(defined).orElse(Double.NaN), level.boundary());
            })
            .toList());
  }

  /** The boundary at a sparsity. */
  public double boundary(Sparsity sparsity) {
    return points.stream()
        .filter(p -> p.sparsity().equals(sparsity))
        .mapToDouble(Point::boundary)
        .findFirst()
        .orElse(Double.NaN);
  }
}
