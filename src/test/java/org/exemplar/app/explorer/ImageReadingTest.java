package org.exemplar.app.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.exemplar.classifier.comparison.Sparsity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageReadingTest {
  private static final Sparsity NINETY = new Sparsity(0.9);
  private Exploration exploration;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    exploration = ExampleComparison.in(folder);
  }

  @Test
  void contributions_add_up_to_the_disagreement_the_largest_first() {
    ImageReading reading = ImageReading.of(exploration, 39, NINETY);
    double sum = reading.findings().stream().mapToDouble(ImageReading.Finding::part).sum();
    assertThat(sum).isCloseTo(reading.disagreement(), within(1e-12));
    assertThat(reading.byContribution().stream().map(f -> -f.part()).toList()).isSorted();
  }

  @Test
  void its_agreement_is_the_one_of_the_whole_comparison() {
    for (int image = 0; image < exploration.images(); image++) {
      ImageReading reading = ImageReading.of(exploration, image, NINETY);
      assertThat(reading.agreement())
          .isCloseTo(exploration.agreement(NINETY).value(image), within(1e-12));
      assertThat(ImageReading.along(exploration, image)[1]).isEqualTo(reading.agreement());
    }
  }

  @Test
  void ranks_count_from_the_most_probable_finding() {
    assertThat(FindingRanks.of(new double[] {0.1, 0.7, 0.3})).containsExactly(3, 1, 2);
    assertThat(FindingRanks.of(new double[] {0.5, 0.5})).containsExactly(1, 2);
  }

  @Test
  void the_range_over_runs_holds_the_mean() {
    ImageReading reading = ImageReading.of(exploration, 5, NINETY);
    assertThat(reading.runs()).hasSize(2);
    assertThat(reading.findings())
        .allSatisfy(f -> {
          assertThat(f.after().low()).isLessThanOrEqualTo(f.after().probability());
          assertThat(f.after().high()).isGreaterThanOrEqualTo(f.after().probability());
        });
  }

  @Test
  void the_header_says_how_much_the_leading_findings_carry() {
    assertThat(ImagePage.carried(ImageReading.of(exploration, 39, NINETY)))
        .matches(
            "(one finding carries|(two|three|four) findings carry) \\d+ % of the disagreement");
  }
}
