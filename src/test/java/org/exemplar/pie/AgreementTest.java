package org.exemplar.pie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.exemplar.stats.Spearman;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementTest {
  @ParameterizedTest
  @ValueSource(strings = {"phantom", "nih-real"})
  void equals_the_reference_on_every_image_at_every_sparsity(String name) {
    GoldenStudy study = new GoldenStudy(name);
    Map<String, MeanPredictions> means = study.means();
    RankedPredictions dense = new RankedPredictions(Objects.requireNonNull(means.get("0.00")));
    var golden = study.table("spearman_per_image.csv");
    means.forEach((sparsity, pruned) -> {
      if (!sparsity.equals("0.00")) {
        Agreement agreement = Agreement.between(dense, pruned);
        for (int image = 0; image < golden.size(); image++) {
          double expected = GoldenFiles.number(golden.get(image).get(sparsity));
          assertThat(agreement.value(image)).isCloseTo(expected, within(1e-12));
        }
      }
    });
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 14, 20, 60})
  void is_the_rank_correlation_with_ties(int findings) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(findings);
    int images = 300;
    double[] a = random.doubles((long) images * findings).map(v -> Math.rint(v * 20)).toArray();
    double[] b = random.doubles((long) images * findings).map(v -> Math.rint(v * 20)).toArray();
    Agreement agreement =
        Agreement.between(
            MeanPredictions.ofMeans(images, findings, a),
            MeanPredictions.ofMeans(images, findings, b));
    Spearman reference = new Spearman(findings);
    for (int image = 0; image < images; image++) {
      int at = image * findings;
      double expected = reference.of(a, at, b, at);
      if (Double.isNaN(expected)) {
        assertThat(agreement.defined(image)).isFalse();
      } else {
        assertThat(agreement.value(image)).isCloseTo(expected, within(1e-15));
      }
    }
  }

  @Test
  void equal_infinities_are_ties_as_other_equal_values_are() {
    double up = Double.POSITIVE_INFINITY;
    double down = Double.NEGATIVE_INFINITY;
    double[] infinite = {up, 2, up, down, 1, 3};
    double[] finite = {9, 2, 9, -9, 1, 3};
    double[] other = {1, 2, 3, 4, 5, 6};
    MeanPredictions compared = MeanPredictions.ofMeans(1, 6, other);
    Agreement ofInfinite = Agreement.between(MeanPredictions.ofMeans(1, 6, infinite), compared);
    Agreement ofFinite = Agreement.between(MeanPredictions.ofMeans(1, 6, finite), compared);
    assertThat(ofInfinite.value(0)).isEqualTo(ofFinite.value(0));
    assertThat(ofFinite.defined(0)).isTrue();
  }

  @Test
  void is_undefined_for_a_constant_vector_and_exactly_one_for_equal_ranks() {
    MeanPredictions dense =
        MeanPredictions.ofMeans(3, 3, new double[] {.1, .2, .3, .5, .5, .5, .3, .3, .9});
    MeanPredictions pruned =
        MeanPredictions.ofMeans(3, 3, new double[] {.4, .5, .6, .1, .2, .3, .1, .1, .2});
    Agreement agreement = Agreement.between(dense, pruned);
    assertThat(agreement.value(0)).isEqualTo(1);
    assertThat(agreement.defined(1)).isFalse();
    assertThat(agreement.value(2)).isEqualTo(1);
  }

  @Test
  void means_are_taken_in_double_precision() {
    MeanPredictions mean = new MeanPredictions(1, 2);
    mean.add(new float[] {0.1f, 1});
    mean.add(new float[] {0.2f, 0});
    mean.add(new float[] {0.4f, 0});
    assertThat(mean.value(0, 0)).isEqualTo(((double) 0.1f + 0.2f + 0.4f) / 3);
    assertThat(mean.runs()).isEqualTo(3);
  }

  @Test
  void tables_of_another_shape_are_refused() {
    MeanPredictions two = MeanPredictions.ofMeans(1, 2, new double[2]);
    MeanPredictions three = MeanPredictions.ofMeans(1, 3, new double[3]);
    assertThatThrownBy(() -> Agreement.between(two, three))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 × 2")
        .hasMessageContaining("1 × 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dense_as_published_vs_perturbed_3_decimals",
        "both_rounded_to_3_decimals_many_ties"
      })
  void equals_the_reference_on_twenty_thousand_real_predictions(String variant) {
    ChexnetPredictions chexnet = new ChexnetPredictions();
    Agreement agreement =
        Agreement.between(chexnet.dense(variant.startsWith("both")), chexnet.pruned());
    var golden =
        GoldenFiles.csv(
            SharedData.file("chexnet-predictions/golden_spearman_" + variant + ".csv.gz"));
    assertThat(agreement.images()).isEqualTo(golden.size()).isEqualTo(22_433);
    for (int image = 0; image < golden.size(); image++) {
      assertThat(agreement.value(image))
          .isCloseTo(GoldenFiles.number(golden.get(image).get("rho")), within(1e-12));
    }
  }
}
