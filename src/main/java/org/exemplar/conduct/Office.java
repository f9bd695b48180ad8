package org.exemplar.conduct;

import java.time.InstantSource;
import java.util.Optional;
import org.exemplar.audit.Signer;
import org.exemplar.audit.Stamp;

/**
 * Who conducts a study, at what time, with which program.
 *
 * @param actor role in the audit trail where nobody signed in, e.g. {@code coordinator}
 * @param signer who signed in
 * @param clock tells the time
 * @param software version of this program
 */
public record Office(String actor, Optional<Signer> signer, InstantSource clock, String software) {
  /** Nobody signs in. */
  public Office(String actor, InstantSource clock, String software) {
    this(actor, Optional.empty(), clock, software);
  }

  /** The office of the coordinator, where nobody signs in. */
  public static Office coordinator(InstantSource clock, String software) {
    return new Office("coordinator", Optional.empty(), clock, software);
  }

  /** The same in another role, where nobody signs in. */
  public Office as(String role) {
    return new Office(role, signer, clock, software);
  }

  /** The same for a person who signed in. */
  public Office of(Signer person) {
    return new Office(person.role(), Optional.of(person), clock, software);
  }

  /** Who, and now. */
  public Stamp stamp() {
    return signer
        .map(person -> Stamp.of(person, clock.instant()))
        .orElseGet(() -> new Stamp(actor, clock.instant()));
  }
}
