package org.exemplar.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.Sha256;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Deviation;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderDetails;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProgress;
import org.exemplar.study.Submission;
import org.exemplar.study.Worklist;

/**
 * A study on disk, {@code study.db}: protocol, cases, worklists, what was handed out and what came
 * back, and the audit trail of all of it. Holds no arm, seed, salt, original name or probability.
 *
 * <p>Filled once, then sealed: afterwards nothing in it changes, and ratings, amendments and events
 * are only ever added, each with its audit entry in one transaction. Thread-safe.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class StudyFile implements AutoCloseable {
  private StudyFile() {}

  /**
   * Begins a study.
   *
   * @throws org.exemplar.problem.Problem when the file exists or cannot be written
   */
  public static StudyFile create(Path path, StudyIdentity identity) {
    throw new UnsupportedOperationException();
  }

  /** Opens a study to add to it. */
  public static StudyFile open(Path path) {
    throw new UnsupportedOperationException();
  }

  /** Opens a study to look at it; works on a read-only medium. */
  public static StudyFile openReadOnly(Path path) {
    throw new UnsupportedOperationException();
  }

  /** Where the file lies. */
  public Path path() {
    throw new UnsupportedOperationException();
  }

  /** Fills the study, in one transaction; refused once it is sealed. */
  public void compose(Consumer<StudyWriter> filling) {
    throw new UnsupportedOperationException();
  }

  /** Seals the study: the first audit entry, with the digest of the unblinding key's file. */
  public Seal seal(Sha256 keyDigest, Stamp stamp) {
    throw new UnsupportedOperationException();
  }

  /** The seal, when there is one. */
  public Optional<Seal> seal() {
    throw new UnsupportedOperationException();
  }

  /** What the study is. */
  public StudyIdentity identity() {
    throw new UnsupportedOperationException();
  }

  /** The protocol's versions, the sealed one first. */
  public List<ProtocolVersion> protocols() {
    throw new UnsupportedOperationException();
  }

  /** Amends the protocol of a sealed study. */
  public ProtocolVersion amend(String text, String reason, Stamp stamp) {
    throw new UnsupportedOperationException();
  }

  /** Codes of the cases in code order. */
  public List<CaseCode> cases(boolean practice) {
    throw new UnsupportedOperationException();
  }

  /** What readers see of a case. */
  public CaseContent content(CaseCode code) {
    throw new UnsupportedOperationException();
  }

  /** Bytes of the longest image. */
  public int longestImage() {
    throw new UnsupportedOperationException();
  }

  /** The readers, by pseudonym. */
  public List<ReaderId> readers() {
    throw new UnsupportedOperationException();
  }

  /** A reader's worklist. */
  public Worklist worklist(ReaderId reader) {
    throw new UnsupportedOperationException();
  }

  /** Records that a reading file was handed out. */
  public void issue(IssuedReading reading, Stamp stamp) {
    throw new UnsupportedOperationException();
  }

  /** Reading files handed out. */
  public List<IssuedReading> issued() {
    throw new UnsupportedOperationException();
  }

  /** Takes a returned reading file back: adds what is new, overwrites nothing. */
  public MergeOutcome merge(ReadingFile reading, Stamp stamp) {
    throw new UnsupportedOperationException();
  }

  /** How far each reader had come when the file was last returned; every reader is there. */
  public Map<ReaderId, ReadingProgress> progress() {
    throw new UnsupportedOperationException();
  }

  /** The ratings that count: for each reader, place and question the latest; with practice. */
  public List<Rating> ratings() {
    throw new UnsupportedOperationException();
  }

  /** Every submission merged, in the order made. */
  public List<Submission> submissions(ReaderId reader) {
    throw new UnsupportedOperationException();
  }

  /** Deviations of a reader. */
  public List<Deviation> deviations(ReaderId reader) {
    throw new UnsupportedOperationException();
  }

  /** What readers said about themselves. */
  public List<ReaderDetails> details() {
    throw new UnsupportedOperationException();
  }

  /** Closes data entry for good: no merge and no amendment afterwards. */
  public void unblind(Sha256 keyDigest, String reason, Stamp stamp) {
    throw new UnsupportedOperationException();
  }

  /** When and why the study was unblinded. */
  public Optional<Unblinding> unblinding() {
    throw new UnsupportedOperationException();
  }

  /** When and why a study was unblinded. */
  public record Unblinding(String reason, Stamp stamp) {}

  /** Adds an entry to the audit trail: a view of results, an export, a refused attempt. */
  public AuditEntry note(String action, Map<String, ?> payload, Stamp stamp) {
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
