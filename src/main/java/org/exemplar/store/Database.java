package org.exemplar.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One SQLite file, open. Rows are lent to mappers; nothing of JDBC leaves. One thread at a time is
 * let in, others wait.
 */
final class Database implements AutoCloseable {
  private final Path path;
  private final Connection connection;
  private final boolean writable;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;

  Database(Path path, Connection connection, boolean writable) {
    this.path = path;
    this.connection = connection;
    this.writable = writable;
  }

  Path path() {
    return path;
  }

  boolean writable() {
    return writable;
  }

  /** The number of the format that the file says it has. */
  long format() {
    return number("PRAGMA user_version");
  }

  /** Runs the work in one transaction: all of it is on disk afterwards, or none of it. */
  <T> T inTransaction(Supplier<T> work) {
    lock.lock();
    try {
      execute("BEGIN IMMEDIATE");
      boolean done = false;
      try {
        T result = work.get();
        execute("COMMIT");
        done = true;
        return result;
      } finally {
        if (!done) {
          rollback();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Reads several things as of one moment. */
  <T> T consistently(Supplier<T> reading) {
    lock.lock();
    try {
      execute("BEGIN");
      try {
        return reading.get();
      } finally {
        rollback();
      }
    } finally {
      lock.unlock();
    }
  }

  void execute(String sql) {
    lock.lock();
    try (Statement statement = open().createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw StoreProblems.of(path, e);
    } finally {
      lock.unlock();
    }
  }

  void update(String sql, @Nullable Object... arguments) {
    lock.lock();
    try (PreparedStatement statement = open().prepareStatement(sql)) {
      bind(statement, arguments);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw StoreProblems.of(path, e);
    } finally {
      lock.unlock();
    }
  }

  /** Adds a row. Table and column names are this room's own, never from outside. */
  void insert(String table, Map<String, ? extends @Nullable Object> values) {
    String columns = String.join(", ", values.keySet());
    String marks = String.join(", ", values.keySet().stream().map(c -> "?").toList());
    update(
        "INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, marks),
        values.values().toArray());
  }

  <T> List<T> query(String sql, Row.Mapper<T> mapper, @Nullable Object... arguments) {
    List<T> found = new ArrayList<>();
    each(sql, row -> found.add(mapper.map(row)), arguments);
    return found;
  }

  <T> Optional<T> first(String sql, Row.Mapper<T> mapper, @Nullable Object... arguments) {
    return query(sql, mapper, arguments).stream().findFirst();
  }

  /** The first column of the only row, as a whole number. */
  long number(String sql, @Nullable Object... arguments) {
    return first(sql, row -> row.results().getLong(1), arguments).orElse(0L);
  }

  /** Lends each row in turn; for tables that need not fit into memory. */
  void each(String sql, Row.Mapper<?> visitor, @Nullable Object... arguments) {
    lock.lock();
    try (PreparedStatement statement = open().prepareStatement(sql)) {
      bind(statement, arguments);
      try (ResultSet results = statement.executeQuery()) {
        Row row = new Row(results);
        while (results.next()) {
          visitor.map(row);
        }
      }
    } catch (SQLException e) {
      throw StoreProblems.of(path, e);
    } catch (IllegalArgumentException | JacksonException e) {
      throw StoreProblems.damaged(path, e);
    } finally {
      lock.unlock();
    }
  }

  /** Copies the whole database, without its journal, into a new file. */
  void copyInto(Path target) {
    update("VACUUM INTO ?", target.toAbsolutePath().toString());
  }

  /**
   * Writes everything to the main file and leaves a single file behind, which any program can read
   * from any medium.
   */
  @Override
  public void close() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      if (writable) {
        settle();
      }
      connection.close();
    } catch (SQLException e) {
      throw StoreProblems.of(path, e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Without success, as when another program has the file open too, the journal stays beside the
   * file and is taken in by whoever closes last.
   */
  private void settle() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout=100");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      statement.execute("PRAGMA journal_mode=DELETE");
    } catch (SQLException e) {
      if (!(StoreProblems.of(path, e) instanceof Problem)) {
        throw StoreProblems.of(path, e);
      }
    }
  }

  private Connection open() {
    if (closed) {
      throw new IllegalStateException("the file is closed: " + path.getFileName());
    }
    return connection;
  }

  /** A failed transaction may have been rolled back by SQLite itself already. */
  private void rollback() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw StoreProblems.of(path, e);
      }
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, Values.stored(arguments[i]));
    }
  }

  /** Bytes of the file on disk. */
  long size() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new Problem("Cannot read " + path.getFileName() + ": check its drive.", e);
    }
  }
}
