package org.exemplar.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededDrawTest {
  private static final byte[] SALT = {1, 2, 3};

  /** Computed apart with Python's hmac module from the formula in the class comment. */
  @Test
  void draws_what_the_formula_says() {
    SeededDraw draw = SeededDraw.of(42, SALT, "codes");
    assertThat(draw.nextLong()).isEqualTo(-2866192989716728468L);
    assertThat(draw.nextLong()).isEqualTo(3192129341113189936L);
  }

  @Test
  void seed_salt_and_purpose_all_matter() {
    Set<Long> firsts = new HashSet<>();
    firsts.add(SeededDraw.of(1, SALT, "a").nextLong());
    firsts.add(SeededDraw.of(2, SALT, "a").nextLong());
    firsts.add(SeededDraw.of(1, new byte[] {9}, "a").nextLong());
    firsts.add(SeededDraw.of(1, SALT, "b").nextLong());
    firsts.add(SeededDraw.of(1, SALT, "a").fork("x").nextLong());
    firsts.add(SeededDraw.of(1, SALT, "a").fork("y").nextLong());
    assertThat(firsts).hasSize(6);
    assertThat(SeededDraw.of(1, SALT, "a").nextLong())
        .isEqualTo(SeededDraw.of(1, SALT, "a").nextLong());
  }

  @Test
  void every_number_below_the_bound_comes_equally_often() {
    SeededDraw draw = SeededDraw.of(5, "test");
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[draw.nextInt(7)]++;
    }
    // 70,000 draws: standard deviation 93, five of them.
    assertThat(IntStream.of(counts).boxed().toList()).allMatch(n -> n > 9_535 && n < 10_465);
    assertThatThrownBy(() -> draw.nextInt(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shuffles_are_permutations_and_all_orders_come() {
    SeededDraw draw = SeededDraw.of(5, "test");
    Set<List<Integer>> orders = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      List<Integer> order = draw.shuffle(List.of(1, 2, 3));
      assertThat(order).containsExactlyInAnyOrder(1, 2, 3);
      orders.add(order);
    }
    assertThat(orders).hasSize(6);
    assertThat(draw.sample(List.of(1, 2, 3, 4), 2)).hasSize(2).doesNotHaveDuplicates();
    assertThatThrownBy(() -> draw.sample(List.of(1), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void reals_lie_in_their_ranges_and_texts_in_their_alphabet() {
    SeededDraw draw = SeededDraw.of(5, "test");
    double[] normal = IntStream.range(0, 4_000).mapToDouble(i -> draw.nextGaussian()).toArray();
    double mean = IntStream.range(0, normal.length).mapToDouble(i -> normal[i]).average().orElse(9);
    double square =
        IntStream.range(0, normal.length)
            .mapToDouble(i -> normal[i] * normal[i])
            .average()
            .orElse(9);
    assertThat(mean).isBetween(-0.08, 0.08);
    assertThat(square).isBetween(0.88, 1.12);
    assertThat(draw.nextDouble()).isBetween(0.0, 1.0);
    assertThat(draw.text("AB", 40)).matches("[AB]{40}");
  }
}
