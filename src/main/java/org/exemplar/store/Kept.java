package org.exemplar.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One audit entry with everything that it added: enough to add it to another copy of the same
 * reading, bit for bit.
 *
 * @param entry the entry
 * @param rows the rows that it vouches for, in its order
 * @param signature of the trail's head after it
 */
@SuppressWarnings("ArrayRecordComponent")
record Kept(AuditEntry entry, List<TableRow> rows, byte[] signature) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A row of a growing table, column → value as SQLite gives it. */
  record TableRow(String table, Map<String, @Nullable Object> values) {}

  /** The latest entry of a database that holds one reading. */
  static Kept latest(Database database, String readingId, AuditEntry entry) {
    List<TableRow> rows = new ArrayList<>();
    for (Trail.Vouched row : Trail.vouched(entry)) {
      rows.add(new TableRow(row.table(), row.valuesIn(database, readingId)));
    }
    return new Kept(entry, rows, new Verifier(database).headSignature());
  }

  byte[] json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sequence", entry.sequence());
    json.put("entry", Trail.columns(entry));
    json.put("rows", rows);
    json.put("signature", Base64.getEncoder().encodeToString(signature));
    return JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What {@link #json} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Kept of(byte[] json) {
    JsonNode root = JSON.readTree(json);
    JsonNode entry = root.required("entry");
    List<TableRow> rows = new ArrayList<>();
    for (JsonNode row : root.required("rows")) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      row.required("values").properties().forEach(e -> values.put(e.getKey(), value(e.getValue())));
      rows.add(new TableRow(row.required("table").stringValue(), values));
    }
    return new Kept(
        new AuditEntry(
            root.required("sequence").longValue(),
            new Stamp(text(entry, "actor"), Values.instant(text(entry, "at"))),
            text(entry, "action"),
            text(entry, "payload"),
            new AuditEntry.Chain(
                new Sha256(text(entry, "previous")), new Sha256(text(entry, "hash")))),
        rows,
        Base64.getDecoder().decode(root.required("signature").stringValue()));
  }

  private static String text(JsonNode node, String name) {
    return node.required(name).stringValue();
  }

  private static @Nullable Object value(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    if (node.isIntegralNumber()) {
      return node.longValue();
    }
    return node.isNumber() ? node.doubleValue() : node.stringValue();
  }
}
