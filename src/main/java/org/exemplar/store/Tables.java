package org.exemplar.store;

import java.util.ArrayList;
import java.util.List;

/** Building blocks of both schemas: the tables that only grow, and the triggers that hold them. */
final class Tables {
  private Tables() {}

  /** The tables of a reading, the same column for column in reading files and in study.db. */
  static final List<String> READING =
      List.of(
          "reader_details",
          "display_check",
          "sitting_event",
          "answer",
          "submission",
          "rating",
          "deviation");

  private static final String CASE_TIME =
      """
      first_shown TEXT NOT NULL, %s TEXT NOT NULL, active_ms INTEGER NOT NULL CHECK (active_ms >= 0),
      idle_ms INTEGER NOT NULL CHECK (idle_ms >= 0)\
      """;

  private static final String PLACE =
      """
      position INTEGER NOT NULL, case_code TEXT NOT NULL,
      practice INTEGER NOT NULL CHECK (practice IN (0, 1)), showing INTEGER NOT NULL\
      """;

  private static final String ANSWER =
      """
      question_id TEXT NOT NULL, kind TEXT NOT NULL, value_code INTEGER, value_text TEXT NOT NULL,
      changes INTEGER NOT NULL, review TEXT\
      """;

  /** The tables named in {@link #READING}, their indices and triggers. */
  static List<String> reading() {
    List<String> sql = new ArrayList<>();
    sql.add(
        table(
            "reader_details",
            "at TEXT NOT NULL, reader_id TEXT NOT NULL, years_of_experience INTEGER NOT NULL,"
                + " subspecialty TEXT NOT NULL"));
    sql.add(
        table(
            "display_check",
            """
            at TEXT NOT NULL, display_id TEXT NOT NULL, width_px INTEGER NOT NULL,
            height_px INTEGER NOT NULL, scaling REAL NOT NULL, answers TEXT NOT NULL,
            passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
            pixel_for_pixel INTEGER NOT NULL CHECK (pixel_for_pixel IN (0, 1)),
            luminance_min REAL, luminance_max REAL, ambient TEXT\
            """));
    sql.add(
        table(
            "sitting_event",
            "at TEXT NOT NULL, kind TEXT NOT NULL, position INTEGER NOT NULL, active_ms INTEGER NOT"
                + " NULL, note TEXT NOT NULL"));
    sql.add(table("answer", PLACE + ",\n" + ANSWER + ",\n" + CASE_TIME.formatted("at")));
    sql.add(
        table(
            "submission",
            PLACE
                + ",\noutcome TEXT NOT NULL, reason TEXT NOT NULL, comment TEXT NOT NULL,\n"
                + CASE_TIME.formatted("submitted")));
    sql.add(
        table(
            "rating",
            "submission_id INTEGER NOT NULL, reader_id TEXT NOT NULL,\n"
                + PLACE
                + ",\n"
                + ANSWER
                + ",\n"
                + CASE_TIME.formatted("submitted")
                + """
                ,
                window_centre REAL NOT NULL, window_width REAL NOT NULL,
                inverted INTEGER NOT NULL CHECK (inverted IN (0, 1)), zoom REAL NOT NULL,
                display_id TEXT NOT NULL, display_check_id INTEGER NOT NULL,
                app_version TEXT NOT NULL, simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
                FOREIGN KEY (reading_id, submission_id) REFERENCES submission (reading_id, id)\
                """));
    sql.add(
        table(
            "deviation",
            "at TEXT NOT NULL, kind TEXT NOT NULL, position INTEGER NOT NULL, reason TEXT NOT NULL"
                + " CHECK (reason <> '')"));
    sql.add("CREATE INDEX answer_by_position ON answer (reading_id, position)");
    sql.add("CREATE INDEX submission_by_position ON submission (reading_id, position)");
    sql.add("CREATE INDEX rating_by_position ON rating (reading_id, position)");
    for (String table : READING) {
      sql.addAll(appendOnly(table, "reading_id = NEW.reading_id AND id = NEW.id"));
    }
    return sql;
  }

  /** An audit trail, and the one row that says where it ends, signed. */
  static List<String> audit() {
    List<String> sql = new ArrayList<>();
    sql.add("CREATE TABLE audit (sequence INTEGER PRIMARY KEY, " + entryColumns() + ") STRICT");
    sql.add(
        """
        CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL,
        hash TEXT NOT NULL, signature BLOB NOT NULL) STRICT\
        """);
    sql.addAll(appendOnly("audit", "sequence = NEW.sequence"));
    sql.add(
        """
        CREATE TRIGGER head_moves_forward BEFORE UPDATE ON head WHEN NEW.sequence <= OLD.sequence
        BEGIN SELECT RAISE(ABORT, 'the head of the audit trail only moves forward'); END\
        """);
    sql.add(refuse("head_no_delete", "DELETE ON head", "the head of the audit trail stays"));
    sql.add(
        refuse(
            "head_no_replace",
            "INSERT ON head WHEN EXISTS (SELECT 1 FROM head)",
            "the head of the audit trail is one"));
    return sql;
  }

  static String entryColumns() {
    return "at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, payload TEXT NOT NULL,"
        + " previous TEXT NOT NULL, hash TEXT NOT NULL";
  }

  /** Triggers that let rows be added and nothing else; replacing a row counts as changing it. */
  static List<String> appendOnly(String table, String same) {
    String why = table + " is append-only";
    return List.of(
        refuse(table + "_no_update", "UPDATE ON " + table, why),
        refuse(table + "_no_delete", "DELETE ON " + table, why),
        refuse(
            table + "_no_replace",
            "INSERT ON %s WHEN EXISTS (SELECT 1 FROM %s WHERE %s)".formatted(table, table, same),
            why));
  }

  /** Triggers that let nothing in, out or be changed once {@code seal} has a row. */
  static List<String> sealed(String table, String seal) {
    String when = " ON %s WHEN EXISTS (SELECT 1 FROM %s)".formatted(table, seal);
    String why = table + " is sealed";
    return List.of(
        refuse(table + "_no_update_sealed", "UPDATE" + when, why),
        refuse(table + "_no_delete_sealed", "DELETE" + when, why),
        refuse(table + "_no_insert_sealed", "INSERT" + when, why));
  }

  static String refuse(String trigger, String event, String why) {
    return "CREATE TRIGGER %s BEFORE %s BEGIN SELECT RAISE(ABORT, '%s'); END"
        .formatted(trigger, event, why);
  }

  private static String table(String name, String columns) {
    return "CREATE TABLE %s (reading_id TEXT NOT NULL, id INTEGER NOT NULL,\n%s,\n%s) STRICT"
        .formatted(name, columns.strip(), "PRIMARY KEY (reading_id, id)");
  }
}
