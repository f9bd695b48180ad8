package org.exemplar.app.explorer;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One image's agreement along all pruned sparsities.
 *
 * @param mean of the mean probabilities over runs, one for each sparsity
 * @param runs of each run alone
 */
public record AgreementCurve(List<Double> mean, List<List<Double>> runs) {
  /** Reads one image. */
  public static AgreementCurve of(Exploration exploration, int image) {
    return new AgreementCurve(
        list(ImageReading.along(exploration, image)),
        IntStream.range(0, exploration.runs())
            .mapToObj(run -> list(ImageReading.along(exploration, image, run)))
            .toList());
  }

  private static List<Double> list(double[] values) {
    return java.util.Arrays.stream(values).boxed().toList();
  }

  /** The lowest or the highest of all runs at one sparsity; NaN where none is defined. */
  public double bound(int sparsity, boolean highest) {
    var values = runs.stream().mapToDouble(r -> r.get(sparsity)).filter(v -> !Double.isNaN(v));
    return (highest ? values.max() : values.min()).orElse(Double.NaN);
  }
}
