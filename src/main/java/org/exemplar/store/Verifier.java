package org.exemplar.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.exemplar.audit.AuditChain;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.AuditEntry.Head;
import org.exemplar.crypto.Sha256;
import org.exemplar.crypto.VerifyingKey;
import org.exemplar.problem.Problem;
import org.sqlite.SQLiteConfig;
import tools.jackson.core.JacksonException;

/**
 * The checks that both kinds of files share. Each throws {@link Broken} with one plain clause at
 * the first thing that is not as it should be.
 */
final class Verifier {
  private final Database database;

  Verifier(Database database) {
    this.database = database;
  }

  /** The first thing found broken. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(String what) {
      super(what);
    }
  }

  /** A row's place: the reading it belongs to (empty for the study's own), table and id. */
  record Place(String readingId, String table, long id) {}

  /** Runs the checks as of one moment and says what they found. */
  static Verification run(Database database, Runnable checks) {
    Head head = Head.EMPTY;
    try {
      head = Ledger.head(database);
      database.consistently(() -> {
        checks.run();
        return checks;
      });
      return new Verification(Optional.empty(), head);
    } catch (Broken e) {
      return new Verification(Optional.of(String.valueOf(e.getMessage())), head);
    } catch (Problem | IllegalArgumentException | JacksonException e) {
      return new Verification(Optional.of("a value cannot be read: " + e.getMessage()), head);
    }
  }

  /** SQLite's own check, and that tables and triggers are exactly those of this format. */
  void structure(Map<String, String> shouldBe) {
    String found =
        database.first("PRAGMA integrity_check(1)", row -> row.results().getString(1)).orElse("");
    if (!found.equals("ok")) {
      throw new Broken("the database is damaged: " + found);
    }
    Map<String, String> is = objects(database);
    for (Map.Entry<String, String> object : shouldBe.entrySet()) {
      if (!object.getValue().equals(is.remove(object.getKey()))) {
        throw new Broken(object.getKey() + " is missing or was changed");
      }
    }
    if (!is.isEmpty()) {
      throw new Broken(is.keySet().iterator().next() + " was added");
    }
  }

  /** That each fixed table has the digest stated for it. */
  void fixedTables(Map<String, Sha256> stated) {
    stated.forEach((table, digest) -> {
      if (!RowDigests.table(database, table).equals(digest)) {
        throw new Broken("table " + table + " was changed");
      }
    });
  }

  /** That a trail is unbroken and ends where its signed head says. */
  void trail(List<AuditEntry> entries, Head head, Signed signed, String whose) {
    AuditChain.verify(entries)
        .ifPresent(broken -> {
          throw new Broken(whose + broken.what());
        });
    Head last = entries.isEmpty() ? Head.EMPTY : entries.getLast().head();
    if (!last.equals(head)) {
      throw new Broken(
          "%sthe audit trail ends at entry %d, its head says %d"
              .formatted(whose, last.sequence(), head.sequence()));
    }
    if (!signed.key().verifies(Ledger.message(signed.fileId(), head), signed.signature())) {
      throw new Broken(whose + "the signature of the audit trail's head is wrong");
    }
  }

  /**
   * Who signed a head.
   *
   * @param fileId what the signature names
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Signed(String fileId, VerifyingKey key, byte[] signature) {}

  /** The own head's signature. */
  byte[] headSignature() {
    return database
        .first("SELECT signature FROM head WHERE id = 1", row -> row.bytes("signature"))
        .orElseThrow(() -> new Broken("the head of the audit trail is missing"));
  }

  /** Notes what the entries vouch for; two entries never vouch for the same row. */
  static void vouch(Map<Place, Sha256> vouched, List<AuditEntry> entries, String readingId) {
    for (AuditEntry entry : entries) {
      for (Trail.Vouched row : Trail.vouched(entry)) {
        Place place = new Place(readingId, row.table(), row.id());
        if (vouched.put(place, row.digest()) != null) {
          throw new Broken("two audit entries vouch for " + words(place));
        }
      }
    }
  }

  /** That the rows of these tables are exactly those vouched for. */
  void growingTables(List<String> tables, Map<Place, Sha256> vouched) {
    growingTables(tables, vouched, Map.of());
  }

  /**
   * That the rows of these tables are exactly those vouched for.
   *
   * @param copies id of a copy of a reading → the id that its rows had in its file
   */
  void growingTables(List<String> tables, Map<Place, Sha256> vouched, Map<String, String> copies) {
    Map<Place, Sha256> left = new HashMap<>(vouched);
    for (String table : tables) {
      boolean ofReading = Tables.READING.contains(table);
      database.each(
          "SELECT * FROM %s ORDER BY id".formatted(table),
          row -> {
            Place place =
                new Place(ofReading ? row.text("reading_id") : "", table, row.number("id"));
            Sha256 digest = left.remove(place);
            if (digest == null) {
              throw new Broken("no audit entry vouches for " + words(place));
            }
            String original = copies.get(place.readingId());
            Sha256 is = original == null ? RowDigests.row(row) : RowDigests.row(row, original);
            if (!digest.equals(is)) {
              throw new Broken(words(place) + " was changed");
            }
            return place;
          });
    }
    left.keySet().stream()
        .findFirst()
        .ifPresent(place -> {
          throw new Broken(words(place) + " is missing");
        });
  }

  private static String words(Place place) {
    return "row %d of table %s".formatted(place.id(), place.table());
  }

  private static Map<String, String> objects(Database database) {
    Map<String, String> objects = new TreeMap<>();
    database.each(
        "SELECT type, name, coalesce(sql, '') AS sql FROM sqlite_master",
        row -> objects.put(row.text("type") + " " + row.text("name"), row.text("sql")));
    return objects;
  }

  /** What SQLite makes of the schema, asked of an empty database in memory. */
  static Map<String, String> objects(List<String> schema) {
    Path memory = Path.of("memory");
    try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
        Database empty = new Database(memory, connection, false)) {
      schema.forEach(empty::execute);
      return Collections.unmodifiableMap(objects(empty));
    } catch (SQLException e) {
      throw StoreProblems.of(memory, e);
    }
  }
}
