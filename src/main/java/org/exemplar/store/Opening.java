package org.exemplar.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.exemplar.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens SQLite files in the few ways that are needed, and checks that they are what they say. */
final class Opening {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final int BUSY_MILLIS = 5_000;
  private static final int EXCLUSIVE_BUSY_MILLIS = 300;
  private static final int WAL_VERSION_OFFSET = 18;

  private Opening() {}

  /** A new file with this schema; refused when it exists. */
  static Database create(Path path, FileKind kind, List<String> schema) {
    if (Files.exists(path)) {
      throw new Problem(
          "The file %s exists already; choose another name.".formatted(path.getFileName()));
    }
    Database database = new Database(path, connect(path, config(BUSY_MILLIS), ""), true);
    try {
      database.execute("PRAGMA application_id=" + kind.applicationId());
      database.execute("PRAGMA user_version=" + kind.format());
      database.inTransaction(() -> {
        schema.forEach(database::execute);
        return schema;
      });
      database.execute("PRAGMA journal_mode=WAL");
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Opens for writing. A file of an older format is brought up to the present one first, with a
   * copy kept beside it.
   *
   * @param exclusive whether nobody else may have the file open meanwhile; then no byte of it is
   *     written before {@link #beginWriting}
   */
  static Database write(Path path, FileKind kind, boolean exclusive) {
    exists(path, kind);
    int wait = exclusive ? EXCLUSIVE_BUSY_MILLIS : BUSY_MILLIS;
    Database database = new Database(path, connect(path, config(wait), ""), true);
    try {
      if (exclusive) {
        database.execute("PRAGMA locking_mode=EXCLUSIVE");
      }
      check(database, kind);
      Migration.bringUp(database, kind);
      if (exclusive) {
        // Takes the lock now, so that a second opening is refused at once; writes no byte.
        database.execute("BEGIN EXCLUSIVE");
        database.execute("COMMIT");
      } else {
        database.execute("PRAGMA journal_mode=WAL");
        database.inTransaction(() -> database.number("PRAGMA user_version"));
      }
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Has a file that was opened exclusively write ahead from now on. */
  static void beginWriting(Database database) {
    database.execute("PRAGMA journal_mode=WAL");
  }

  /** Opens for reading; from a read-only medium and of any older format too; changes nothing. */
  static Database read(Path path, FileKind kind) {
    exists(path, kind);
    SQLiteConfig config = config(BUSY_MILLIS);
    config.setReadOnly(true);
    String frozen = "";
    if (leftInWal(path) && !besideWritable(path)) {
      config.setOpenMode(SQLiteOpenMode.OPEN_URI);
      frozen = "?immutable=1";
    }
    Database database = new Database(path, connect(path, config, frozen), false);
    try {
      check(database, kind);
      Migration.standIn(database, kind);
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Unpacks and loads SQLite, and asks it something. */
  static void prepare() {
    try (Connection memory = config(BUSY_MILLIS).createConnection("jdbc:sqlite::memory:");
        Statement statement = memory.createStatement()) {
      statement.execute("PRAGMA quick_check(1)");
    } catch (SQLException e) {
      LOG.debug("SQLite could not be prepared", e);
    }
  }

  private static SQLiteConfig config(int busyMillis) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(busyMillis);
    config.enforceForeignKeys(true);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    return config;
  }

  private static Connection connect(Path path, SQLiteConfig config, String query) {
    String target =
        query.isEmpty()
            ? path.toAbsolutePath().toString()
            : "file:" + path.toUri().getRawPath() + query;
    try {
      return config.createConnection("jdbc:sqlite:" + target);
    } catch (SQLException e) {
      throw StoreProblems.of(path, e);
    }
  }

  private static void exists(Path path, FileKind kind) {
    if (!Files.isRegularFile(path)) {
      throw new Problem(
          "There is no file %s; choose %s.".formatted(path.toAbsolutePath(), kind.words()));
    }
  }

  private static void check(Database database, FileKind kind) {
    String name = String.valueOf(database.path().getFileName());
    if (database.number("PRAGMA application_id") != kind.applicationId()) {
      throw new Problem("The file %s is not %s; choose another.".formatted(name, kind.words()));
    }
    long format = database.format();
    if (format < 1) {
      throw StoreProblems.damaged(database.path(), new IOException("format " + format));
    }
    if (format > kind.format()) {
      throw new Problem(
          "The file %s was made by a newer version of Exemplar (format %d, this version knows %d);"
                  .formatted(name, format, kind.format())
              + " update Exemplar. Nothing was changed.");
    }
    String found =
        database.first("PRAGMA quick_check(1)", row -> row.results().getString(1)).orElse("");
    if (!found.equals("ok")) {
      throw StoreProblems.damaged(database.path(), new IOException(found));
    }
  }

  /** Whether the header says that the file was not closed in order (byte 18 is 2 in WAL mode). */
  private static boolean leftInWal(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] header = in.readNBytes(WAL_VERSION_OFFSET + 1);
      return header.length > WAL_VERSION_OFFSET && header[WAL_VERSION_OFFSET] == 2;
    } catch (IOException e) {
      throw new Problem("Cannot read " + path.getFileName() + ": check its drive.", e);
    }
  }

  /** Whether a file, and what SQLite puts beside it, can be written. */
  static boolean besideWritable(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    return folder != null && Files.isWritable(folder) && Files.isWritable(path);
  }
}
