package org.exemplar.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exemplar.audit.CanonicalJson;
import org.exemplar.crypto.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Digests of rows and tables, so that other programs can check them too: a row's is the SHA-256 of
 * its canonical JSON object, column name → value, bytes standing as the hex of their SHA-256; a
 * table's is the SHA-256 of its rows' JSON, each with a line feed, in the order of the primary key.
 */
final class RowDigests {
  private RowDigests() {}

  static Sha256 row(Row row) throws SQLException {
    return Sha256.ofText(json(row.values()));
  }

  /** Of a row of a reading, as it is in a file with this id. */
  static Sha256 row(Row row, String readingId) throws SQLException {
    Map<String, @Nullable Object> values = row.values();
    values.put("reading_id", readingId);
    return Sha256.ofText(json(values));
  }

  static Sha256 table(Database database, String table) {
    Sha256.Running digest = Sha256.running();
    String order = String.join(", ", primaryKey(database, table));
    database.each(
        "SELECT * FROM %s ORDER BY %s".formatted(table, order),
        row -> digest.add((json(row.values()) + "\n").getBytes(StandardCharsets.UTF_8)));
    return digest.digest();
  }

  private static List<String> primaryKey(Database database, String table) {
    return database.query(
        "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
        row -> row.text("name"),
        table);
  }

  private static String json(Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> values = new TreeMap<>();
    row.forEach((column, value) ->
        values.put(column, value instanceof byte[] bytes ? Sha256.of(bytes).hex() : value));
    return CanonicalJson.write(values);
  }
}
