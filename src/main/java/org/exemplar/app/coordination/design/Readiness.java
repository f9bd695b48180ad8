package org.exemplar.app.coordination.design;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that stands between a draft and its seal, what one should know, and what is ready.
 *
 * @param checks in the order of the steps
 */
record Readiness(List<Check> checks) {
  Readiness {
    checks = List.copyOf(checks);
  }

  /** How much a check weighs. */
  enum Level {
    /** The study cannot be sealed. */
    BLOCKER,
    /** It can, but one should read this. */
    WARNING,
    /** All is well. */
    READY
  }

  /** What the button of a check does. */
  enum Act {
    /** Goes to the check's step. */
    GO("Go to "),
    /** Looks at the pictures, and runs the leak test. */
    LOOK("Look now"),
    /** Draws again. */
    DRAW("Draw again"),
    /** Takes the balance as it is. */
    ACCEPT("Take it as it is");

    private final String words;

    Act(String words) {
      this.words = words;
    }

    /** What the button says. */
    String words(Step step) {
      return this == GO ? words + step.words().toLowerCase(java.util.Locale.ROOT) : words;
    }
  }

  /**
   * One check.
   *
   * @param title what it is, a few words
   * @param detail why, and what to do
   * @param step where it is put right
   * @param acts its buttons, the first the main one; none when it is ready
   */
  record Check(Level level, String title, String detail, Step step, List<Act> acts) {
    Check {
      acts = List.copyOf(acts);
    }

    static Check blocker(String title, String detail, Step step, Act... acts) {
      return new Check(
          Level.BLOCKER, title, detail, step, acts.length == 0 ? List.of(Act.GO) : List.of(acts));
    }

    static Check warning(String title, String detail, Step step, Act... acts) {
      return new Check(
          Level.WARNING, title, detail, step, acts.length == 0 ? List.of(Act.GO) : List.of(acts));
    }

    static Check ready(String title, String detail, Step step) {
      return new Check(Level.READY, title, detail, step, List.of());
    }
  }

  static Readiness of(DesignViewModel model) {
    List<Check> checks = new ArrayList<>(SourceChecks.of(model));
    checks.addAll(DrawChecks.of(model));
    return new Readiness(checks);
  }

  private List<Check> at(Level level) {
    return checks.stream().filter(check -> check.level() == level).toList();
  }

  List<Check> blockers() {
    return at(Level.BLOCKER);
  }

  List<Check> warnings() {
    return at(Level.WARNING);
  }

  List<Check> settled() {
    return at(Level.READY);
  }

  /** Whether nothing blocks the seal. */
  boolean ready() {
    return blockers().isEmpty();
  }

  /** Whether nothing of a step blocks the seal. */
  boolean ready(Step step) {
    return blockers().stream().noneMatch(check -> check.step() == step);
  }
}
