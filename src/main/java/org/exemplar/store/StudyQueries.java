package org.exemplar.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.Sha256;
import org.exemplar.crypto.SigningKey;
import org.exemplar.crypto.VerifyingKey;
import org.exemplar.study.CaseCode;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProgress;
import org.exemplar.study.Worklist;

/** What can be asked of a study file. */
final class StudyQueries {
  private StudyQueries() {}

  /** The row of the seal, as it is. */
  @SuppressWarnings("ArrayRecordComponent")
  record SealRow(SealManifest manifest, String digest, byte[] signature) {}

  static StudyIdentity identity(Database database) {
    return database
        .first(
            "SELECT * FROM study",
            row ->
                new StudyIdentity(
                    row.text("study_id"),
                    row.text("protocol"),
                    CaseJson.texts(row.text("vocabulary")),
                    SigningKey.decode(row.bytes("signing_key")),
                    row.text("software")))
        .orElseThrow(
            () -> StoreProblems.damaged(database.path(), new IllegalStateException("no study")));
  }

  static Optional<SealRow> sealRow(Database database) {
    return database.first(
        "SELECT * FROM seal",
        row ->
            new SealRow(
                new SealManifest(row.text("manifest")),
                row.text("digest"),
                row.bytes("signature")));
  }

  static Optional<SealManifest> seal(Database database) {
    return sealRow(database).map(SealRow::manifest);
  }

  static List<ProtocolVersion> amendments(Database database) {
    return database.query(
        "SELECT * FROM amendment ORDER BY id",
        row ->
            new ProtocolVersion(
                row.integer("id") + 1,
                row.text("protocol"),
                row.text("reason"),
                new Stamp(row.text("actor"), row.instant("at"))));
  }

  static Optional<StudyFile.Unblinding> unblinding(Database database) {
    return database.first(
        "SELECT * FROM unblinding",
        row ->
            new StudyFile.Unblinding(
                row.text("reason"), new Stamp(row.text("actor"), row.instant("at"))));
  }

  static List<CaseCode> cases(Database database, boolean practice) {
    return database.query(
        "SELECT case_code FROM study_case WHERE practice = ? ORDER BY case_code",
        row -> new CaseCode(row.text("case_code")),
        practice);
  }

  static GivenFindings findings(Database database, CaseCode code) {
    return database
        .first(
            "SELECT findings FROM study_case WHERE case_code = ?",
            row -> CaseJson.findings(row.text("findings")),
            code.value())
        .orElseThrow(() -> new IllegalArgumentException("no case " + code + " in the study"));
  }

  static CaseContent content(Database database, CaseCode code) {
    return database
        .first(
            "SELECT * FROM study_case WHERE case_code = ?",
            row ->
                new CaseContent(
                    CaseJson.findings(row.text("findings")),
                    CaseJson.reference(row.text("reference")),
                    row.bytes("image")),
            code.value())
        .orElseThrow(() -> new IllegalArgumentException("no case " + code + " in the study"));
  }

  static List<ReaderId> readers(Database database) {
    return database.query(
        "SELECT DISTINCT reader_id FROM worklist ORDER BY reader_id",
        row -> new ReaderId(row.text("reader_id")));
  }

  static Worklist worklist(Database database, ReaderId reader) {
    Worklist worklist =
        new Worklist(
            reader,
            database.query(
                "SELECT * FROM worklist WHERE reader_id = ? ORDER BY position",
                ReadingRows::place,
                reader.value()));
    if (worklist.items().isEmpty()) {
      throw new IllegalArgumentException("no reader " + reader + " in the study");
    }
    return worklist;
  }

  static List<IssuedReading> issued(Database database) {
    return database.query(
        "SELECT * FROM issued_reading ORDER BY id",
        row ->
            new IssuedReading(
                row.text("reading_id"),
                new ReaderId(row.text("reader_id")),
                VerifyingKey.decode(row.bytes("reader_key")),
                new Sha256(row.text("manifest")),
                row.instant("at")));
  }

  /**
   * A copy of a reading file that went another way than the file that came back first.
   *
   * @param copyId under which its own rows are kept
   * @param common audit entries that both share
   * @param head where the copy ended when it last came back
   * @param signature of that head, by the reader's key
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Copy(String copyId, long common, AuditEntry.Head head, byte[] signature) {}

  /** Copies of a reading as they last came back, in the order in which they first did. */
  static List<Copy> copies(Database database, String readingId) {
    Map<String, Copy> latest = new LinkedHashMap<>();
    database.each(
        "SELECT * FROM returned_copy WHERE reading_id = ? ORDER BY id",
        row ->
            latest.put(
                row.text("copy_id"),
                new Copy(
                    row.text("copy_id"),
                    row.number("common"),
                    Trail.head(row),
                    row.bytes("signature"))),
        readingId);
    return List.copyOf(latest.values());
  }

  /** Every file of a reader that came back or was handed out, each followed by its copies. */
  static List<ReadingQueries> readingsOf(Database database, ReaderId reader) {
    List<ReadingQueries> readings = new ArrayList<>();
    for (IssuedReading issued : issued(database)) {
      if (issued.reader().equals(reader)) {
        readings.add(new ReadingQueries(database, issued.readingId()));
        copies(database, issued.readingId())
            .forEach(copy -> readings.add(new ReadingQueries(database, copy.copyId())));
      }
    }
    return readings;
  }

  static Map<ReaderId, ReadingProgress> progress(Database database) {
    Map<ReaderId, ReadingProgress> progress = new LinkedHashMap<>();
    for (ReaderId reader : readers(database)) {
      Worklist worklist = worklist(database, reader);
      progress.put(
          reader,
          new ReadingProgress(
              done(database, reader, false),
              worklist.cases().size(),
              done(database, reader, true),
              worklist.practice().size(),
              simulated(database, reader)));
    }
    return progress;
  }

  static int done(Database database, ReaderId reader, boolean practice) {
    return (int)
        database.number(
            """
            SELECT count(DISTINCT position) FROM submission WHERE practice = ?2 AND reading_id IN
            (SELECT reading_id FROM issued_reading WHERE reader_id = ?1 UNION
             SELECT copy_id FROM returned_copy JOIN issued_reading USING (reading_id)
             WHERE reader_id = ?1)\
            """,
            reader.value(),
            practice);
  }

  private static boolean simulated(Database database, ReaderId reader) {
    return database.number(
            "SELECT EXISTS (SELECT 1 FROM rating WHERE reader_id = ? AND simulated = 1)",
            reader.value())
        == 1;
  }
}
