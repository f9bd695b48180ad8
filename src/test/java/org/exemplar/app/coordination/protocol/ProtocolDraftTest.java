package org.exemplar.app.coordination.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exemplar.app.coordination.protocol.QuestionForm.Asked;
import org.exemplar.app.coordination.protocol.QuestionForm.Kind;
import org.exemplar.app.coordination.protocol.QuestionForm.When;
import org.exemplar.study.Condition;
import org.exemplar.study.Orientation;
import org.exemplar.study.Protocol;
import org.exemplar.study.ProtocolTemplate;
import org.exemplar.study.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtocolDraftTest {
  private final ProtocolDraft draft = ProtocolDraft.of(ProtocolTemplate.IMAGE_QUALITY.text());

  private Protocol protocol() {
    return Protocol.parse("a.md", draft.state().text());
  }

  private static void ask(ProtocolDraft draft, int index) {
    draft.change(
        index,
        "text",
        f -> f.with(new QuestionForm.Words(f.words().title(), "Is it sharp?", f.words().help())));
  }

  private void type(int index, String field, String words) {
    for (int end = 1; end <= words.length(); end++) {
      String typed = words.substring(0, end);
      draft.change(
          index,
          field,
          f ->
              field.equals("id")
                  ? f.withId(typed)
                  : f.with(new QuestionForm.Words(typed, f.words().text(), f.words().help())));
    }
  }

  @ParameterizedTest
  @EnumSource
  void forms_and_questions_are_one(ProtocolTemplate template) {
    Protocol protocol = template.protocol();
    ProtocolDraft of = ProtocolDraft.of(template.text());

    assertThat(of.state().forms())
        .extracting(QuestionForm::question)
        .isEqualTo(protocol.reading().questions());
    assertThat(of.state().wrong()).isEmpty();
    assertThat(of.blocker()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_fresh_question_is_whole_once_it_asks_something(Kind kind) {
    draft.select(3);
    draft.add(kind);

    assertThat(draft.blocker()).contains("Question 5: Write what readers are asked.");
    ask(draft, 4);
    assertThat(draft.blocker()).isEmpty();
    assertThat(protocol().reading().questions()).hasSize(5);
    assertThat(protocol().reading().questions().get(4).id()).isEqualTo("question_2");
  }

  @ParameterizedTest
  @EnumSource
  void a_question_of_any_kind_becomes_one_of_any_other(Kind from) {
    for (Kind to : Kind.values()) {
      ProtocolDraft each = ProtocolDraft.of(ProtocolTemplate.IMAGE_QUALITY.text());
      each.select(3);
      each.add(from);
      ask(each, 4);
      each.change(4, "", f -> f.withKind(to));

      assertThat(each.blocker()).as("%s to %s", from, to).isEmpty();
    }
  }

  @Test
  void typing_in_a_field_is_one_step_of_undo() {
    String before = draft.state().text();
    type(1, "title", "As a whole");
    type(2, "title", "Again");

    draft.undo();
    assertThat(protocol().reading().questions().get(1).wording().title()).isEqualTo("As a whole");
    assertThat(protocol().reading().questions().get(2).wording().title()).isEqualTo("Retake");
    draft.undo();
    assertThat(draft.state().text()).isEqualTo(before);
    assertThat(draft.canUndo()).isFalse();
    draft.redo();
    draft.redo();
    assertThat(protocol().reading().questions().get(2).wording().title()).isEqualTo("Again");
    assertThat(draft.canRedo()).isFalse();
  }

  @Test
  void what_follows_a_question_follows_its_new_name() {
    type(2, "id", "another_film");

    assertThat(draft.blocker()).isEmpty();
    assertThat(protocol().reading().questions().get(3).rules().onlyIf())
        .isEqualTo(new Condition.Answered("another_film", List.of(1)));
    assertThat(protocol().analysis().orientations())
        .containsEntry("another_film", Orientation.HIGHER)
        .doesNotContainKey("retake");
  }

  @Test
  void a_question_whose_earlier_one_is_removed_says_so() {
    String before = draft.state().text();
    draft.remove(2);

    assertThat(draft.state().wrong())
        .containsExactly(
            new ProtocolDraft.FormProblem(
                2, "when", "Choose a question that is asked before this one."));
    assertThat(draft.state().text()).isEqualTo(before);
    draft.change(2, "when", f -> f.with(When.ALWAYS));
    assertThat(protocol().reading().questions()).hasSize(3);
  }

  @Test
  void a_condition_may_not_look_ahead() {
    draft.move(3, -1);

    assertThat(draft.blocker()).hasValueSatisfying(why -> assertThat(why).contains("before this"));
    draft.move(2, 1);
    assertThat(draft.blocker()).isEmpty();
  }

  @Test
  void codes_that_an_answer_cannot_have_are_refused() {
    draft.change(3, "when", f -> f.with(new When(Asked.ANSWERED, "overall_quality", "1, 7")));
    assertThat(draft.blocker().orElse("")).contains("no such answer");
    draft.change(3, "when", f -> f.with(new When(Asked.ANSWERED, "overall_quality", "poor")));
    assertThat(draft.blocker().orElse("")).contains("by their numbers");
    draft.change(3, "when", f -> f.with(new When(Asked.ANSWERED, "overall_quality", "1, 2")));
    assertThat(draft.blocker()).isEmpty();
  }

  @Test
  void prose_and_comments_outlive_any_work_on_questions() {
    String before = draft.state().text();
    draft.duplicate(1);
    draft.move(2, 1);
    draft.change(0, "", f -> f.withLine(0, "Deep breath: \"in\" #1"));
    draft.remove(3);

    String prose = before.substring(before.indexOf("\n---\n", 4));
    assertThat(draft.state().text()).endsWith(prose);
    assertThat(before.lines().filter(l -> l.startsWith("#")))
        .allSatisfy(comment -> assertThat(draft.state().text()).contains(comment));
    assertThat(((Question.Checklist) protocol().reading().questions().getFirst()).items())
        .startsWith("Deep breath: \"in\" #1");
  }

  @Test
  void a_source_that_is_no_protocol_keeps_the_forms_still() {
    String broken = draft.state().text().replace("percentile: 5", "percentile: 500");
    draft.typeSource(broken);
    draft.add(Kind.TEXT);

    assertThat(draft.state().forms()).hasSize(4);
    assertThat(draft.blocker().orElse("")).contains("criterion.percentile");
    assertThat(draft.state().reading().problem()).isNotNull();
    draft.undo();
    assertThat(draft.blocker()).isEmpty();
  }

  @Test
  void telling_words_in_a_question_are_refused_with_their_line() {
    draft.change(
        1,
        "text",
        f -> f.with(new QuestionForm.Words("Overall", "Is this image a PIE?", f.words().help())));

    assertThat(draft.blocker().orElse("")).contains("readers would see the word \"PIE\"");
  }

  @Test
  void an_amendment_may_change_words_but_not_what_is_measured() {
    ProtocolDraft sealed = ProtocolDraft.amending(ProtocolTemplate.IMAGE_QUALITY.protocol());
    sealed.change(1, "answer.0", f -> f.withLine(0, "Of no use"));
    assertThat(sealed.blocker()).isEmpty();

    sealed.change(2, "", f -> f.withKind(Kind.SCALE));
    assertThat(sealed.blocker().orElse("")).contains("adds, removes or rescales a question");
  }
}
