package org.exemplar.pie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.exemplar.pie.PieComposition.Kind;
import org.exemplar.pie.PieComposition.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieCompositionTest {
  @ParameterizedTest
  @ValueSource(strings = {"phantom", "nih-real"})
  void shares_equal_the_reference(String name) {
    GoldenStudy study = new GoldenStudy(name);
    Map<String, MeanPredictions> means = study.means();
    PieSelection selection =
        PieSelection.of(
            Agreement.between(
                Objects.requireNonNull(means.get("0.00")),
                Objects.requireNonNull(means.get("0.90"))),
            5);
    List<Row> rows = PieComposition.of(study.labels(), selection).rows();
    List<Row> findings = rows.stream().filter(row -> row.kind() == Kind.FINDING).toList();
    List<Row> numbers = rows.stream().filter(row -> row.kind() == Kind.NUMBER_OF_FINDINGS).toList();
    compare(findings, study.table("pie_class_frequency.csv"), "class");
    compare(numbers, study.table("pie_number_of_diseases.csv"), "n_diseases");
  }

  private static void compare(List<Row> rows, List<Map<String, String>> golden, String nameColumn) {
    assertThat(rows).hasSameSizeAs(golden);
    for (int i = 0; i < rows.size(); i++) {
      ShareRatio share = rows.get(i).share();
      assertThat(rows.get(i).name()).isEqualTo(golden.get(i).get(nameColumn));
      assertThat(share.shareA())
          .isCloseTo(GoldenFiles.number(golden.get(i).get("pie_freq")), within(1e-12));
      assertThat(share.shareB())
          .isCloseTo(GoldenFiles.number(golden.get(i).get("non_pie_freq")), within(1e-12));
    }
  }

  @Test
  void without_pies_there_is_nothing_to_compare() {
    FindingLabels labels = FindingLabels.of(List.of("Mass"), List.of(new boolean[] {true}));
    PieSelection none = PieSelection.of(Agreement.ofValues(new double[] {.5}), 5);
    assertThat(PieComposition.of(labels, none).rows()).isEmpty();
  }
}
