package org.exemplar.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exemplar.store.ReadingJournal;
import org.exemplar.study.Correction;
import org.exemplar.study.Practice;
import org.exemplar.study.PracticeReference;
import org.exemplar.study.Rating;
import org.exemplar.study.ReadingRules;
import org.exemplar.study.Submission;
import org.exemplar.study.Worklist;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;

/** Which place of the worklist comes next, as the file stands. */
final class Course {
  private final ReadingJournal journal;
  private final Worklist worklist;
  private final ReadingRules rules;
  private final Set<Integer> finished = new HashSet<>();
  private int returnTo;

  Course(ReadingJournal journal) {
    this.journal = journal;
    this.worklist = journal.file().worklist();
    this.rules = journal.file().protocol().rules();
    journal.file().submissions().forEach(s -> finished.add(s.item().position()));
    worklist.practice().stream()
        .filter(item -> !passed(item))
        .forEach(item -> finished.remove(item.position()));
  }

  void finish(WorklistItem item) {
    finished.add(item.position());
  }

  void reopen(WorklistItem item) {
    finished.remove(item.position());
  }

  boolean finished(WorklistItem item) {
    return finished.contains(item.position());
  }

  /** The place where a correction began, else the first one not finished. */
  Optional<WorklistItem> next() {
    if (returnTo > 0 && returnTo <= worklist.items().size()) {
      return Optional.of(worklist.at(returnTo));
    }
    return worklist.items().stream().filter(item -> !finished(item)).findFirst();
  }

  /** Places not finished that follow {@code item}. */
  List<WorklistItem> after(WorklistItem item, int count) {
    return worklist.items().stream()
        .filter(i -> i.position() > item.position() && !finished(i))
        .limit(count)
        .toList();
  }

  /** Whether the reader is at a case that was submitted before. */
  boolean correcting() {
    return returnTo > 0;
  }

  /**
   * Remembers where to go on after a correction.
   *
   * @param from where the reader is now, null when every case is read
   */
  void correctFrom(@Nullable WorklistItem from) {
    returnTo = correcting() ? returnTo : place(from);
  }

  /** The correction is over. */
  void arrived() {
    returnTo = 0;
  }

  private int place(@Nullable WorklistItem item) {
    return item == null ? worklist.items().size() + 1 : item.position();
  }

  /**
   * The place that the reader may go back to.
   *
   * @param current where the reader is now, null when every case is read
   */
  Optional<WorklistItem> before(@Nullable WorklistItem current) {
    int from = place(current);
    Correction policy = rules.correction();
    boolean allowed = policy == Correction.ANY || (policy == Correction.PREVIOUS && !correcting());
    if (!allowed || from <= 1) {
      return Optional.empty();
    }
    WorklistItem before = worklist.at(from - 1);
    boolean sameKind =
        from > worklist.items().size() || worklist.at(from).practice() == before.practice();
    return sameKind && !before.practice() && finished(before)
        ? Optional.of(before)
        : Optional.empty();
  }

  /** How long until a repeat may be shown. */
  Duration washoutLeft(WorklistItem item, Instant now) {
    if (!item.repeat() || rules.limits().washoutDays() == 0) {
      return Duration.ZERO;
    }
    Optional<Instant> shownBefore =
        journal.file().submissions().stream()
            .filter(s -> s.item().code().equals(item.code()))
            .filter(s -> s.item().showing() < item.showing())
            .map(s -> s.timing().submitted())
            .max(Instant::compareTo);
    Duration left =
        shownBefore
            .map(t -> Duration.between(now, t.plus(Duration.ofDays(rules.limits().washoutDays()))))
            .orElse(Duration.ZERO);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Whether the gate lets the reader on from a practice place that was submitted. */
  boolean passed(WorklistItem item) {
    Practice practice = rules.practice();
    if (practice.gate() == Practice.Gate.ANSWERED || skipped(item)) {
      return true;
    }
    PracticeReference reference = journal.reference(item.code());
    return journal.file().ratings().stream()
        .filter(rating -> rating.item().equals(item))
        .allMatch(rating -> near(reference, rating, practice.distance()));
  }

  private boolean skipped(WorklistItem item) {
    return journal.file().submissions().stream()
        .filter(s -> s.item().equals(item))
        .reduce((earlier, later) -> later)
        .filter(s -> s.outcome() == Submission.Outcome.SKIPPED)
        .isPresent();
  }

  private static boolean near(PracticeReference reference, Rating rating, int distance) {
    return reference.near(rating.rated().questionId(), rating.rated().answer(), distance);
  }
}
