package org.exemplar.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Who does something, and when.
 *
 * @param actor a pseudonym or a role, not blank
 * @param signer signs the entry; empty where nobody signed in
 */
public record Stamp(String actor, Instant at, Optional<Signer> signer) {
  /** Checks that there is an actor. */
  public Stamp {
    if (actor.isBlank()) {
      throw new IllegalArgumentException("an audit entry names who acts");
    }
  }

  /** Nobody signs. */
  public Stamp(String actor, Instant at) {
    this(actor, at, Optional.empty());
  }

  /** The act of a person who signed in. */
  public static Stamp of(Signer signer, Instant at) {
    return new Stamp(signer.role() + " " + signer.name(), at, Optional.of(signer));
  }

  /** The same for an entry that the person does not sign. */
  public Stamp unsigned() {
    return new Stamp(actor, at);
  }
}
