package org.exemplar.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.AuditEntry.Head;
import org.exemplar.crypto.Sha256;
import org.exemplar.store.StudyQueries.Copy;
import org.exemplar.store.Verifier.Broken;

/** Checks a study file from end to end. */
final class StudyVerifier {
  private final Database database;
  private final StudyIdentity study;
  private final Verifier verifier;

  StudyVerifier(Database database, StudyIdentity study) {
    this.database = database;
    this.study = study;
    this.verifier = new Verifier(database);
  }

  void check() {
    verifier.structure(StudySchema.objects(database.format()));
    checkSeal();
    checkTrail();
    Map<Verifier.Place, Sha256> ofReaders = new HashMap<>();
    Map<String, String> copies = new HashMap<>();
    for (IssuedReading issued : StudyQueries.issued(database)) {
      List<AuditEntry> first = readerTrail(issued);
      Verifier.vouch(ofReaders, first, issued.readingId());
      for (Copy copy : StudyQueries.copies(database, issued.readingId())) {
        Verifier.vouch(ofReaders, copyTrail(issued, copy, first), copy.copyId());
        copies.put(copy.copyId(), issued.readingId());
      }
    }
    checkStrangers();
    verifier.growingTables(Tables.READING, ofReaders, copies);
  }

  /** As for {@link #check}, and a draft that is not sealed yet has the right structure. */
  static void requireIntact(Database database) {
    StudyVerifier verifier = new StudyVerifier(database, StudyQueries.identity(database));
    if (StudyQueries.sealRow(database).isEmpty()) {
      verifier.verifier.structure(StudySchema.objects(database.format()));
    } else {
      verifier.check();
    }
  }

  private void checkTrail() {
    List<AuditEntry> trail = Trail.own(database);
    verifier.trail(
        trail,
        Ledger.head(database),
        new Verifier.Signed(study.studyId(), study.key().verifyingKey(), verifier.headSignature()),
        "");
    Map<Verifier.Place, Sha256> vouched = new HashMap<>();
    Verifier.vouch(vouched, trail, "");
    verifier.growingTables(StudySchema.GROWING, vouched);
    EntrySignatures.check(database, trail, study.studyId());
  }

  private void checkSeal() {
    SealManifest manifest =
        StudyQueries.seal(database).orElseThrow(() -> new Broken("the study is not sealed yet"));
    StudyQueries.SealRow row = StudyQueries.sealRow(database).orElseThrow();
    if (!row.digest().equals(manifest.digest().hex())) {
      throw new Broken("the digest of the seal is wrong");
    }
    if (!study.key().verifyingKey().verifies(manifest.bytes(), row.signature())) {
      throw new Broken("the signature of the seal is wrong");
    }
    SealManifest now = manifest.recomputed(database, study);
    if (!now.json().equals(manifest.json())) {
      throw new Broken(changedTable(manifest));
    }
    if (!database
        .first("SELECT study_key FROM study", r -> r.bytes("study_key"))
        .map(key -> Arrays.equals(key, study.key().verifyingKey().encoded()))
        .orElse(false)) {
      throw new Broken("the study's public key is another");
    }
  }

  private String changedTable(SealManifest sealed) {
    for (Map.Entry<String, Sha256> table : ReadingHeader.tables(sealed.json()).entrySet()) {
      if (!RowDigests.table(database, table.getKey()).equals(table.getValue())) {
        return "table " + table.getKey() + " was changed after the seal";
      }
    }
    return "what was sealed is not what the study says now";
  }

  /** A returned trail ends where the reader signed that it ends. */
  private List<AuditEntry> readerTrail(IssuedReading issued) {
    List<AuditEntry> trail = Trail.ofReading(database, issued.readingId());
    List<Verifier.Signed> signatures = new ArrayList<>();
    List<Head> heads =
        database.query(
            "SELECT * FROM returned_reading WHERE reading_id = ? ORDER BY id",
            row -> {
              signatures.add(
                  new Verifier.Signed(issued.readingId(), issued.key(), row.bytes("signature")));
              return Trail.head(row);
            },
            issued.readingId());
    if (heads.isEmpty()) {
      if (!trail.isEmpty()) {
        throw new Broken("answers of " + issued.reader() + " are there, but never came back");
      }
      return trail;
    }
    verifier.trail(
        trail, heads.getLast(), signatures.getLast(), "file of " + issued.reader() + ": ");
    return trail;
  }

  /** What a copy went on with after the entries that it shares, to where the reader signed. */
  private List<AuditEntry> copyTrail(IssuedReading issued, Copy copy, List<AuditEntry> first) {
    String whose = "copy of the file of " + issued.reader() + ": ";
    if (copy.common() > first.size()) {
      throw new Broken(whose + "it shares more entries than there are");
    }
    List<AuditEntry> own = Trail.ofReading(database, copy.copyId());
    List<AuditEntry> all = new ArrayList<>(first.subList(0, (int) copy.common()));
    all.addAll(own);
    verifier.trail(
        all,
        copy.head(),
        new Verifier.Signed(issued.readingId(), issued.key(), copy.signature()),
        whose);
    return own;
  }

  private void checkStrangers() {
    long strangers =
        database.number(
            "SELECT count(*) FROM reader_audit WHERE reading_id NOT IN"
                + " (SELECT reading_id FROM returned_reading UNION SELECT copy_id FROM returned_copy)");
    if (strangers > 0) {
      throw new Broken("table reader_audit holds entries of a file that never came back");
    }
  }
}
