package org.exemplar.app.explorer.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeafOrderTest {
  @Test
  void points_on_a_line_stand_in_their_order() {
    double[] at = {5, 1, 4, 2, 9};
    double[][] distances = new double[5][5];
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        distances[i][j] = Math.abs(at[i] - at[j]);
      }
    }
    List<Integer> order = LeafOrder.of(distances);
    assertThat(order).isIn(List.of(1, 3, 2, 0, 4), List.of(4, 0, 2, 3, 1));
  }

  @Test
  void an_undefined_distance_does_not_lose_a_finding() {
    double[][] distances = {{0, Double.NaN, 1}, {Double.NaN, 0, Double.NaN}, {1, Double.NaN, 0}};
    assertThat(LeafOrder.of(distances)).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(LeafOrder.of(new double[0][0])).isEmpty();
  }
}
