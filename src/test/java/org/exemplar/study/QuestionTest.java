package org.exemplar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionTest {
  private static final Wording WORDING = new Wording("Quality", "How good?", "");

  @Test
  void accepts_only_the_answers_it_offers_word_for_word() {
    Question.Scale scale = scale(3, null);
    assertThat(scale.accepts(new Answer.Point(2, "point 2"))).isTrue();
    assertThat(scale.accepts(new Answer.Point(2, "something"))).isFalse();
    assertThat(scale.accepts(new Answer.Point(4, "point 4"))).isFalse();
    assertThat(scale.accepts(new Answer.CannotJudge("no"))).isFalse();
    assertThat(scale(3, "no").accepts(new Answer.CannotJudge("no"))).isTrue();
    assertThat(scale.choice(3)).contains(new Answer.Point(3, "point 3"));
    assertThat(scale.choice(4)).isEmpty();
  }

  @Test
  void agreement_is_0_and_disagreement_1() {
    Question.Agreement question =
        new Question.Agreement(
            "label", WORDING, "Agree", "Disagree", new Question.Rules(true, true, null));
    assertThat(question.choices().get(0).code()).hasValue(0);
    assertThat(question.choices().get(1).code()).hasValue(1);
    assertThat(new Answer.CannotJudge("x").code()).isEmpty();
  }

  @Test
  void scales_have_three_to_nine_points() {
    assertThat(scale(9, null).points()).hasSize(9);
    assertThatThrownBy(() -> scale(2, null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scale(10, null)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Question.Scale scale(int points, String cannotJudge) {
    List<ScalePoint> list =
        IntStream.rangeClosed(1, points).mapToObj(i -> new ScalePoint(i, "point " + i)).toList();
    return new Question.Scale("q", WORDING, list, new Question.Rules(true, false, cannotJudge));
  }
}
