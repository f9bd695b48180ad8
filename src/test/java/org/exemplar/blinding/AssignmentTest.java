package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  @Test
  void the_assignment_is_as_cheap_as_the_best_of_all_that_exist() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 300; trial++) {
      int rows = 1 + random.nextInt(4);
      int columns = rows + random.nextInt(4);
      double[][] cost = new double[rows][columns];
      for (double[] row : cost) {
        Arrays.setAll(row, i -> random.nextInt(12));
      }
      int[] chosen = Assignment.cheapest(cost);
      assertThat(Arrays.stream(chosen).distinct().count()).isEqualTo(rows);
      double sum = 0;
      for (int row = 0; row < rows; row++) {
        sum += cost[row][chosen[row]];
      }
      assertThat(sum).isEqualTo(cheapest(cost, 0, new boolean[columns]));
    }
  }

  private static double cheapest(double[][] cost, int row, boolean[] taken) {
    if (row == cost.length) {
      return 0;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int column = 0; column < taken.length; column++) {
      if (!taken[column]) {
        taken[column] = true;
        best = Math.min(best, cost[row][column] + cheapest(cost, row + 1, taken));
        taken[column] = false;
      }
    }
    return best;
  }
}
