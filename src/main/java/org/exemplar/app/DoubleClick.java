package org.exemplar.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.exemplar.folders.AppFolders;
import org.exemplar.folders.FileAssociation;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What a double click on a reading file does on this computer, in words, and changing it. */
public final class DoubleClick {
  private final @Nullable FileAssociation association;
  private final Path launcher;
  private final String elsewhere;

  /**
   * @param association null where the program cannot set it
   * @param launcher what a double click starts
   * @param elsewhere how it is done where the program cannot set it; else empty
   */
  DoubleClick(@Nullable FileAssociation association, Path launcher, String elsewhere) {
    this.association = association;
    this.launcher = launcher;
    this.elsewhere = elsewhere;
  }

  /** That of this system's user and of the program that runs. */
  public static DoubleClick ofThisSystem(Map<String, String> environment) {
    Path launcher = AppFolders.program().resolve("exemplar");
    try {
      return of(FileAssociation.ofThisSystem(environment), launcher);
    } catch (Problem e) {
      return new DoubleClick(null, launcher, String.valueOf(e.getMessage()));
    }
  }

  /**
   * On a desktop that the program can tell.
   *
   * @param launcher what a double click shall start; where it is not, nothing can be set
   */
  static DoubleClick of(FileAssociation association, Path launcher) {
    return Files.isRegularFile(launcher)
        ? new DoubleClick(association, launcher, "")
        : new DoubleClick(
            null,
            launcher,
            "The program's launcher is not where it is expected, at "
                + launcher
                + ". Start the program with the launcher that came with it, then set this here.");
  }

  /** Whether the program can set or remove it. */
  boolean possible() {
    return association != null;
  }

  /** Whether a double click starts this program now. */
  boolean on() {
    return association != null && association.starts(launcher);
  }

  /** Whether something was set that can be removed. */
  boolean removable() {
    return association != null && association.registered();
  }

  /** What a double click does now, or how it is set where the program cannot. */
  String words() {
    if (association == null) {
      return elsewhere;
    }
    if (on()) {
      return "A double click on a reading file opens it in the reading room.";
    }
    return association.registered()
        ? "A double click starts another copy of this program."
        : "A double click on a reading file does not open it yet.";
  }

  /** Makes a double click start this program; doing it twice changes nothing. */
  void set() {
    if (association != null) {
      association.register(launcher);
    }
  }

  /** Takes it back. */
  void remove() {
    if (association != null) {
      association.unregister();
    }
  }
}
