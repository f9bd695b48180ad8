package org.exemplar.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.Passphrase;
import org.exemplar.study.Deviation;
import org.exemplar.study.Rating;
import org.exemplar.study.ReadingProgress;
import org.exemplar.study.ReadingProtocol;
import org.exemplar.study.Submission;
import org.exemplar.study.Worklist;

/**
 * A reading file on disk, {@code R01.reading}: one reader's worklist, protocol and encrypted cases,
 * and the ratings as they are made. Everything here works without the passphrase; cases and writing
 * need {@link #unlock}. Thread-safe.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class ReadingFile implements AutoCloseable {
  private ReadingFile() {}

  /**
   * Writes a new reading file beside {@code target} and moves it into place.
   *
   * @param cases asked for each case once, in code order
   * @throws org.exemplar.problem.Problem when the file exists or cannot be written
   */
  public static IssuedReading create(
      Path target, ReadingPlan plan, CaseSource cases, ReadingLock lock, Stamp stamp) {
    throw new UnsupportedOperationException();
  }

  /** Opens a file to read in it; nobody else can open it meanwhile. */
  public static ReadingFile open(Path path) {
    throw new UnsupportedOperationException();
  }

  /** Opens a file to look at it; works on a read-only medium and changes nothing. */
  public static ReadingFile openReadOnly(Path path) {
    throw new UnsupportedOperationException();
  }

  /** Where the file lies. */
  public Path path() {
    throw new UnsupportedOperationException();
  }

  /** What the file says about itself. */
  public ReadingSummary summary() {
    throw new UnsupportedOperationException();
  }

  /** The reader's part of the protocol. */
  public ReadingProtocol protocol() {
    throw new UnsupportedOperationException();
  }

  /** What is read, in order. */
  public Worklist worklist() {
    throw new UnsupportedOperationException();
  }

  /**
   * Unlocks cases and writing.
   *
   * @return empty when the passphrase is wrong; there is no limit of tries
   */
  public Optional<ReadingJournal> unlock(Passphrase passphrase) {
    throw new UnsupportedOperationException();
  }

  /** How far the reader has come. */
  public ReadingProgress progress() {
    throw new UnsupportedOperationException();
  }

  /** The ratings that count: for each place and question the latest; with practice. */
  public List<Rating> ratings() {
    throw new UnsupportedOperationException();
  }

  /** Every submission, in the order made. */
  public List<Submission> submissions() {
    throw new UnsupportedOperationException();
  }

  /** Every deviation, in the order made. */
  public List<Deviation> deviations() {
    throw new UnsupportedOperationException();
  }

  /** The audit trail. */
  public List<AuditEntry> audit() {
    throw new UnsupportedOperationException();
  }

  /** Checks that nothing was changed, added or taken away behind the program's back. */
  public Verification verify() {
    throw new UnsupportedOperationException();
  }

  /** Writes everything to the main file and closes it. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
