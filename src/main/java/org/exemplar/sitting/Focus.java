package org.exemplar.sitting;

/** The one thing that has the keyboard. */
public sealed interface Focus {
  /** A question. */
  record OnQuestion(String questionId) implements Focus {}

  /** A given finding in the review finding by finding. */
  record OnFinding(String finding) implements Focus {}

  /** The search for missing findings. */
  record OnMissing() implements Focus {}

  /** The button that submits the case. */
  record OnNext() implements Focus {}
}
