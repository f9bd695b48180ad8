package org.exemplar.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.exemplar.problem.Problem;
import org.exemplar.store.Verifier.Broken;

/**
 * Brings files of older formats up to the present one: first a copy is kept beside the file and
 * verified, then every step is taken and the outcome verified in one transaction. A file that is
 * not intact is not touched.
 */
final class Migration {
  private static final List<Step> STUDY = List.of(new Step(2, StudySchema.second()));
  private static final List<Step> READING = List.of();

  private Migration() {}

  /**
   * One step from a format to the next.
   *
   * @param to the format that it leads to
   * @param sql statements, in order
   */
  private record Step(long to, List<String> sql) {}

  private static List<Step> steps(FileKind kind, long format) {
    List<Step> all =
        switch (kind) {
          case STUDY -> STUDY;
          case READING -> READING;
        };
    return all.stream().filter(step -> step.to() > format).toList();
  }

  /**
   * Brings a file that is open for writing up to the present format.
   *
   * @throws Problem when the file was changed behind the program's back, or the copy or the file
   *     cannot be written; the file is as it was then
   */
  static void bringUp(Database database, FileKind kind) {
    long format = database.format();
    List<Step> steps = steps(kind, format);
    if (steps.isEmpty()) {
      return;
    }
    Path file = database.path();
    if (!Opening.besideWritable(file)) {
      throw new Problem(
          ("The file %s is of an older format (%d) and lies where it cannot be written; copy it to"
                  + " a folder where you may write. Nothing was changed.")
              .formatted(file.getFileName(), format));
    }
    Path kept = free(file, format);
    boolean done = false;
    try {
      database.copyInto(kept);
      try (Database copy = Opening.read(kept, kind)) {
        requireIntact(copy, kind, file, "before");
      }
      database.inTransaction(() -> {
        for (Step step : steps(kind, database.format())) {
          step.sql().forEach(database::execute);
          database.execute("PRAGMA user_version=" + step.to());
        }
        requireIntact(database, kind, file, "after");
        return steps;
      });
      done = true;
    } finally {
      if (!done) {
        discard(kept);
      }
    }
  }

  /**
   * Lets a file of an older format, open for reading only, be asked what a new one is asked: tables
   * that it lacks are there and empty, in memory, for this connection alone.
   */
  static void standIn(Database database, FileKind kind) {
    for (Step step : steps(kind, database.format())) {
      for (String sql : step.sql()) {
        if (sql.startsWith("CREATE TABLE ")) {
          database.execute(sql.replaceFirst("CREATE TABLE ", "CREATE TEMP TABLE "));
        }
      }
    }
  }

  private static void requireIntact(Database database, FileKind kind, Path file, String when) {
    try {
      switch (kind) {
        case STUDY -> StudyVerifier.requireIntact(database);
        case READING -> ReadingFile.requireIntact(database);
      }
    } catch (Broken e) {
      throw new Problem(
          ("The file %s is of an older format and not intact %s it is brought up to the present"
                  + " one: %s. Use an intact copy of the file; nothing was changed.")
              .formatted(file.getFileName(), when, e.getMessage()),
          e);
    }
  }

  /** {@code study.format-1.db}, or with a number where that is taken. */
  private static Path free(Path file, long format) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    String ending = dot < 0 ? "" : name.substring(dot);
    List<Path> tried = new ArrayList<>();
    do {
      String number = tried.isEmpty() ? "" : "-" + (tried.size() + 1);
      tried.add(file.resolveSibling(stem + ".format-" + format + number + ending));
    } while (Files.exists(tried.getLast()));
    return tried.getLast();
  }

  private static void discard(Path kept) {
    try {
      Files.deleteIfExists(kept);
    } catch (IOException e) {
      throw new Problem("Cannot remove the copy " + kept + "; remove it by hand.", e);
    }
  }
}
