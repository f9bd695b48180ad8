package org.exemplar.sitting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exemplar.study.Answer;
import org.exemplar.study.AnswerChange;
import org.exemplar.study.FindingReview;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.Question;
import org.exemplar.study.RatedAnswer;
import org.jspecify.annotations.Nullable;

/** The answers to one case as they stand, submitted or not, rebuilt from the changes on disk. */
final class CaseDraft {
  private final List<Question> questions;
  private final GivenFindings findings;
  private final Map<String, RatedAnswer> answers = new LinkedHashMap<>();
  private final Map<String, Integer> timesGiven = new HashMap<>();
  private FindingReview review = FindingReview.EMPTY;
  private String comment = "";

  CaseDraft(List<Question> questions, GivenFindings findings) {
    this.questions = questions;
    this.findings = findings;
  }

  GivenFindings findings() {
    return findings;
  }

  /**
   * @throws IllegalArgumentException when the protocol does not ask it
   */
  Question question(String id) {
    return questions.stream()
        .filter(question -> question.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no question " + id));
  }

  String comment() {
    return comment;
  }

  void comment(String text) {
    comment = text;
  }

  FindingReview review() {
    return review;
  }

  Optional<Answer> answer(String questionId) {
    return Optional.ofNullable(answers.get(questionId)).map(RatedAnswer::answer);
  }

  /** Whether the question is asked about this case, as it is answered so far. */
  boolean asked(Question question) {
    return question.asked(findings, this::answer);
  }

  private List<Question> asked() {
    return questions.stream().filter(this::asked).toList();
  }

  /** A question that is answered but not asked any more. */
  Optional<String> noLongerAsked() {
    return questions.stream()
        .filter(question -> answers.containsKey(question.id()) && !asked(question))
        .map(Question::id)
        .findFirst();
  }

  /** The answers given to what is asked, in the order of the questions. */
  List<RatedAnswer> given() {
    List<RatedAnswer> given = new ArrayList<>();
    for (Question question : asked()) {
      RatedAnswer answer = answers.get(question.id());
      if (answer != null) {
        given.add(answer);
      }
    }
    return given;
  }

  /** What an answer would be stored as; changes nothing here. */
  RatedAnswer rated(Question question, Answer answer) {
    return new RatedAnswer(
        question.id(),
        answer,
        timesGiven.getOrDefault(question.id(), 0),
        reviewed(question, answer) ? review : null);
  }

  /** What the answer of the open review would be stored as with another review. */
  RatedAnswer rated(FindingReview changed) {
    RatedAnswer now = answers.get(agreement().orElseThrow().id());
    if (now == null) {
      throw new IllegalStateException("no review is open");
    }
    return new RatedAnswer(now.questionId(), now.answer(), now.changes(), changed);
  }

  /** Takes over a change that is on disk. */
  void apply(String questionId, @Nullable RatedAnswer change) {
    RatedAnswer before = answers.get(questionId);
    if (change == null) {
      answers.remove(questionId);
      return;
    }
    answers.put(questionId, change);
    FindingReview changed = change.review();
    if (changed != null) {
      review = changed;
    }
    if (before == null || !before.answer().equals(change.answer())) {
      timesGiven.merge(questionId, 1, Integer::sum);
    }
  }

  void applyAll(List<AnswerChange> changes) {
    changes.forEach(change -> apply(change.questionId(), change.change()));
  }

  /** Whether the review finding by finding is open. */
  boolean reviewOpen() {
    return agreement().flatMap(q -> answer(q.id()).filter(a -> reviewed(q, a))).isPresent();
  }

  List<Question> unanswered() {
    return asked().stream().filter(q -> q.required() && !answers.containsKey(q.id())).toList();
  }

  List<String> unjudged() {
    return reviewOpen()
        ? findings.names().stream().filter(f -> !review.verdicts().containsKey(f)).toList()
        : List.of();
  }

  boolean complete() {
    return unanswered().isEmpty() && unjudged().isEmpty();
  }

  Optional<Question.Agreement> agreement() {
    return questions.stream()
        .filter(Question.Agreement.class::isInstance)
        .map(Question.Agreement.class::cast)
        .findFirst();
  }

  private static boolean reviewed(Question question, Answer answer) {
    return question instanceof Question.Agreement agreement
        && agreement.review()
        && answer instanceof Answer.Disagree;
  }

  /** Everything that can have the focus, from top to bottom. */
  List<Focus> stops() {
    List<Focus> stops = new ArrayList<>();
    for (Question question : asked()) {
      stops.add(new Focus.OnQuestion(question.id()));
      if (question instanceof Question.Agreement && reviewOpen()) {
        findings.names().forEach(finding -> stops.add(new Focus.OnFinding(finding)));
        stops.add(new Focus.OnMissing());
      }
    }
    stops.add(new Focus.OnNext());
    return stops;
  }

  /**
   * Where the focus goes from {@code from} after it was answered: to what is still open below, then
   * to what must still be answered above.
   */
  Focus after(Focus from) {
    List<Focus> stops = stops();
    int start = stops.indexOf(from);
    for (int i = 1; i < stops.size(); i++) {
      int at = (start + i) % stops.size();
      Focus stop = stops.get(at);
      boolean search = stop instanceof Focus.OnMissing && from instanceof Focus.OnFinding;
      boolean wanted = at > start || from instanceof Focus.OnNext || mustBeAnswered(stop);
      if ((search && unjudged().isEmpty()) || (open(stop) && wanted)) {
        return stop;
      }
    }
    return new Focus.OnNext();
  }

  private boolean mustBeAnswered(Focus stop) {
    return !(stop instanceof Focus.OnQuestion(String id)) || question(id).required();
  }

  private boolean open(Focus stop) {
    return switch (stop) {
      case Focus.OnQuestion(String id) -> !answers.containsKey(id);
      case Focus.OnFinding(String finding) -> !review.verdicts().containsKey(finding);
      case Focus.OnMissing ignored -> false;
      case Focus.OnNext ignored -> false;
    };
  }
}
