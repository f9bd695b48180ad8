package org.exemplar.app.coordination;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.exemplar.blinding.StudyBuild;
import org.exemplar.conduct.Office;

/**
 * What the coordinator's desk works with, built by the composition root.
 *
 * @param known studies of this computer
 * @param office who conducts, at what time, with which program
 * @param build builds and seals studies
 * @param workers read studies
 */
public record CoordinationServices(
    KnownStudies known, Office office, StudyBuild build, Executor workers) {
  /** As the application does. */
  public static CoordinationServices of(
      KnownStudies known, InstantSource clock, String software, Executor workers) {
    return new CoordinationServices(
        known, Office.coordinator(clock, software), StudyBuild.standard(clock, software), workers);
  }
}
