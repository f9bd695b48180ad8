package org.exemplar.sitting;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.exemplar.study.Deviation;
import org.exemplar.study.ReadingRules;
import org.exemplar.study.SittingEvent.Kind;
import org.exemplar.study.WorklistItem;

/**
 * What may stand between two cases: the mask, a break, the sitting's longest time, a washout; and
 * what happens when the reader goes on all the same.
 */
final class Rests {
  private final ReadingRules rules;
  private final Course course;
  private final Scribe scribe;
  private final SittingTime time;
  private final Waits waits;
  private int washoutOverridden;

  Rests(ReadingRules rules, LongSupplier nanos, Course course, Scribe scribe) {
    this.rules = rules;
    this.course = course;
    this.scribe = scribe;
    this.time = new SittingTime(rules.limits());
    this.waits = new Waits(nanos, rules.pacing().mask());
  }

  /** The stage before this case: what has to come first, or its mask. */
  Stage dueBefore(WorklistItem next) {
    if (time.overLimit()) {
      return Stage.LIMIT;
    }
    if (time.breakDue()) {
      return Stage.BREAK;
    }
    return washoutLeft(next).isPositive() ? Stage.WASHOUT : Stage.MASK;
  }

  /** Counts the active time of a case that was left. */
  void worked(long activeNanos) {
    time.add(activeNanos);
  }

  /** Active time of the sitting with that of the case on the screen. */
  Duration active(long currentCase) {
    return time.active(currentCase);
  }

  void startWait() {
    waits.start();
  }

  Duration waited() {
    return waits.waited();
  }

  Duration maskLeft() {
    return waits.left(rules.pacing().mask());
  }

  void takeBreak() {
    scribe.event(Kind.BREAK_TAKEN, 0, 0, "");
    waits.startBreak();
  }

  boolean onBreak() {
    return waits.onBreak();
  }

  void endBreak() {
    scribe.event(Kind.BREAK_ENDED, 0, 0, "");
    breakOver();
  }

  /** How long a break or a washout still lasts. */
  Duration left(Stage rest, WorklistItem next) {
    return rest == Stage.BREAK ? waits.breakLeft(rules.limits().breakLength()) : washoutLeft(next);
  }

  /** Goes on without the rest that is due, which is recorded as a deviation. */
  void override(Stage rest, WorklistItem next, String reason) {
    Deviation.Kind kind =
        switch (rest) {
          case BREAK -> Deviation.Kind.BREAK_SKIPPED;
          case LIMIT -> Deviation.Kind.SITTING_LIMIT_EXCEEDED;
          case WASHOUT -> Deviation.Kind.WASHOUT_SHORTENED;
          default -> throw new IllegalStateException("nothing to override at " + rest);
        };
    scribe.deviation(kind, next.position(), reason);
    switch (rest) {
      case BREAK -> breakOver();
      case LIMIT -> time.overrideLimit();
      default -> washoutOverridden = next.position();
    }
  }

  private void breakOver() {
    waits.endBreak();
    time.breakOver();
  }

  private Duration washoutLeft(WorklistItem item) {
    return item.position() == washoutOverridden
        ? Duration.ZERO
        : course.washoutLeft(item, scribe.now());
  }
}
