package org.exemplar.pie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.exemplar.pie.PairRegression.Definition;
import org.exemplar.pie.PairRegression.Distance;
import org.exemplar.stats.LeastSquares;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FindingPairTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  @ParameterizedTest
  @ValueSource(strings = {"phantom", "nih-real"})
  void pairs_and_their_regressions_equal_the_reference(String name) {
    GoldenStudy study = new GoldenStudy(name);
    FindingMetrics metrics = study.metrics();
    List<ForgettabilityCurve> curves =
        IntStream.range(0, study.findings().size())
            .mapToObj(f -> ForgettabilityCurve.of(metrics, f))
            .toList();
    List<FindingPair> pairs = FindingPair.all(metrics.labels(), curves);
    var golden = study.table("class_pairs.csv");
    assertThat(pairs).hasSameSizeAs(golden);
    for (int i = 0; i < golden.size(); i++) {
      FindingPair pair = pairs.get(i);
      var row = golden.get(i);
      assertThat(study.findings().get(pair.a())).isEqualTo(row.get("class_a"));
      assertThat(study.findings().get(pair.b())).isEqualTo(row.get("class_b"));
      close(pair.euclidean(), row.get("fcd_euclidean"));
      close(pair.frechet(), row.get("fcd_discrete_frechet"));
      close(pair.both(), row.get("n_both"));
      close(pair.standard().sizeA(), row.get("n_a"));
      close(pair.standard().iou(), row.get("iou"));
      close(pair.standard().iouQuarter(), row.get("iou_pow_quarter"));
      close(pair.standard().logFrequencyDifference(), row.get("abs_diff_log_freq"));
      close(pair.asCoded().sizeB(), row.get("colsum_b"));
      close(pair.asCoded().iou(), row.get("iou_as_coded_by_authors"));
      close(pair.asCoded().logFrequencyDifference(), row.get("abs_diff_log_freq_as_coded"));
    }
    JsonNode regressions = study.json().get("fcd_regressions");
    check(pairs, Distance.EUCLIDEAN, Definition.STANDARD, regressions, "fcd_euclidean/standard");
    check(
        pairs,
        Distance.FRECHET,
        Definition.AS_CODED,
        regressions,
        "fcd_discrete_frechet/as_coded_by_authors");
  }

  private static void close(double value, @Nullable String expected) {
    assertThat(value).isCloseTo(GoldenFiles.number(expected), CLOSE);
  }

  private static void check(
      List<FindingPair> pairs,
      Distance distance,
      Definition definition,
      JsonNode regressions,
      String key) {
    LeastSquares fit = PairRegression.of(pairs, distance, definition).fit().value().orElseThrow();
    JsonNode expected = regressions.get(key).get("ols_interaction");
    for (int i = 0; i < 4; i++) {
      assertThat(fit.terms().get(i).coefficient())
          .isCloseTo(expected.get("coef").get(i).asDouble(), within(1e-9));
      assertThat(fit.terms().get(i).p())
          .isCloseTo(expected.get("p").get(i).asDouble(), within(1e-9));
    }
    assertThat(fit.rSquared()).isCloseTo(expected.get("r2").asDouble(), within(1e-9));
  }
}
