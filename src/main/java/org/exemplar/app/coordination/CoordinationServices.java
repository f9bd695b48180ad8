package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.exemplar.app.coordination.design.DesignServices;
import org.exemplar.app.coordination.design.Drafts;
import org.exemplar.app.desk.Attendance;
import org.exemplar.blinding.StudyBuild;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.OfficeDoor;

/**
 * What the coordinator's desk works with, built by the composition root.
 *
 * @param known studies of this computer
 * @param office who conducts, at what time, with which program
 * @param doors who acts
 * @param design designs, builds and seals studies
 * @param beyond what the desk asks of the rest of the application
 */
public record CoordinationServices(
    KnownStudies known, Office office, Doors doors, DesignServices design, Beyond beyond) {
  /**
   * What the desk asks of the rest of the application.
   *
   * @param showFile opens the system's file manager at a file
   * @param results shows the results of an unblinded study's folder
   * @param films where the films of a comparison's folder lie, where that is known
   * @param unsaved a folder of the application's data for work that was not saved yet
   */
  public record Beyond(
      Consumer<Path> showFile,
      Consumer<Path> results,
      Function<Path, Optional<Path>> films,
      Path unsaved) {}

  /**
   * Who conducts.
   *
   * @param office at what time, with which program
   * @param doors where the office for a deed is got, and who is signed in
   */
  public record Way(Office office, Doors doors) {}

  /**
   * Who acts.
   *
   * @param door where the office for a deed is got, after signing in where that is asked for
   * @param attendance who is signed in
   */
  public record Doors(OfficeDoor door, Attendance attendance) {}

  /**
   * As the application does.
   *
   * @param drafts studies that are not sealed yet
   * @param workers look at sources in the background
   */
  public static CoordinationServices of(
      KnownStudies known, Drafts drafts, Way way, Executor workers, Beyond beyond) {
    Office office = way.office();
    Doors doors = way.doors();
    StudyBuild build = StudyBuild.standard(office.clock(), office.software());
    return new CoordinationServices(
        known,
        office,
        doors,
        new DesignServices(drafts, build, office, doors.door(), workers),
        beyond);
  }

  /** Where the office for a deed is got. */
  public OfficeDoor door() {
    return doors.door();
  }
}
