package org.exemplar.conduct;

import java.time.InstantSource;
import org.exemplar.audit.Stamp;

/**
 * Who conducts a study, at what time, with which program.
 *
 * @param actor name or role in the audit trail, e.g. {@code coordinator}
 * @param clock tells the time
 * @param software version of this program
 */
public record Office(String actor, InstantSource clock, String software) {
  /** The office of the coordinator. */
  public static Office coordinator(InstantSource clock, String software) {
    return new Office("coordinator", clock, software);
  }

  /** Who, and now. */
  public Stamp stamp() {
    return new Stamp(actor, clock.instant());
  }
}
