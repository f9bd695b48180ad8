package org.exemplar.sitting;

import java.util.List;
import java.util.Optional;
import org.exemplar.study.Answer;
import org.exemplar.study.FindingReview;
import org.exemplar.study.FindingVerdict;
import org.exemplar.study.Question;
import org.exemplar.study.RatedAnswer;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;

/**
 * The current case: its answers, its time and what has the focus. A change is first written and
 * then taken over, so that what stands here is on disk.
 */
final class CaseOnScreen {
  private final WorklistItem item;
  private final CaseDraft draft;
  private final CaseTime time;
  private final Scribe scribe;
  private Focus focus;

  CaseOnScreen(WorklistItem item, CaseDraft draft, CaseTime time, Scribe scribe) {
    this.item = item;
    this.draft = draft;
    this.time = time;
    this.scribe = scribe;
    this.focus = draft.after(new Focus.OnNext());
  }

  WorklistItem item() {
    return item;
  }

  CaseDraft draft() {
    return draft;
  }

  CaseTime time() {
    return time;
  }

  Optional<Answer> answer(String questionId) {
    return draft.answer(questionId);
  }

  /** Answers a question; giving the same answer again changes nothing but the focus. */
  void answer(Question question, Answer answer) {
    if (!question.accepts(answer)) {
      throw new IllegalArgumentException(question.id() + " does not offer " + answer);
    }
    time.timer().input();
    if (draft.answer(question.id()).filter(answer::equals).isEmpty()) {
      write(question.id(), draft.rated(question, answer));
    }
    focus = draft.after(new Focus.OnQuestion(question.id()));
  }

  void clear(String questionId) {
    time.timer().input();
    if (draft.answer(questionId).isPresent()) {
      write(questionId, null);
    }
    focus = new Focus.OnQuestion(questionId);
  }

  void judge(String finding, FindingVerdict verdict) {
    if (!draft.findings().names().contains(finding)) {
      throw new IllegalArgumentException("not a given finding: " + finding);
    }
    review(draft.review().with(finding, verdict));
    focus = draft.after(new Focus.OnFinding(finding));
  }

  void review(FindingReview changed) {
    if (!draft.reviewOpen()) {
      throw new IllegalStateException("no review is open");
    }
    time.timer().input();
    if (!changed.equals(draft.review())) {
      RatedAnswer rated = draft.rated(changed);
      write(rated.questionId(), rated);
    }
  }

  void comment(String text) {
    time.timer().input();
    if (!text.equals(draft.comment())) {
      scribe.comment(item, text, time);
      draft.comment(text);
    }
  }

  Focus focus() {
    return focus;
  }

  /** Nowhere, when the target is not among what can have the focus now. */
  void focus(Focus target) {
    if (draft.stops().contains(target)) {
      focus = target;
    }
  }

  void moveFocus(boolean forwards) {
    List<Focus> stops = draft.stops();
    int to = stops.indexOf(focus) + (forwards ? 1 : -1);
    focus = stops.get(Math.clamp(to, 0, stops.size() - 1));
  }

  private void write(String questionId, @Nullable RatedAnswer change) {
    scribe.change(item, questionId, change, time);
    draft.apply(questionId, change);
  }
}
