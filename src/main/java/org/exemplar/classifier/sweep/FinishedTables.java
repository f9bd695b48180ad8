package org.exemplar.classifier.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.exemplar.crypto.Sha256;
import org.exemplar.files.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which tables of a folder are finished: {@code predictions/digests.json} names for each the digest
 * of all that determines it, and of the file itself. A table is trusted only when both fit.
 * Thread-safe.
 */
final class FinishedTables {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path file;
  private final TreeMap<String, Entry> entries = new TreeMap<>();

  private record Entry(String key, String sha256) {}

  private FinishedTables(Path file) {
    this.file = file;
  }

  /** What an earlier run left; an unreadable record counts as none. */
  static FinishedTables open(Path predictions) {
    var tables = new FinishedTables(predictions.resolve("digests.json"));
    if (Files.isRegularFile(tables.file)) {
      try {
        for (var entry : MAPPER.readTree(tables.file).properties()) {
          JsonNode node = entry.getValue();
          tables.entries.put(
              entry.getKey(),
              new Entry(node.path("key").asString(""), node.path("sha256").asString("")));
        }
      } catch (JacksonException unreadable) {
        tables.entries.clear();
      }
    }
    return tables;
  }

  /** Whether nothing was finished yet. */
  synchronized boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whether the table is there, was made from exactly this, and is unchanged. */
  synchronized boolean has(Path table, Sha256 key) {
    Entry entry = entries.get(String.valueOf(table.getFileName()));
    return entry != null
        && entry.key.equals(key.hex())
        && Files.isRegularFile(table)
        && entry.sha256.equals(Sha256.ofFile(table).hex());
  }

  /** Records a table that was just written. */
  synchronized void add(Path table, Sha256 key) {
    entries.put(
        String.valueOf(table.getFileName()), new Entry(key.hex(), Sha256.ofFile(table).hex()));
    ObjectNode root = MAPPER.createObjectNode();
    entries.forEach(
        (name, entry) -> root.putObject(name).put("key", entry.key).put("sha256", entry.sha256));
    WholeFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }
}
