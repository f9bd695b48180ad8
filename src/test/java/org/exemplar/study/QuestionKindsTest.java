package org.exemplar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A protocol that asks a question of every kind. */
class QuestionKindsTest {
  @Test
  void every_kind_is_read_and_survives_the_readers_json() throws IOException {
    Protocol protocol = Protocol.parse("a.md", EveryKind.text());

    assertThat(protocol.reading().questions())
        .extracting(Question::kind)
        .containsExactly("agreement", "scale", "scale", "yes_no", "score", "checklist", "text");
    ReadingProtocol again = ReadingProtocol.fromJson(protocol.reading().toJson());
    assertThat(again).isEqualTo(protocol.reading());
    assertThat(again.question("hernia_side").orElseThrow().measures()).isFalse();
  }

  @Test
  void a_question_is_asked_only_where_its_condition_holds() throws IOException {
    ReadingProtocol protocol = Protocol.parse("a.md", EveryKind.text()).reading();
    Question retake = protocol.question("retake").orElseThrow();
    Map<String, Answer> poor = Map.of("image_quality", new Answer.Point(2, "Poor"));
    Map<String, Answer> good = Map.of("image_quality", new Answer.Point(4, "Good"));
    GivenFindings none = GivenFindings.of();

    assertThat(retake.asked(none, id -> Optional.ofNullable(poor.get(id)))).isTrue();
    assertThat(retake.asked(none, id -> Optional.ofNullable(good.get(id)))).isFalse();
    assertThat(retake.asked(none, id -> Optional.empty())).isFalse();
    Question hernia = protocol.question("hernia_side").orElseThrow();
    assertThat(hernia.asked(GivenFindings.of("Hernia"), id -> Optional.empty())).isTrue();
    assertThat(hernia.asked(GivenFindings.of("Mass"), id -> Optional.empty())).isFalse();
    assertThat(new Condition.FindingsAtLeast(2).holds(GivenFindings.of("a", "b"), id -> null))
        .isTrue();
  }

  @Test
  void a_question_takes_only_answers_of_its_own() throws IOException {
    ReadingProtocol protocol = Protocol.parse("a.md", EveryKind.text()).reading();
    Question criteria = protocol.question("criteria").orElseThrow();
    Question text = protocol.question("hernia_side").orElseThrow();

    assertThat(criteria.accepts(new Answer.Checked(List.of("No rotation")))).isTrue();
    assertThat(criteria.accepts(new Answer.Checked(List.of()))).isTrue();
    assertThat(criteria.accepts(new Answer.Checked(List.of("Colour")))).isFalse();
    assertThat(criteria.accepts(new Answer.Score(3))).isFalse();
    assertThat(text.accepts(new Answer.Text("x".repeat(200)))).isTrue();
    assertThat(text.accepts(new Answer.Text("x".repeat(201)))).isFalse();
    assertThat(protocol.question("confidence").orElseThrow().accepts(new Answer.Score(100)))
        .isTrue();
    assertThatThrownBy(() -> new Answer.Score(101)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_answer_is_stored_and_read_back() {
    for (Answer answer :
        List.of(
            new Answer.Yes("Yes"),
            new Answer.No("No"),
            new Answer.Score(63),
            new Answer.Checked(List.of("One", "Two, three")),
            new Answer.Checked(List.of()),
            new Answer.Text("A line;\nand another"))) {
      assertThat(Answer.ofStored(answer.kind(), answer.code(), answer.wording())).isEqualTo(answer);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "question: image_quality | question: confidence | which must come before it",
        "codes: [1, 2]           | codes: [poor]        | \"poor\" is not the number of an answer",
        "codes: [1, 2]           | code: 1              | \"questions.only_if.codes\" is missing",
        "longest: 200            | longest: 9000        | \"questions.longest\" must be",
        "items: [Full            | items: [a;b, Full    | without a semicolon",
        "confidence: higher      | hernia_side: higher  | cannot be analysed",
      })
  void what_is_wrong_is_said_with_its_line(String from, String to, String message)
      throws IOException {
    String broken = EveryKind.text().replace(from.strip(), to.strip());
    assertThat(broken).isNotEqualTo(EveryKind.text());

    assertThatThrownBy(() -> Protocol.parse("a.md", broken))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("a.md, line ")
        .hasMessageContaining(message);
  }
}
