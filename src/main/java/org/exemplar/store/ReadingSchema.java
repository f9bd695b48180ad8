package org.exemplar.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables of a reading file. */
final class ReadingSchema {
  /** What is written once, when the file is made, and signed by the study. */
  static final List<String> FIXED = List.of("reading", "worklist", "case_content");

  /** Type and name of everything in the schema → how SQLite spells it. */
  static final Map<String, String> OBJECTS = Verifier.objects(sql());

  private ReadingSchema() {}

  static List<String> sql() {
    List<String> sql = new ArrayList<>();
    sql.add(
        """
        CREATE TABLE reading (id INTEGER PRIMARY KEY CHECK (id = 1), reading_id TEXT NOT NULL,
        study_id TEXT NOT NULL, reader_id TEXT NOT NULL, sealed_at TEXT NOT NULL,
        made_at TEXT NOT NULL, software TEXT NOT NULL, protocol TEXT NOT NULL,
        reader_key BLOB NOT NULL, content_key_box BLOB NOT NULL, reader_key_box BLOB NOT NULL)
        STRICT\
        """);
    sql.add(
        """
        CREATE TABLE worklist (position INTEGER PRIMARY KEY, case_code TEXT NOT NULL,
        practice INTEGER NOT NULL CHECK (practice IN (0, 1)), showing INTEGER NOT NULL,
        FOREIGN KEY (case_code) REFERENCES case_content (case_code)) STRICT\
        """);
    sql.add(
        """
        CREATE TABLE case_content (case_code TEXT PRIMARY KEY, findings_box BLOB NOT NULL,
        image_box BLOB NOT NULL) STRICT\
        """);
    sql.add(
        """
        CREATE TABLE manifest (id INTEGER PRIMARY KEY CHECK (id = 1), json TEXT NOT NULL,
        study_key BLOB NOT NULL, signature BLOB NOT NULL) STRICT\
        """);
    FIXED.forEach(table -> sql.addAll(Tables.sealed(table, "manifest")));
    sql.addAll(Tables.appendOnly("manifest", "1"));
    sql.addAll(Tables.reading());
    sql.addAll(Tables.audit());
    return List.copyOf(sql);
  }
}
