package org.exemplar.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.store.Ledger.NewRow;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Deviation;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderDetails;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProgress;
import org.exemplar.study.Submission;
import org.exemplar.study.Worklist;
import org.jspecify.annotations.Nullable;

/**
 * A study on disk, {@code study.db}: protocol, cases, worklists, what was handed out and what came
 * back, and the audit trail of all of it. Holds no arm, seed, salt, original name or probability.
 *
 * <p>Filled once, then sealed: afterwards nothing in it changes, and ratings, amendments and events
 * are only ever added, each with its audit entry in one transaction. Thread-safe.
 */
public final class StudyFile implements AutoCloseable {
  private final Database database;
  private final StudyIdentity identity;
  private final Ledger ledger;

  private StudyFile(Database database) {
    this.database = database;
    this.identity = StudyQueries.identity(database);
    this.ledger = new Ledger(database, identity.studyId(), identity.key());
  }

  /**
   * Begins a study.
   *
   * @throws Problem when the file exists or cannot be written
   */
  public static StudyFile create(Path path, StudyIdentity identity) {
    Database database = Opening.create(path, FileKind.STUDY, StudySchema.sql());
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", 1);
    row.put("study_id", identity.studyId());
    row.put("protocol", identity.protocolText());
    row.put("vocabulary", CaseJson.texts(identity.vocabulary()));
    row.put("software", identity.software());
    row.put("study_key", identity.key().verifyingKey().encoded());
    row.put("signing_key", identity.key().encoded());
    return over(
        database,
        () ->
            database.inTransaction(() -> {
              database.insert("study", row);
              return row;
            }));
  }

  /**
   * Opens a study to add to it.
   *
   * @throws Problem when it is missing, damaged, of a newer version, or cannot be written
   */
  public static StudyFile open(Path path) {
    return over(Opening.write(path, FileKind.STUDY, false), () -> {});
  }

  /**
   * Opens a study to look at it; works on a read-only medium.
   *
   * @throws Problem when it is missing, damaged or of a newer version
   */
  public static StudyFile openReadOnly(Path path) {
    return over(Opening.read(path, FileKind.STUDY), () -> {});
  }

  private static StudyFile over(Database database, Runnable before) {
    try {
      before.run();
      return new StudyFile(database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Where the file lies. */
  public Path path() {
    return database.path();
  }

  /**
   * Fills the study, in one transaction.
   *
   * @throws IllegalStateException when it is sealed
   */
  public void compose(Consumer<StudyWriter> filling) {
    if (seal().isPresent()) {
      throw new IllegalStateException("a sealed study cannot be changed");
    }
    database.inTransaction(() -> {
      filling.accept(new StudyComposer(database));
      return filling;
    });
  }

  /**
   * Seals the study: the first audit entry, with the digest of the unblinding key's file.
   *
   * @throws IllegalStateException when it is sealed already
   */
  public Seal seal(Sha256 keyDigest, Stamp stamp) {
    if (seal().isPresent()) {
      throw new IllegalStateException("the study is sealed already");
    }
    return database.inTransaction(() -> {
      SealManifest manifest = SealManifest.of(database, identity, keyDigest, stamp.at());
      Map<String, Object> row =
          Map.of(
              "manifest", manifest.json(),
              "digest", manifest.digest().hex(),
              "signature", identity.key().sign(manifest.bytes()));
      Seal seal = manifest.seal();
      Map<String, Object> details =
          Map.of(
              "key_sha256", keyDigest.hex(),
              "protocol_sha256", seal.protocolDigest().hex(),
              "seal_sha256", seal.digest().hex(),
              "software", seal.software());
      ledger.appendWithin(stamp, "sealed", details, List.of(new NewRow("seal", row)));
      return seal;
    });
  }

  /** The seal, when there is one. */
  public Optional<Seal> seal() {
    return StudyQueries.seal(database).map(SealManifest::seal);
  }

  /** What the study is. */
  public StudyIdentity identity() {
    return identity;
  }

  /**
   * The protocol's versions, the sealed one first.
   *
   * @throws IllegalStateException before the seal
   */
  public List<ProtocolVersion> protocols() {
    requireSealed();
    List<ProtocolVersion> versions = new ArrayList<>();
    Stamp sealed = audit().getFirst().stamp();
    versions.add(new ProtocolVersion(1, identity.protocolText(), "", sealed));
    versions.addAll(StudyQueries.amendments(database));
    return versions;
  }

  /**
   * Amends the protocol of a sealed study.
   *
   * @throws Problem when the study is unblinded
   */
  public ProtocolVersion amend(String text, String reason, Stamp stamp) {
    requireSealed();
    requireBlinded();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("protocol", text);
    row.put("reason", reason);
    row.put("actor", stamp.actor());
    row.put("at", stamp.at());
    ledger.append(
        stamp,
        "amended",
        Map.of("protocol_sha256", Sha256.ofText(text).hex(), "reason", reason),
        List.of(new NewRow("amendment", row)));
    return protocols().getLast();
  }

  /** Codes of the cases in code order. */
  public List<CaseCode> cases(boolean practice) {
    return StudyQueries.cases(database, practice);
  }

  /**
   * What readers see of a case.
   *
   * @throws IllegalArgumentException when there is no such case
   */
  public CaseContent content(CaseCode code) {
    return StudyQueries.content(database, code);
  }

  /**
   * The findings that a case comes with, without reading its image.
   *
   * @throws IllegalArgumentException when there is no such case
   */
  public GivenFindings findings(CaseCode code) {
    return StudyQueries.findings(database, code);
  }

  /** Bytes of the longest image. */
  public int longestImage() {
    return (int) database.number("SELECT coalesce(max(length(image)), 0) FROM study_case");
  }

  /** The readers, by pseudonym. */
  public List<ReaderId> readers() {
    return StudyQueries.readers(database);
  }

  /**
   * A reader's worklist.
   *
   * @throws IllegalArgumentException when there is no such reader
   */
  public Worklist worklist(ReaderId reader) {
    return StudyQueries.worklist(database, reader);
  }

  /** Records that a reading file was handed out. */
  public void issue(IssuedReading reading, Stamp stamp) {
    requireSealed();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("reading_id", reading.readingId());
    row.put("reader_id", reading.reader().value());
    row.put("reader_key", reading.key().encoded());
    row.put("manifest", reading.manifest().hex());
    row.put("at", reading.issuedAt());
    ledger.append(
        stamp,
        "handed_out",
        Map.of("reader", reading.reader().value(), "manifest", reading.manifest().hex()),
        List.of(new NewRow("issued_reading", row)));
  }

  /** Reading files handed out, in that order. */
  public List<IssuedReading> issued() {
    return StudyQueries.issued(database);
  }

  /** Takes a returned reading file back: adds what is new, overwrites nothing. */
  public MergeOutcome merge(ReadingFile reading, Stamp stamp) {
    return new StudyMerge(database, identity, reading).merge(stamp);
  }

  /** The audit trail of a reading file, as far as it came back. */
  public List<AuditEntry> readerAudit(String readingId) {
    return Trail.ofReading(database, readingId);
  }

  /** What came back when, in that order. */
  public List<ReturnedReading> returns() {
    return Returns.of(database);
  }

  /** How far each reader had come when the file was last returned; every reader is there. */
  public Map<ReaderId, ReadingProgress> progress() {
    return StudyQueries.progress(database);
  }

  /** The ratings that count: for each reader, place and question the latest; with practice. */
  public List<Rating> ratings() {
    return readers().stream().flatMap(r -> new Disputes(database, r).counting().stream()).toList();
  }

  /** What readers answered differently in two files, decided or not; by reader, then place. */
  public List<Dispute> disputes() {
    return readers().stream().flatMap(r -> new Disputes(database, r).all().stream()).toList();
  }

  /**
   * Says which answers count, in one entry of the trail.
   *
   * @throws Problem when the study is unblinded
   */
  public void decide(Map<Dispute, Decision> decisions, Stamp stamp) {
    requireBlinded();
    StudyDecisions.write(ledger, decisions, stamp);
  }

  /** Why the file can only be looked at, one sentence; empty when it can be added to. */
  public Optional<String> onlyLook() {
    return StudyDecisions.onlyLook(database);
  }

  /** Every submission merged, in the order made. */
  public List<Submission> submissions(ReaderId reader) {
    return StudyQueries.readingsOf(database, reader).stream()
        .flatMap(reading -> reading.submissions().stream())
        .toList();
  }

  /** Every step of every answer that came back, with the sittings. */
  public AnswerHistory history() {
    return AnswerHistory.of(database);
  }

  /** Deviations of a reader, in the order made. */
  public List<Deviation> deviations(ReaderId reader) {
    return StudyQueries.readingsOf(database, reader).stream()
        .flatMap(reading -> reading.deviations().stream())
        .toList();
  }

  /** What readers said about themselves. */
  public List<ReaderDetails> details() {
    return readers().stream()
        .flatMap(reader -> StudyQueries.readingsOf(database, reader).stream())
        .flatMap(reading -> reading.details().stream())
        .toList();
  }

  /**
   * Closes data entry for good: no merge and no amendment afterwards.
   *
   * @throws Problem when it is unblinded already, or the key is not the one that was sealed in
   */
  public void unblind(Sha256 keyDigest, String reason, Stamp stamp) {
    requireSealed();
    requireBlinded();
    if (!seal().orElseThrow().keyDigest().equals(keyDigest)) {
      throw new Problem("This is not the unblinding key that the study was sealed with.");
    }
    Map<String, Object> row =
        Map.of(
            "actor", stamp.actor(),
            "at", stamp.at(),
            "reason", reason,
            "key_digest", keyDigest.hex());
    ledger.append(
        stamp, "unblinded", Map.of("reason", reason), List.of(new NewRow("unblinding", row)));
  }

  /** When and why the study was unblinded. */
  public Optional<Unblinding> unblinding() {
    return StudyQueries.unblinding(database);
  }

  /** When and why a study was unblinded. */
  public record Unblinding(String reason, Stamp stamp) {}

  /** Adds an entry to the audit trail: a view of results, an export, a refused attempt. */
  public AuditEntry note(String action, Map<String, ?> payload, Stamp stamp) {
    requireSealed();
    return ledger.append(stamp, action, payload, List.of());
  }

  /** The audit trail; empty before the seal. */
  public List<AuditEntry> audit() {
    return Trail.own(database);
  }

  /** Checks that nothing was changed, added or taken away behind the program's back. */
  public Verification verify() {
    return Verifier.run(database, () -> new StudyVerifier(database, identity).check());
  }

  /**
   * Copies the study as of now into a new file.
   *
   * @throws Problem when that file exists or cannot be written
   */
  public void backUp(Path target) {
    if (Files.exists(target)) {
      throw new Problem("The file " + target + " exists already; choose another name.");
    }
    database.copyInto(target);
  }

  /** Writes everything to the main file and closes it. */
  @Override
  public void close() {
    database.close();
  }

  private void requireSealed() {
    if (StudyQueries.sealRow(database).isEmpty()) {
      throw new IllegalStateException("the study is not sealed");
    }
  }

  private void requireBlinded() {
    if (unblinding().isPresent()) {
      throw new Problem("The study is unblinded: it takes no more data and no amendments.");
    }
  }
}
