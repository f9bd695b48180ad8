package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
  @Test
  void every_number_below_the_bound_is_about_equally_likely() {
    Chance chance = Candidates.chance(3);
    int[] counts = new int[6];
    for (int i = 0; i < 60_000; i++) {
      counts[chance.below(6)]++;
    }
    assertThat(java.util.Arrays.stream(counts).boxed()).allSatisfy(count -> assertThat(count).isBetween(9_600, 10_400));
  }

  @Test
  void words_beyond_the_fair_range_are_drawn_again() {
    long[] words = {-1L, 4L << 2};
    int[] next = {0};
    assertThat(new Chance(() -> words[next[0]++]).below(3)).isEqualTo(1);
    assertThat(next[0]).isEqualTo(2);
  }

  @Test
  void a_shuffle_keeps_all_elements_and_the_same_words_give_the_same_shuffle() {
    List<Integer> numbers = IntStream.range(0, 50).boxed().toList();
    List<Integer> once = Candidates.chance(11).shuffled(numbers);
    assertThat(once).containsExactlyInAnyOrderElementsOf(numbers).isNotEqualTo(numbers);
    assertThat(Candidates.chance(11).shuffled(numbers)).isEqualTo(once);
  }

  @Test
  void nothing_can_be_drawn_below_zero() {
    assertThatThrownBy(() -> Candidates.chance(1).below(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
