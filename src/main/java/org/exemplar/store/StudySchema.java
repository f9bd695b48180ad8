package org.exemplar.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables of {@code study.db}. */
final class StudySchema {
  /** What is written before the seal and never afterwards. */
  static final List<String> FIXED = List.of("study", "study_case", "worklist");

  /** The study's own growing tables. */
  static final List<String> GROWING =
      Stream.concat(growing(1).stream(), growing(2).stream()).toList();

  private static final List<Map<String, String>> OBJECTS =
      List.of(Verifier.objects(first()), Verifier.objects(sql()));

  private StudySchema() {}

  /** Type and name of everything in the schema of a format → how SQLite spells it. */
  static Map<String, String> objects(long format) {
    return OBJECTS.get((int) format - 1);
  }

  /** The newest format. */
  static List<String> sql() {
    List<String> sql = new ArrayList<>(first());
    sql.addAll(second());
    return List.copyOf(sql);
  }

  /**
   * What format 2 adds: where a copy of a reading file went another way than the one that came
   * first, which of two answers counts, and the signatures of people under audit entries.
   */
  static List<String> second() {
    List<String> sql = new ArrayList<>();
    sql.add(
        """
        CREATE TABLE returned_copy (id INTEGER PRIMARY KEY, copy_id TEXT NOT NULL,
        reading_id TEXT NOT NULL REFERENCES issued_reading (reading_id),
        common INTEGER NOT NULL CHECK (common > 0), at TEXT NOT NULL, sequence INTEGER NOT NULL,
        hash TEXT NOT NULL, signature BLOB NOT NULL) STRICT\
        """);
    sql.add(
        """
        CREATE TABLE decision (id INTEGER PRIMARY KEY, reader_id TEXT NOT NULL,
        position INTEGER NOT NULL, case_code TEXT NOT NULL, question_id TEXT NOT NULL,
        kept TEXT NOT NULL, rule TEXT NOT NULL, reason TEXT NOT NULL CHECK (reason <> ''),
        actor TEXT NOT NULL, at TEXT NOT NULL) STRICT\
        """);
    sql.add(
        """
        CREATE TABLE entry_signature (sequence INTEGER PRIMARY KEY, signature BLOB NOT NULL)
        STRICT\
        """);
    sql.addAll(Tables.appendOnly("entry_signature", "sequence = NEW.sequence"));
    for (String table : growing(2)) {
      sql.addAll(Tables.appendOnly(table, "id = NEW.id"));
      sql.add(closed(table));
    }
    return List.copyOf(sql);
  }

  /** The growing tables that a format brought. */
  private static List<String> growing(int format) {
    return format == 1
        ? List.of("seal", "amendment", "issued_reading", "returned_reading", "unblinding")
        : List.of("returned_copy", "decision");
  }

  private static String closed(String table) {
    return Tables.refuse(
        table + "_closed",
        "INSERT ON " + table + " WHEN EXISTS (SELECT 1 FROM unblinding)",
        "the study is unblinded and takes no more data");
  }

  private static List<String> first() {
    List<String> sql = new ArrayList<>();
    sql.add(
        """
        CREATE TABLE study (id INTEGER PRIMARY KEY CHECK (id = 1), study_id TEXT NOT NULL,
        protocol TEXT NOT NULL, vocabulary TEXT NOT NULL, software TEXT NOT NULL,
        study_key BLOB NOT NULL, signing_key BLOB NOT NULL) STRICT\
        """);
    sql.add(
        """
        CREATE TABLE study_case (case_code TEXT PRIMARY KEY,
        practice INTEGER NOT NULL CHECK (practice IN (0, 1)), findings TEXT NOT NULL,
        reference TEXT NOT NULL, image BLOB NOT NULL) STRICT\
        """);
    sql.add(
        """
        CREATE TABLE worklist (reader_id TEXT NOT NULL, position INTEGER NOT NULL,
        case_code TEXT NOT NULL REFERENCES study_case (case_code),
        practice INTEGER NOT NULL CHECK (practice IN (0, 1)), showing INTEGER NOT NULL,
        PRIMARY KEY (reader_id, position)) STRICT\
        """);
    sql.add(
        """
        CREATE TABLE seal (id INTEGER PRIMARY KEY CHECK (id = 1), manifest TEXT NOT NULL,
        digest TEXT NOT NULL, signature BLOB NOT NULL) STRICT\
        """);
    sql.add(
        """
        CREATE TABLE amendment (id INTEGER PRIMARY KEY, protocol TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (reason <> ''), actor TEXT NOT NULL, at TEXT NOT NULL) STRICT\
        """);
    sql.add(
        """
        CREATE TABLE issued_reading (id INTEGER PRIMARY KEY, reading_id TEXT NOT NULL UNIQUE,
        reader_id TEXT NOT NULL, reader_key BLOB NOT NULL, manifest TEXT NOT NULL,
        at TEXT NOT NULL) STRICT\
        """);
    sql.add(
        """
        CREATE TABLE returned_reading (id INTEGER PRIMARY KEY, reading_id TEXT NOT NULL
        REFERENCES issued_reading (reading_id), at TEXT NOT NULL, sequence INTEGER NOT NULL,
        hash TEXT NOT NULL, signature BLOB NOT NULL) STRICT\
        """);
    sql.add(
        """
        CREATE TABLE unblinding (id INTEGER PRIMARY KEY CHECK (id = 1), actor TEXT NOT NULL,
        at TEXT NOT NULL, reason TEXT NOT NULL CHECK (reason <> ''), key_digest TEXT NOT NULL)
        STRICT\
        """);
    sql.add(
        "CREATE TABLE reader_audit (reading_id TEXT NOT NULL, sequence INTEGER NOT NULL, "
            + Tables.entryColumns()
            + ", PRIMARY KEY (reading_id, sequence)) STRICT");
    FIXED.forEach(table -> sql.addAll(Tables.sealed(table, "seal")));
    growing(1).forEach(table -> sql.addAll(Tables.appendOnly(table, "id = NEW.id")));
    sql.addAll(
        Tables.appendOnly(
            "reader_audit", "reading_id = NEW.reading_id AND sequence = NEW.sequence"));
    sql.addAll(Tables.reading());
    sql.addAll(Tables.audit());
    for (String table : List.of("rating", "submission", "reader_audit", "amendment")) {
      sql.add(closed(table));
    }
    return List.copyOf(sql);
  }
}
