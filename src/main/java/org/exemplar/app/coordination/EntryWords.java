package org.exemplar.app.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exemplar.audit.AuditEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Audit entries as people read them; the entry itself stays as it is. */
final class EntryWords {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONG_HEX = 24;
  private static final int SHORT_HEX = 12;

  private EntryWords() {}

  /** What was done. */
  static String action(AuditEntry entry) {
    return entry.action().replace('_', ' ');
  }

  /** Who signed the entry, e.g. {@code "M. Adeyemi"}; empty where nobody did. */
  static String signer(AuditEntry entry) {
    return JSON.readTree(entry.payload()).path("by").path("name").asString("");
  }

  /** The entry's details, word by word, long digests shortened. */
  static String details(AuditEntry entry) {
    JsonNode payload = JSON.readTree(entry.payload());
    List<String> words = new ArrayList<>();
    List<String> digests = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : payload.path("details").properties()) {
      String value = value(each.getValue());
      (value.endsWith("…") ? digests : words).add(each.getKey().replace('_', ' ') + " " + value);
    }
    words.addAll(digests);
    int rows = payload.path("rows").size();
    if (rows > 0) {
      words.add(rows == 1 ? "1 row" : rows + " rows");
    }
    return String.join(" · ", words);
  }

  private static String value(JsonNode node) {
    String text = node.isValueNode() ? node.asString() : node.toString();
    return text.length() >= LONG_HEX && text.matches("[0-9a-f]+")
        ? text.substring(0, SHORT_HEX) + "…"
        : text;
  }

  /** Whether an entry has these words anywhere, in any case. */
  static boolean has(AuditEntry entry, String words) {
    String all =
        entry.sequence()
            + " "
            + Days.time(entry.stamp().at())
            + " "
            + entry.stamp().actor()
            + " "
            + action(entry)
            + " "
            + details(entry)
            + " "
            + entry.payload()
            + " "
            + entry.chain().hash().hex();
    return all.toLowerCase(java.util.Locale.ROOT)
        .contains(words.strip().toLowerCase(java.util.Locale.ROOT));
  }
}
