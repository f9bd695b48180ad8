package org.exemplar.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One row of a result, lent to a {@link Mapper} while it is current. */
final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  /** Turns one row into a value. */
  @FunctionalInterface
  interface Mapper<T> {
    T map(Row row) throws SQLException;
  }

  /**
   * @throws IllegalArgumentException when the value is null
   */
  String text(String column) throws SQLException {
    return optionalText(column)
        .orElseThrow(() -> new IllegalArgumentException(column + " is missing"));
  }

  Optional<String> optionalText(String column) throws SQLException {
    return Optional.ofNullable(results.getString(column));
  }

  int integer(String column) throws SQLException {
    return results.getInt(column);
  }

  long number(String column) throws SQLException {
    return results.getLong(column);
  }

  double real(String column) throws SQLException {
    return results.getDouble(column);
  }

  @Nullable Double optionalReal(String column) throws SQLException {
    double value = results.getDouble(column);
    return results.wasNull() ? null : value;
  }

  OptionalInt optionalInteger(String column) throws SQLException {
    int value = results.getInt(column);
    return results.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }

  boolean truth(String column) throws SQLException {
    return results.getInt(column) != 0;
  }

  /**
   * @throws IllegalArgumentException when the text is not exactly as this program writes dates
   */
  Instant instant(String column) throws SQLException {
    return Values.instant(text(column));
  }

  /**
   * @throws IllegalArgumentException when the value is null
   */
  byte[] bytes(String column) throws SQLException {
    byte[] value = results.getBytes(column);
    if (value == null) {
      throw new IllegalArgumentException(column + " is missing");
    }
    return value;
  }

  /** Column name → value as SQLite gives it, in the order of the columns. */
  Map<String, @Nullable Object> values() throws SQLException {
    ResultSetMetaData columns = results.getMetaData();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      values.put(columns.getColumnName(i), results.getObject(i));
    }
    return values;
  }

  ResultSet results() {
    return results;
  }
}
