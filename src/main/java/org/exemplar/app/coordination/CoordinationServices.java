package org.exemplar.app.coordination;

import java.util.concurrent.Executor;
import org.exemplar.app.coordination.design.DesignServices;
import org.exemplar.app.coordination.design.Drafts;
import org.exemplar.blinding.StudyBuild;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.OfficeDoor;

/**
 * What the coordinator's desk works with, built by the composition root.
 *
 * @param known studies of this computer
 * @param office who conducts, at what time, with which program
 * @param door where the office for a deed is got, after signing in where that is asked for
 * @param design designs, builds and seals studies
 * @param workers read studies
 */
public record CoordinationServices(
    KnownStudies known, Office office, OfficeDoor door, DesignServices design, Executor workers) {
  /**
   * As the application does.
   *
   * @param drafts studies that are not sealed yet
   */
  public static CoordinationServices of(
      KnownStudies known, Drafts drafts, Office office, OfficeDoor door, Executor workers) {
    StudyBuild build = StudyBuild.standard(office.clock(), office.software());
    return new CoordinationServices(
        known, office, door, new DesignServices(drafts, build, office, door, workers), workers);
  }
}
