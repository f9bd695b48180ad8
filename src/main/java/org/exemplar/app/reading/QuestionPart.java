package org.exemplar.app.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.exemplar.app.control.AnswerButton;
import org.exemplar.app.control.ChecklistCard;
import org.exemplar.app.control.QuestionCard;
import org.exemplar.app.control.QuestionFrame;
import org.exemplar.app.control.ScoreCard;
import org.exemplar.app.control.TextCard;
import org.exemplar.sitting.Focus;
import org.exemplar.study.Answer;
import org.exemplar.study.Question;
import org.jspecify.annotations.Nullable;

/**
 * A question in the panel: what it is and how its card shows it.
 *
 * @param question the question
 * @param card what the reader sees of it
 * @param shower brings the card up to date
 */
record QuestionPart(Question question, QuestionFrame card, Consumer<QuestionState> shower) {
  /** The part that fits the kind of the question. */
  static QuestionPart of(Question question, CaseAnswers answers, KeyMap keys) {
    QuestionPart part =
        switch (question) {
          case Question.Score score -> score(score, answers, keys);
          case Question.Checklist list -> checklist(list, answers, keys);
          case Question.FreeText text -> text(text, answers, keys);
          case Question.Agreement _, Question.Scale _, Question.YesNo _ ->
              choices(question, answers, keys);
        };
    part.card().setOnHeadChosen(() -> answers.focus(new Focus.OnQuestion(question.id())));
    return part;
  }

  void show(QuestionState state) {
    shower.accept(state);
  }

  private static QuestionPart choices(Question question, CaseAnswers answers, KeyMap keys) {
    boolean scale = question instanceof Question.Scale;
    List<QuestionCard.Option> options = new ArrayList<>();
    for (Answer answer : QuestionState.options(question)) {
      options.add(
          new QuestionCard.Option(
              keys.hint(key(answer)),
              answer.wording(),
              scale && answer instanceof Answer.CannotJudge));
    }
    QuestionCard card =
        new QuestionCard(
            question.wording().text(),
            question.wording().title(),
            scale ? AnswerButton.Form.ROW : AnswerButton.Form.SHORT,
            options,
            i -> answers.choose(question, i));
    return new QuestionPart(question, card, state -> card.show(state.selected(), state.acting()));
  }

  private static Act key(Answer answer) {
    return switch (answer) {
      case Answer.Agree _, Answer.Yes _ -> Act.AGREE;
      case Answer.Disagree _, Answer.No _ -> Act.DISAGREE;
      case Answer.CannotJudge _ -> Act.CANNOT_JUDGE;
      case Answer.Point(int point, String _) -> Act.valueOf("POINT_" + point);
      case Answer.Score _, Answer.Checked _, Answer.Text _ ->
          throw new IllegalArgumentException("not an answer that one key gives: " + answer.kind());
    };
  }

  private static QuestionPart score(Question.Score question, CaseAnswers answers, KeyMap keys) {
    ScoreCard card =
        new ScoreCard(
            new ScoreCard.Words(
                question.wording().text(),
                question.wording().title(),
                question.low(),
                question.high(),
                cannotJudge(question, keys)),
            new ScoreCard.Acts(
                moved -> answers.type(question, new Answer.Score(moved)),
                typed ->
                    answers.type(
                        question,
                        typed.isEmpty() ? null : new Answer.Score(Integer.parseInt(typed))),
                () -> enter(answers),
                () -> giveUp(question, answers)));
    return new QuestionPart(
        question,
        card,
        state -> {
          int score = state.answer().orElse(null) instanceof Answer.Score(int value) ? value : -1;
          card.show(score, state.words(), state.acting());
        });
  }

  private static QuestionPart checklist(
      Question.Checklist question, CaseAnswers answers, KeyMap keys) {
    List<QuestionCard.Option> items = new ArrayList<>();
    ItemKeys itemKeys = new ItemKeys(keys);
    for (String item : question.items()) {
      items.add(new QuestionCard.Option(itemKeys.hint(items.size()), item, false));
    }
    ChecklistCard card =
        new ChecklistCard(
            new ChecklistCard.Words(
                question.wording().text(),
                question.wording().title(),
                items,
                new QuestionCard.Option("0", CaseWords.NONE_OF_THESE, true),
                cannotJudge(question, keys)),
            new ChecklistCard.Acts(
                item -> answers.toggle(question, item),
                () -> answers.give(question, new Answer.Checked(List.of())),
                () -> giveUp(question, answers)));
    return new QuestionPart(question, card, state -> show(card, question, state));
  }

  private static void show(ChecklistCard card, Question.Checklist question, QuestionState state) {
    Set<Integer> checked = new HashSet<>();
    boolean none = false;
    if (state.answer().orElse(null) instanceof Answer.Checked(List<String> items)) {
      items.forEach(item -> checked.add(question.items().indexOf(item)));
      none = items.isEmpty();
    }
    boolean cannotJudge = state.answer().filter(Answer.CannotJudge.class::isInstance).isPresent();
    card.show(
        new ChecklistCard.Checks(checked, none, cannotJudge, state.row()),
        state.words(),
        state.acting());
  }

  private static QuestionPart text(Question.FreeText question, CaseAnswers answers, KeyMap keys) {
    TextCard card =
        new TextCard(
            new TextCard.Words(
                question.wording().text(),
                question.wording().title(),
                question.longest(),
                cannotJudge(question, keys)),
            new TextCard.Acts(
                typed ->
                    answers.type(question, typed.isBlank() ? null : new Answer.Text(typed.strip())),
                answers::store,
                () -> enter(answers),
                answers::moveFocus,
                () -> giveUp(question, answers)));
    return new QuestionPart(
        question,
        card,
        state -> {
          String text =
              state.answer().orElse(null) instanceof Answer.Text(String words) ? words : "";
          card.show(text, state.words(), state.acting());
        });
  }

  private static QuestionCard.@Nullable Option cannotJudge(Question question, KeyMap keys) {
    return question
        .cannotJudge()
        .map(answer -> new QuestionCard.Option(keys.hint(Act.CANNOT_JUDGE), answer.wording(), true))
        .orElse(null);
  }

  private static void enter(CaseAnswers answers) {
    boolean _ = answers.confirm();
  }

  private static void giveUp(Question question, CaseAnswers answers) {
    question.cannotJudge().ifPresent(answer -> answers.give(question, answer));
  }
}
