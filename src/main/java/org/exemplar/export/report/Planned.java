package org.exemplar.export.report;

import java.util.Locale;

/** What the sealed protocol says of an analysis: planned before unblinding, or not named there. */
final class Planned {
  private final StudyFacts facts;
  private final String plan;

  Planned(StudyFacts facts) {
    this.facts = facts;
    this.plan = String.join(" ", facts.plan().methods()).toLowerCase(Locale.ROOT);
  }

  /** The mark of the primary analysis. */
  String primary() {
    return facts.trust().isEmpty() ? "" : "planned before unblinding" + amended();
  }

  /**
   * The mark of an analysis by a word that a plan with it has.
   *
   * @param word in lower case, e.g. "permutation"
   */
  String mark(String word) {
    if (facts.trust().isEmpty()) {
      return "";
    }
    return plan.contains(word) ? "planned before unblinding" + amended() : "not in the plan";
  }

  private String amended() {
    return facts.conduct().amendments().isEmpty() ? "" : ", as amended";
  }
}
