package org.exemplar.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PracticeReferenceTest {
  @Test
  void a_point_of_distance_is_ten_of_a_score_and_one_item_of_a_list() {
    assertThat(near(new Answer.Score(40), new Answer.Score(50), 1)).isTrue();
    assertThat(near(new Answer.Score(39), new Answer.Score(50), 1)).isFalse();
    assertThat(near(new Answer.Score(39), new Answer.Score(50), 2)).isTrue();
    Answer team = new Answer.Checked(List.of("a", "b"));
    assertThat(near(new Answer.Checked(List.of("a")), team, 1)).isTrue();
    assertThat(near(new Answer.Checked(List.of("a", "c")), team, 1)).isFalse();
    assertThat(near(new Answer.Checked(List.of("a", "c")), team, 2)).isTrue();
  }

  @Test
  void words_are_near_any_words_and_yes_is_never_near_no() {
    assertThat(near(new Answer.Text("left"), new Answer.Text("right"), 0)).isTrue();
    assertThat(near(new Answer.Yes("Yes"), new Answer.No("No"), 9)).isFalse();
    assertThat(near(new Answer.Yes("Yes"), new Answer.Yes("Yes"), 0)).isTrue();
    assertThat(near(new Answer.CannotJudge("?"), new Answer.Score(0), 9)).isFalse();
    assertThat(near(new Answer.Point(3, "c"), new Answer.Point(4, "d"), 1)).isTrue();
    assertThat(near(new Answer.Point(3, "c"), new Answer.Point(5, "e"), 1)).isFalse();
  }

  private static boolean near(Answer given, Answer team, int distance) {
    return new PracticeReference(Map.of("q", new PracticeReference.Reference(team, "")))
        .near("q", given, distance);
  }
}
