package org.exemplar.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.AuditEntry.Head;
import org.exemplar.audit.CanonicalJson;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * Adds rows to a file together with the audit entry that vouches for them: the entry's payload is
 * {@code {"details": …, "rows": [{"table", "id", "sha256"}, …]}}, and the head of the trail is
 * signed anew in the same transaction. The entry of a person who signed in has {@code "by"} too and
 * that person's signature, in a study's trail.
 */
final class Ledger {
  private final Database database;
  private final String fileId;
  private final SigningKey key;

  /**
   * @param fileId the study's or the reading's id, which the signature of the head names
   * @param key signs the head
   */
  Ledger(Database database, String fileId, SigningKey key) {
    this.database = database;
    this.fileId = fileId;
    this.key = key;
  }

  /**
   * A row to be added; its {@code id} is given here.
   *
   * @param values column → value, in any order
   */
  record NewRow(String table, Map<String, ? extends @Nullable Object> values) {}

  /** Adds the rows and their entry in a transaction of their own. */
  AuditEntry append(Stamp stamp, String action, Map<String, ?> details, List<NewRow> rows) {
    return database.inTransaction(() -> appendWithin(stamp, action, details, rows));
  }

  /** Adds the rows and their entry in the transaction under way. */
  AuditEntry appendWithin(Stamp stamp, String action, Map<String, ?> details, List<NewRow> rows) {
    List<Map<String, Object>> vouched = new ArrayList<>();
    for (NewRow row : rows) {
      vouched.add(add(row));
    }
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("details", details);
    payload.put("rows", vouched);
    stamp.signer().ifPresent(signer -> payload.put(EntrySignatures.BY, signer.card()));
    AuditEntry entry = AuditEntry.after(head(database), stamp, action, payload);
    insert(database, entry, key.sign(message(fileId, entry.head())));
    stamp.signer().ifPresent(signer -> EntrySignatures.write(database, fileId, entry, signer));
    return entry;
  }

  /** Adds an entry that was made for this file, and moves the head of the trail to it. */
  static void insert(Database database, AuditEntry entry, byte[] signature) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("sequence", entry.sequence());
    columns.putAll(Trail.columns(entry));
    database.insert("audit", columns);
    Head head = entry.head();
    if (head.sequence() == 1) {
      database.insert(
          "head",
          Map.of("id", 1, "sequence", 1, "hash", head.hash().hex(), "signature", signature));
    } else {
      database.update(
          "UPDATE head SET sequence = ?, hash = ?, signature = ? WHERE id = 1",
          head.sequence(),
          head.hash().hex(),
          signature);
    }
  }

  /** The id that the next row of a table gets. */
  long nextId(String table, boolean ofReading) {
    return ofReading
        ? database.number(
            "SELECT coalesce(max(id), 0) + 1 FROM " + table + " WHERE reading_id = ?", fileId)
        : database.number("SELECT coalesce(max(id), 0) + 1 FROM " + table);
  }

  static Head head(Database database) {
    return database
        .first("SELECT sequence, hash FROM head WHERE id = 1", Trail::head)
        .orElse(Head.EMPTY);
  }

  /** What is signed for a head: its canonical JSON with the file's id. */
  static byte[] message(String fileId, Head head) {
    return CanonicalJson.write(
            Map.of("file", fileId, "hash", head.hash().hex(), "sequence", head.sequence()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Object> add(NewRow row) {
    boolean ofReading = Tables.READING.contains(row.table());
    long id = nextId(row.table(), ofReading);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (ofReading) {
      values.put("reading_id", fileId);
    }
    values.put("id", id);
    values.putAll(row.values());
    database.insert(row.table(), values);
    // Read back, so that what is vouched for is what SQLite made of it.
    String same = ofReading ? " AND reading_id = ?" : "";
    @Nullable Object[] arguments = ofReading ? new Object[] {id, fileId} : new Object[] {id};
    String digest =
        database
            .first(
                "SELECT * FROM %s WHERE id = ?%s".formatted(row.table(), same),
                RowDigests::row,
                arguments)
            .orElseThrow()
            .hex();
    return Map.of("table", row.table(), "id", id, "sha256", digest);
  }
}
