package org.exemplar.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What came back when, read from the heads that readers signed. */
final class Returns {
  /** Submissions that the entries of a file up to one of them vouch for. */
  private static final String SUBMITTED =
      """
      SELECT count(*) FROM reader_audit WHERE reading_id = ? AND sequence <= ?
      AND action IN ('submit', 'skip')\
      """;

  private static final String FINISHED =
      """
      SELECT count(DISTINCT position) FROM submission WHERE practice = 0
      AND ((reading_id = ? AND id <= ?) OR (reading_id = ? AND id <= ?))\
      """;

  private final Database database;

  private Returns(Database database) {
    this.database = database;
  }

  /** In the order in which they came back. */
  static List<ReturnedReading> of(Database database) {
    Returns returns = new Returns(database);
    List<ReturnedReading> all = new ArrayList<>();
    for (IssuedReading issued : StudyQueries.issued(database)) {
      all.addAll(returns.files(issued));
      all.addAll(returns.copies(issued));
    }
    all.sort(Comparator.comparing(ReturnedReading::at));
    return all;
  }

  private List<ReturnedReading> files(IssuedReading issued) {
    String id = issued.readingId();
    return database.query(
        "SELECT * FROM returned_reading WHERE reading_id = ? ORDER BY id",
        row -> {
          long last = database.number(SUBMITTED, id, row.number("sequence"));
          return new ReturnedReading(
              issued.reader(), row.instant("at"), false, cases(id, last, id, last));
        },
        id);
  }

  private List<ReturnedReading> copies(IssuedReading issued) {
    String id = issued.readingId();
    return database.query(
        "SELECT * FROM returned_copy WHERE reading_id = ? ORDER BY id",
        row -> {
          String copy = row.text("copy_id");
          long shared = database.number(SUBMITTED, id, row.number("common"));
          long own = database.number(SUBMITTED, copy, row.number("sequence"));
          return new ReturnedReading(
              issued.reader(), row.instant("at"), true, cases(id, shared, copy, shared + own));
        },
        id);
  }

  private int cases(String first, long shared, String second, long last) {
    return (int) database.number(FINISHED, first, shared, second, last);
  }
}
