package org.exemplar.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.ContentKey;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.Sha256;
import org.exemplar.crypto.SigningKey;
import org.exemplar.crypto.VerifyingKey;
import org.exemplar.problem.Problem;
import org.exemplar.store.Verifier.Broken;
import org.exemplar.study.AnswerChange;
import org.exemplar.study.Deviation;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderDetails;
import org.exemplar.study.ReadingProgress;
import org.exemplar.study.ReadingProtocol;
import org.exemplar.study.SittingEvent;
import org.exemplar.study.Submission;
import org.exemplar.study.Worklist;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;

/**
 * A reading file on disk, {@code R01.reading}: one reader's worklist, protocol and encrypted cases,
 * and the ratings as they are made. Everything here works without the passphrase; cases and writing
 * need {@link #unlock}. Thread-safe.
 */
public final class ReadingFile implements AutoCloseable {
  /** What the second journal is called, behind the file's name or the reading's id. */
  private static final String SECOND = ".answers";

  private final Database database;
  private final ReadingHeader header;
  private final Worklist worklist;
  private final List<Path> secondPlaces;
  private volatile @Nullable Pen pen;
  private volatile @Nullable Verification verified;

  private ReadingFile(Database database, List<Path> refuges) {
    this.database = database;
    this.header = ReadingHeader.read(database);
    this.worklist = readWorklist(database, header);
    List<Path> places = new ArrayList<>();
    places.add(path().resolveSibling(path().getFileName() + SECOND));
    refuges.forEach(folder -> places.add(folder.resolve(header.readingId() + SECOND)));
    this.secondPlaces = List.copyOf(places);
  }

  /**
   * Writes a new reading file beside {@code target} and moves it into place.
   *
   * @param cases asked for each case once, in code order
   * @throws Problem when the file exists or cannot be written
   */
  public static IssuedReading create(
      Path target, ReadingPlan plan, CaseSource cases, ReadingLock lock, Stamp stamp) {
    return new ReadingMaker(plan, cases, lock, stamp).make(target);
  }

  /**
   * Opens a file to read in it; nobody else can open it meanwhile.
   *
   * @throws Problem when it is missing, open elsewhere, damaged, of a newer version, or cannot be
   *     written
   */
  public static ReadingFile open(Path path) {
    return open(path, List.of());
  }

  /**
   * Opens a file to read in it; nobody else can open it meanwhile.
   *
   * @param refuges folders for the second journal, which takes the answers when neither the file
   *     nor the folder it lies in can be written
   * @throws Problem as for {@link #open(Path)}
   */
  public static ReadingFile open(Path path, List<Path> refuges) {
    return over(Opening.write(path, FileKind.READING, true), refuges);
  }

  /**
   * Opens a file to look at it; works on a read-only medium and changes nothing.
   *
   * @throws Problem when it is missing, open elsewhere, damaged or of a newer version
   */
  public static ReadingFile openReadOnly(Path path) {
    return over(Opening.read(path, FileKind.READING), List.of());
  }

  /**
   * Loads what opening a first reading file takes, so that it can be done while something else is
   * waited for. Any thread; once is enough. Never fails: what is wrong is said by the opening.
   */
  public static void prepare() {
    Opening.prepare();
  }

  private static ReadingFile over(Database database, List<Path> refuges) {
    try {
      return new ReadingFile(database, refuges);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Where the file lies. */
  public Path path() {
    return database.path();
  }

  /** What the file says about itself. */
  public ReadingSummary summary() {
    return new ReadingSummary(
        protocol().title(),
        header.studyId(),
        header.readingId(),
        header.reader(),
        header.sealedAt());
  }

  /** The reader's part of the protocol. */
  public ReadingProtocol protocol() {
    return header.rest().protocol();
  }

  /** What is read, in order. */
  public Worklist worklist() {
    return worklist;
  }

  /**
   * Unlocks cases and writing.
   *
   * @return empty when the passphrase is wrong; there is no limit of tries
   * @throws Problem when the file is not intact: nothing is added to a file that was changed
   */
  public Optional<ReadingJournal> unlock(Passphrase passphrase) {
    Verification known = verified;
    Verification verification = known == null ? verify() : known;
    if (!verification.intact()) {
      throw new Problem(
          "The file %s was changed after it was made (%s); ask the coordinator for a new one."
              .formatted(path().getFileName(), verification.broken().orElse("")));
    }
    return ContentKey.unwrap(header.rest().contentKeyBox(), passphrase)
        .map(content -> {
          byte[] secret =
              content
                  .decrypt(header.rest().readerKeyBox(), header.readingId() + "/reader/key")
                  .orElseThrow(
                      () -> StoreProblems.damaged(path(), new IllegalStateException("key")));
          return unlocked(content, SigningKey.decode(secret));
        });
  }

  /** Takes over what was kept elsewhere, before anything is shown. */
  private ReadingJournal unlocked(ContentKey content, SigningKey key) {
    SecondJournal second = new SecondJournal(secondPlaces, header.readingId(), content);
    if (database.writable()) {
      Opening.beginWriting(database);
      new Replay(database, header).of(second.read());
      second.discard();
    }
    Pen opened = new Pen(this, key, second);
    pen = opened;
    return new ReadingJournal(this, new ReadingJournal.Unlocked(content, opened));
  }

  /** Where answers are kept, if the file has not taken them since it was opened. */
  public Optional<KeptElsewhere> keptElsewhere() {
    return Optional.ofNullable(pen).flatMap(Pen::elsewhere);
  }

  private ReadingQueries queries() {
    return new ReadingQueries(current(), header.readingId());
  }

  /** The file, or its mirror in memory once that knows more. */
  Database current() {
    Pen writing = pen;
    return writing == null ? database : writing.current();
  }

  /** How far the reader has come. */
  public ReadingProgress progress() {
    return queries().progress(worklist);
  }

  /** The ratings that count: for each place and question the latest; with practice. */
  public List<Rating> ratings() {
    return queries().ratings();
  }

  /** Every submission, in the order made. */
  public List<Submission> submissions() {
    return queries().submissions();
  }

  /** Every deviation, in the order made. */
  public List<Deviation> deviations() {
    return queries().deviations();
  }

  /** What happened besides answers, in order. */
  public List<SittingEvent> events() {
    return queries().events();
  }

  /** Display checks, in the order made. */
  public List<DisplayChecked> displayChecks() {
    return queries().displayChecks();
  }

  /** What the reader said about themself. */
  public Optional<ReaderDetails> details() {
    return queries().details();
  }

  /** Every change of an answer at one place, in the order made. */
  public List<AnswerChange> changes(WorklistItem item) {
    return queries().changes(item);
  }

  /** The latest comment at one place. */
  public Optional<String> comment(WorklistItem item) {
    return queries().comment(item);
  }

  /** The audit trail. */
  public List<AuditEntry> audit() {
    return Trail.own(database);
  }

  /** Checks that nothing was changed, added or taken away behind the program's back. */
  public Verification verify() {
    Verification found = Verifier.run(database, this::check);
    verified = found;
    return found;
  }

  /**
   * Checks a reading file that is open already.
   *
   * @throws Broken saying the first thing that is not as it should be
   */
  static void requireIntact(Database database) {
    new ReadingFile(database, List.of()).check();
  }

  private void check() {
    Verifier verifier = new Verifier(database);
    verifier.structure(ReadingSchema.OBJECTS);
    Manifest manifest = manifest();
    byte[] signed = manifest.json().getBytes(StandardCharsets.UTF_8);
    if (!manifest.studyKey().verifies(signed, manifest.signature())) {
      throw new Broken("the study's signature of the file is wrong");
    }
    verifier.fixedTables(ReadingHeader.tables(manifest.json()));
    if (!header.manifest(database).equals(manifest.json())) {
      throw new Broken("the signed manifest is that of another file");
    }
    List<AuditEntry> trail = audit();
    verifier.trail(
        trail,
        Ledger.head(database),
        new Verifier.Signed(
            header.readingId(), header.rest().readerKey(), verifier.headSignature()),
        "");
    if (!trail.getFirst().payload().contains(manifest.digest().hex())) {
      throw new Broken("the first audit entry names another manifest");
    }
    Map<Verifier.Place, Sha256> vouched = new HashMap<>();
    Verifier.vouch(vouched, trail, header.readingId());
    verifier.growingTables(Tables.READING, vouched);
  }

  /**
   * What the study signed.
   *
   * @param studyKey the key it says it was signed with; the study knows its own
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Manifest(String json, VerifyingKey studyKey, byte[] signature) {
    Sha256 digest() {
      return Sha256.ofText(json);
    }
  }

  Manifest manifest() {
    return database
        .first(
            "SELECT * FROM manifest WHERE id = 1",
            row ->
                new Manifest(
                    row.text("json"),
                    VerifyingKey.decode(row.bytes("study_key")),
                    row.bytes("signature")))
        .orElseThrow(() -> new Broken("the signed manifest is missing"));
  }

  ReadingHeader header() {
    return header;
  }

  Database database() {
    return database;
  }

  /** Writes everything to the main file and closes it. */
  @Override
  public void close() {
    Pen writing = pen;
    if (writing != null) {
      writing.mirror().close();
    }
    database.close();
  }

  private static Worklist readWorklist(Database database, ReadingHeader header) {
    List<WorklistItem> items =
        database.query("SELECT * FROM worklist ORDER BY position", ReadingRows::place);
    try {
      return new Worklist(header.reader(), items);
    } catch (IllegalArgumentException e) {
      throw StoreProblems.damaged(database.path(), e);
    }
  }
}
