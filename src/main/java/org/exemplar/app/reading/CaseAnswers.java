package org.exemplar.app.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.exemplar.sitting.CaseOnScreen;
import org.exemplar.sitting.Focus;
import org.exemplar.sitting.Sitting;
import org.exemplar.study.Answer;
import org.exemplar.study.FindingVerdict;
import org.exemplar.study.Question;
import org.jspecify.annotations.Nullable;

/**
 * What keys and clicks do to the answers of the case on the screen. A number or a text that is
 * being typed is stored after a second of rest, or when it is left; anything else at once.
 */
public final class CaseAnswers {
  private static final Duration REST = Duration.ofSeconds(1);

  private record Typing(String questionId, @Nullable Answer answer) {}

  private final Sitting sitting;
  private final Later later;
  private final Consumer<Runnable> guarded;
  private final Runnable changed;
  private final BooleanSupplier open;
  private final ListedKeys keys = new ListedKeys(this);
  private @Nullable Typing typing;
  private int strokes;

  /**
   * @param later waits for the rest after typing
   * @param guarded runs what changes the sitting
   * @param changed told when something else is to be shown
   * @param open whether answers may change now
   */
  CaseAnswers(
      Sitting sitting,
      Later later,
      Consumer<Runnable> guarded,
      Runnable changed,
      BooleanSupplier open) {
    this.sitting = sitting;
    this.later = later;
    this.guarded = guarded;
    this.changed = changed;
    this.open = open;
  }

  /**
   * The questions that are asked.
   *
   * @param answered whether there is a case to be answered; else all questions are as at first
   */
  List<QuestionState> states(boolean answered) {
    List<QuestionState> states = new ArrayList<>();
    for (Question question : sitting.protocol().questions()) {
      if (!answered) {
        states.add(new QuestionState(question, Optional.empty(), false, -1));
      } else if (sitting.onScreen().asked(question)) {
        boolean acting = acting().filter(question::equals).isPresent();
        int row = acting ? keys.row() : -1;
        states.add(new QuestionState(question, shown(question.id()), acting, row));
      }
    }
    return states;
  }

  /** The question that has the focus and takes keys now. */
  Optional<Question> acting() {
    return open.getAsBoolean() && sitting.onScreen().focus() instanceof Focus.OnQuestion(String id)
        ? sitting.protocol().question(id)
        : Optional.empty();
  }

  /** The answer to a question, stored or about to be. */
  Optional<Answer> shown(String questionId) {
    Typing now = typing;
    return now != null && now.questionId().equals(questionId)
        ? Optional.ofNullable(now.answer())
        : sitting.onScreen().answer(questionId);
  }

  /** Answers a question with one of its options, as a click does. */
  public void choose(Question question, int option) {
    give(question, QuestionState.options(question).get(option));
  }

  /** Answers a question; the focus moves on. */
  public void give(Question question, Answer answer) {
    if (open.getAsBoolean()) {
      typing = null;
      guarded.accept(() -> sitting.onScreen().answer(question.id(), answer));
    }
  }

  /**
   * Answers a question at once while the reader is still at it; the focus comes here and stays.
   *
   * @param answer null takes it back
   */
  public void compose(Question question, @Nullable Answer answer) {
    if (open.getAsBoolean()) {
      typing = null;
      guarded.accept(() -> {
        sitting.onScreen().focus(new Focus.OnQuestion(question.id()));
        sitting.onScreen().compose(question.id(), answer);
      });
    }
  }

  /**
   * Takes what is being typed; stored after a second of rest, or when it is left.
   *
   * @param answer null takes it back
   */
  public void type(Question question, @Nullable Answer answer) {
    if (!open.getAsBoolean() || shown(question.id()).equals(Optional.ofNullable(answer))) {
      return;
    }
    focus(new Focus.OnQuestion(question.id()));
    typing = new Typing(question.id(), answer);
    strokes++;
    int mine = strokes;
    later.after(
        REST,
        () -> {
          if (mine == strokes) {
            store();
          }
        });
    changed.run();
  }

  /** Has everything shown anew. */
  void refresh() {
    changed.run();
  }

  /** Stores what was typed, if anything was. */
  public void store() {
    if (typing != null && open.getAsBoolean()) {
      guarded.accept(() -> {});
    }
  }

  /** Writes what was typed before anything else happens. */
  void flush() {
    Typing now = typing;
    typing = null;
    if (now != null) {
      sitting.onScreen().compose(now.questionId(), now.answer());
    }
  }

  /** Checks an item of a list or takes it back. */
  public void toggle(Question.Checklist question, int item) {
    List<String> before =
        shown(question.id()).orElse(null) instanceof Answer.Checked(List<String> items)
            ? items
            : List.of();
    String changedItem = question.items().get(item);
    List<String> after =
        question.items().stream()
            .filter(each -> before.contains(each) != each.equals(changedItem))
            .toList();
    compose(question, after.isEmpty() ? null : new Answer.Checked(after));
  }

  /** Brings the focus to a question, as a click on its title or Tab does. */
  public void focus(Focus target) {
    if (open.getAsBoolean() && !sitting.onScreen().focus().equals(target)) {
      keys.forget();
      guarded.accept(() -> sitting.onScreen().focus(target));
    }
  }

  /** Moves the focus by one question. */
  void moveFocus(boolean forwards) {
    if (open.getAsBoolean()) {
      keys.forget();
      guarded.accept(() -> sitting.onScreen().moveFocus(forwards));
    }
  }

  /**
   * Leaves a number, a list or a text as it is.
   *
   * @return false when something else has the focus, or when it must be answered first
   */
  boolean confirm() {
    Optional<Question> question = acting().filter(CaseAnswers::composed);
    if (question.isEmpty()) {
      return false;
    }
    store();
    String id = question.get().id();
    if (question.get().required() && sitting.onScreen().answer(id).isEmpty()) {
      return false;
    }
    moveOn();
    return true;
  }

  /** Moves the focus on from a question that may stay open for now. */
  public void moveOn() {
    if (open.getAsBoolean()) {
      keys.forget();
      guarded.accept(() -> sitting.onScreen().moveOn());
    }
  }

  private static boolean composed(Question question) {
    return switch (question) {
      case Question.Score _, Question.Checklist _, Question.FreeText _ -> true;
      case Question.Agreement _, Question.Scale _, Question.YesNo _ -> false;
    };
  }

  /**
   * Does what a key means that only the question with the focus knows; false when it has none.
   *
   * @param items the keys of the items of a list
   */
  boolean struck(Stroke stroke, ItemKeys items) {
    return acting().filter(question -> keys.struck(question, stroke, items)).isPresent();
  }

  /** Does what a digit or letter means for whatever has the focus. */
  void answer(Act act) {
    if (!open.getAsBoolean()) {
      return;
    }
    switch (sitting.onScreen().focus()) {
      case Focus.OnQuestion(String id) ->
          sitting
              .protocol()
              .question(id)
              .ifPresent(q -> meant(q, act).ifPresent(answer -> give(q, answer)));
      case Focus.OnFinding(String finding) -> verdict(act).ifPresent(v -> judge(finding, v));
      case Focus.OnMissing() -> {}
      case Focus.OnNext() -> {}
    }
  }

  private static Optional<Answer> meant(Question question, Act act) {
    return switch (act) {
      case CANNOT_JUDGE -> question.cannotJudge();
      case AGREE, DISAGREE ->
          switch (question) {
            case Question.Agreement _ -> question.choice(act == Act.AGREE ? 0 : 1);
            case Question.YesNo _ -> question.choice(act == Act.AGREE ? 1 : 0);
            default -> Optional.empty();
          };
      default ->
          question instanceof Question.Scale ? question.choice(act.point()) : Optional.empty();
    };
  }

  private static Optional<FindingVerdict> verdict(Act act) {
    return switch (act) {
      case AGREE -> Optional.of(FindingVerdict.AGREE);
      case DISAGREE -> Optional.of(FindingVerdict.DISAGREE);
      case CANNOT_JUDGE -> Optional.of(FindingVerdict.UNSURE);
      default -> Optional.empty();
    };
  }

  /** Judges a given finding, as a click does. */
  public void judge(String finding, FindingVerdict verdict) {
    if (open.getAsBoolean()) {
      guarded.accept(() -> sitting.onScreen().judge(finding, verdict));
    }
  }

  /** Names a missing finding. */
  public void addMissing(String finding) {
    guarded.accept(() -> sitting.onScreen().addMissing(finding));
  }

  /** Takes a missing finding back. */
  public void removeMissing(String finding) {
    guarded.accept(() -> sitting.onScreen().removeMissing(finding));
  }

  /** Takes the disagreement back, which closes the review finding by finding. */
  void closeReview() {
    CaseOnScreen now = open.getAsBoolean() ? sitting.onScreen() : null;
    if (now != null && now.reviewOpen()) {
      sitting.protocol().questions().stream()
          .filter(Question.Agreement.class::isInstance)
          .findFirst()
          .ifPresent(q -> guarded.accept(() -> now.clear(q.id())));
    }
  }

  /** Keeps the comment. */
  public void comment(String text) {
    if (open.getAsBoolean() && !text.equals(sitting.onScreen().comment())) {
      guarded.accept(() -> sitting.onScreen().comment(text));
    }
  }
}
