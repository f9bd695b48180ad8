package org.exemplar.sitting;

import java.util.Optional;
import org.exemplar.problem.Problem;
import org.exemplar.store.ReadingJournal;
import org.exemplar.study.Deviation;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.exemplar.study.ReaderDetails;
import org.exemplar.study.SittingEvent.Kind;

/** What comes before the first case: who reads, the instructions, and where is read. */
final class Preliminaries {
  private final ReadingJournal journal;
  private final Scribe scribe;

  Preliminaries(ReadingJournal journal, Scribe scribe) {
    this.journal = journal;
    this.scribe = scribe;
  }

  /**
   * Lets the reader in and writes that the file was opened.
   *
   * @throws Problem when a person would add to simulated ratings, or a program to a person's
   */
  void admit() {
    Seat seat = scribe.seat();
    boolean mixed =
        journal.file().ratings().stream()
            .anyMatch(rating -> rating.circumstances().simulated() != seat.simulated());
    if (mixed) {
      throw new Problem(
          "The file %s holds ratings of %s; use a new reading file."
              .formatted(
                  journal.file().path().getFileName(),
                  seat.simulated() ? "a person" : "a simulated reader"));
    }
    scribe.event(Kind.OPENED, 0, 0, seat.appVersion() + (seat.simulated() ? " simulated" : ""));
  }

  /** What is still to be done once for the file. */
  Optional<Stage> due() {
    if (journal.file().details().isEmpty()) {
      return Optional.of(Stage.DETAILS);
    }
    boolean instructed =
        journal.file().events().stream().anyMatch(event -> event.kind() == Kind.INSTRUCTIONS_READ);
    return instructed ? Optional.empty() : Optional.of(Stage.INSTRUCTIONS);
  }

  void details(int yearsOfExperience, String subspecialty) {
    journal.recordDetails(
        new ReaderDetails(journal.file().summary().reader(), yearsOfExperience, subspecialty),
        scribe.now());
  }

  /** Whether this display was not checked lately. */
  boolean displayCheckDue() {
    return !scribe.displayChecked(journal.file().protocol().rules().pacing().displayCheckValid());
  }

  /** A failed check is a deviation. */
  void displayChecked(DisplayCheck check) {
    scribe.displayCheck(journal.recordDisplayCheck(check, scribe.now()));
    if (!check.passed()) {
      scribe.deviation(
          Deviation.Kind.DISPLAY_CHECK_FAILED,
          0,
          "not everything was seen on " + check.display().id());
    }
  }

  /** The seat was moved; ratings refer to the latest check of that display, if there is one. */
  void movedTo(Display display) {
    Seat seat = scribe.seat();
    if (!display.equals(seat.display())) {
      scribe.move(new Seat(display, seat.appVersion(), seat.simulated()));
      scribe.displayChecked(journal.file().protocol().rules().pacing().displayCheckValid());
    }
  }
}
