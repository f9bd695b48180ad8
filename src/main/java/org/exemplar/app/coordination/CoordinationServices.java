package org.exemplar.app.coordination;

import java.util.concurrent.Executor;
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
 */
public record CoordinationServices(
    KnownStudies known, Office office, Doors doors, DesignServices design) {
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
   * @param workers read studies
   */
  public static CoordinationServices of(
      KnownStudies known, Drafts drafts, Office office, Doors doors, Executor workers) {
    StudyBuild build = StudyBuild.standard(office.clock(), office.software());
    return new CoordinationServices(
        known, office, doors, new DesignServices(drafts, build, office, doors.door(), workers));
  }

  /** Where the office for a deed is got. */
  public OfficeDoor door() {
    return doors.door();
  }
}
