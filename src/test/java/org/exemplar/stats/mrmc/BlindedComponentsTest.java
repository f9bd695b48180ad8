package org.exemplar.stats.mrmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.exemplar.stats.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlindedComponentsTest {
  private static double[][] scores(RatingTable table) {
    double[][] scores = new double[table.readers()][];
    Arrays.setAll(scores, r -> table.row(r).clone());
    return scores;
  }

  /** Mean of the blinded components over drawn studies. */
  private static VarianceComponents mean(LatentModel model) {
    var random = new Draws(1, 23).generator();
    int studies = 60;
    double[] sums = new double[7];
    for (int k = 0; k < studies; k++) {
      RatingTable table = model.draw(new PowerPlan.Design(6, 40, 40), random);
      VarianceComponents c =
          BlindedComponents.of(scores(table), new Draws(20, k)).value().orElseThrow();
      double[] parts = {
        c.negativeCase(),
        c.positiveCase(),
        c.casePair(),
        c.reader(),
        c.readerByNegative(),
        c.readerByPositive(),
        c.readerByPair()
      };
      Arrays.setAll(sums, i -> sums[i] + parts[i] / studies);
    }
    return new VarianceComponents(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6]);
  }

  @Test
  void without_an_effect_they_are_the_components_that_unblinded_ratings_would_give() {
    LatentModel model = new LatentModel(0, 0.4, 0, Assumption.FIVE_LEVELS.thresholds());
    VarianceComponents blinded = mean(model);
    double expected = LatentFit.expected(model).cases();
    assertThat(blinded.negativeCase()).isCloseTo(expected, within(0.06 * expected));
    assertThat(blinded.positiveCase()).isEqualTo(blinded.negativeCase());
    assertThat(blinded.reader()).isZero();
    assertThat(blinded.readerByNegative()).isCloseTo(.0464, within(.005));
    assertThat(blinded.readerByPair()).isCloseTo(.0304, within(.005));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 1.0, 1.25", "1.0, 1.15, 1.7"})
  void an_effect_makes_the_case_component_larger_never_smaller(
      double effect, double least, double most) {
    LatentModel model = new LatentModel(effect, 0.4, 0, Assumption.FIVE_LEVELS.thresholds());
    double none =
        LatentFit.expected(new LatentModel(0, 0.4, 0, Assumption.FIVE_LEVELS.thresholds())).cases();
    assertThat(mean(model).negativeCase() / none).isBetween(least, most);
  }

  @Test
  void which_case_is_of_which_kind_cannot_matter() {
    LatentModel model = new LatentModel(2, 0.4, 0, List.of(0.0));
    RatingTable table = model.draw(new PowerPlan.Design(3, 10, 10), new Draws(1, 5).generator());
    double[][] scores = scores(table);
    VarianceComponents before =
        BlindedComponents.of(scores, new Draws(4000, 1)).value().orElseThrow();
    for (double[] row : scores) {
      for (int c = 0; c < 10; c++) {
        double held = row[c];
        row[c] = row[19 - c];
        row[19 - c] = held;
      }
    }
    VarianceComponents after =
        BlindedComponents.of(scores, new Draws(4000, 2)).value().orElseThrow();
    assertThat(after.negativeCase()).isCloseTo(before.negativeCase(), within(0.003));
  }

  @Test
  void too_little_is_undefined_with_a_reason() {
    Outcome<VarianceComponents> one =
        BlindedComponents.of(new double[][] {{1, 2, 3, 4, 5}}, new Draws(5, 1));
    assertThat(one.reason()).hasValueSatisfying(r -> assertThat(r).contains("two readers"));
    double[] missing = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    assertThat(BlindedComponents.of(new double[][] {missing, missing}, new Draws(5, 1)).isDefined())
        .isFalse();
  }
}
