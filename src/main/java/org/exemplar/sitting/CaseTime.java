package org.exemplar.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.exemplar.store.ReadingFile;
import org.exemplar.study.AnswerChange;
import org.exemplar.study.SittingEvent;
import org.exemplar.study.Submission;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;

/** The whole time of a case: what earlier showings left on disk, and the timer that runs now. */
final class CaseTime {
  private final CaseTimer timer;
  private final long activeBefore;
  private final long idleBefore;
  private @Nullable Instant firstShown;

  private CaseTime(
      CaseTimer timer, long activeBefore, long idleBefore, @Nullable Instant firstShown) {
    this.timer = timer;
    this.activeBefore = activeBefore;
    this.idleBefore = idleBefore;
    this.firstShown = firstShown;
  }

  static CaseTime of(ReadingFile file, WorklistItem item, CaseTimer timer) {
    long active = 0;
    long idle = 0;
    Instant shown = null;
    for (SittingEvent event : file.events()) {
      if (event.position() == item.position()) {
        active = Math.max(active, event.activeMs());
        boolean first = shown == null && event.kind() == SittingEvent.Kind.SHOWN;
        shown = first ? event.at() : shown;
      }
    }
    List<AnswerChange> changes = file.changes(item);
    for (AnswerChange change : changes) {
      active = Math.max(active, change.clock().activeMs());
      idle = Math.max(idle, change.clock().idleMs());
    }
    for (Submission submission : file.submissions()) {
      if (submission.item().equals(item)) {
        active = Math.max(active, submission.timing().activeMs());
        idle = Math.max(idle, submission.timing().idleMs());
      }
    }
    return new CaseTime(timer, active, idle, shown);
  }

  CaseTimer timer() {
    return timer;
  }

  void shown(Instant at) {
    if (firstShown == null) {
      firstShown = at;
    }
  }

  /** When the film first appeared; for a case skipped before that, {@code otherwise}. */
  Instant firstShown(Instant otherwise) {
    Instant shown = firstShown;
    return shown == null ? otherwise : shown;
  }

  Instant firstShown() {
    Instant shown = firstShown;
    if (shown == null) {
      throw new IllegalStateException("the film was not shown yet");
    }
    return shown;
  }

  long activeMs() {
    return activeBefore + Duration.ofNanos(timer.activeNanos()).toMillis();
  }

  long idleMs() {
    return idleBefore + Duration.ofNanos(timer.idleNanos()).toMillis();
  }
}
