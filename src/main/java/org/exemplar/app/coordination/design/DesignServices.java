package org.exemplar.app.coordination.design;

import java.util.concurrent.Executor;
import org.exemplar.blinding.StudyBuild;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.OfficeDoor;

/**
 * What designing a study works with.
 *
 * @param drafts of this computer
 * @param build builds and seals
 * @param office hands out reading files after the seal
 * @param door where the office is got, after signing in where that is asked for
 * @param workers look at sources and previews in the background
 */
public record DesignServices(
    Drafts drafts, StudyBuild build, Office office, OfficeDoor door, Executor workers) {
  /** The same in the name of whoever sits in this office. */
  DesignServices by(Office person) {
    return new DesignServices(drafts, build.by(person.signer()), person, door, workers);
  }
}
