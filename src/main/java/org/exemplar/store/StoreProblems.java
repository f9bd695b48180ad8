package org.exemplar.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.exemplar.problem.Problem;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns SQLite's failures into sentences that say what to do. */
final class StoreProblems {
  private StoreProblems() {}

  /**
   * What to throw for a failure: a {@link Problem} where the user can do something, else an {@link
   * IllegalStateException}.
   */
  static RuntimeException of(Path file, SQLException failure) {
    int code = failure instanceof SQLiteException e ? e.getResultCode().code & 0xff : -1;
    if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return problem(file, "is open in another window or program; close it there first", failure);
    }
    if (code == SQLiteErrorCode.SQLITE_READONLY.code || code == SQLiteErrorCode.SQLITE_PERM.code) {
      return problem(
          file, "cannot be written to; copy it to a folder where you may write", failure);
    }
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return problem(
          file,
          "could not be written: the disk is full. Everything saved before is safe; free some"
              + " space and try again",
          failure);
    }
    if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return damaged(file, failure);
    }
    if (code == SQLiteErrorCode.SQLITE_IOERR.code || code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
      return problem(
          file,
          "could not be reached: check that its drive is connected and may be written. Everything"
              + " saved before is safe",
          failure);
    }
    return new IllegalStateException("SQLite refused: " + failure.getMessage(), failure);
  }

  /** The file is not what it should be. */
  static Problem damaged(Path file, Exception cause) {
    return problem(file, "is damaged or only partly copied; use an intact copy of the file", cause);
  }

  /** The file is not where it was. */
  static Problem gone(Path file, Exception cause) {
    return problem(
        file,
        "could not be reached: check that its drive is connected. Everything saved before is safe",
        cause);
  }

  /** Whether a problem that {@link #of} made is one of the file, so that another may do. */
  static boolean unwritable(Problem problem) {
    return problem.getCause() instanceof SQLException;
  }

  private static Problem problem(Path file, String what, Exception cause) {
    return new Problem("The file %s %s.".formatted(file.getFileName(), what), cause);
  }
}
