package org.exemplar.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Audit entries as rows, and the rows that entries vouch for. */
final class Trail {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Trail() {}

  /**
   * A row that an entry vouches for.
   *
   * @param id within its table, and within its reading where it belongs to one
   */
  record Vouched(String table, long id, Sha256 digest) {
    /** The row's columns in a reading's tables. */
    Map<String, @Nullable Object> valuesIn(Database database, String readingId) {
      return row(database, readingId, Row::values);
    }

    /** The row's digest in a reading's tables. */
    Sha256 digestIn(Database database, String readingId) {
      return row(database, readingId, RowDigests::row);
    }

    private <T> T row(Database database, String readingId, Row.Mapper<T> mapper) {
      if (!Tables.READING.contains(table)) {
        throw new IllegalStateException("a reading has no table " + table);
      }
      return database
          .first(
              "SELECT * FROM %s WHERE reading_id = ? AND id = ?".formatted(table),
              mapper,
              readingId,
              id)
          .orElseThrow();
    }
  }

  static List<AuditEntry> own(Database database) {
    return database.query("SELECT * FROM audit ORDER BY sequence", Trail::entry);
  }

  static List<AuditEntry> ofReading(Database database, String readingId) {
    return database.query(
        "SELECT * FROM reader_audit WHERE reading_id = ? ORDER BY sequence",
        Trail::entry,
        readingId);
  }

  static AuditEntry entry(Row row) throws SQLException {
    return new AuditEntry(
        row.number("sequence"),
        new Stamp(row.text("actor"), row.instant("at")),
        row.text("action"),
        row.text("payload"),
        new AuditEntry.Chain(new Sha256(row.text("previous")), new Sha256(row.text("hash"))));
  }

  static AuditEntry.Head head(Row row) throws SQLException {
    return new AuditEntry.Head(row.number("sequence"), new Sha256(row.text("hash")));
  }

  /** All columns but the sequence. */
  static Map<String, String> columns(AuditEntry entry) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("at", Values.text(entry.stamp().at()));
    columns.put("actor", entry.stamp().actor());
    columns.put("action", entry.action());
    columns.put("payload", entry.payload());
    columns.put("previous", entry.chain().previous().hex());
    columns.put("hash", entry.chain().hash().hex());
    return columns;
  }

  static List<Vouched> vouched(AuditEntry entry) {
    List<Vouched> rows = new ArrayList<>();
    for (JsonNode row : JSON.readTree(entry.payload()).path("rows")) {
      rows.add(
          new Vouched(
              row.required("table").stringValue(),
              row.required("id").longValue(),
              new Sha256(row.required("sha256").stringValue())));
    }
    return rows;
  }
}
