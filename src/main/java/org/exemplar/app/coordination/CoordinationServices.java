package org.exemplar.app.coordination;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.exemplar.app.coordination.design.DesignServices;
import org.exemplar.app.coordination.design.Drafts;
import org.exemplar.blinding.StudyBuild;
import org.exemplar.conduct.Office;

/**
 * What the coordinator's desk works with, built by the composition root.
 *
 * @param known studies of this computer
 * @param office who conducts, at what time, with which program
 * @param design designs, builds and seals studies
 * @param workers read studies
 */
public record CoordinationServices(
    KnownStudies known, Office office, DesignServices design, Executor workers) {
  /**
   * As the application does.
   *
   * @param drafts studies that are not sealed yet
   */
  public static CoordinationServices of(
      KnownStudies known, Drafts drafts, InstantSource clock, String software, Executor workers) {
    Office office = Office.coordinator(clock, software);
    return new CoordinationServices(
        known,
        office,
        new DesignServices(drafts, StudyBuild.standard(clock, software), office, workers),
        workers);
  }
}
