package org.exemplar.audit;

import java.time.Instant;

/**
 * Who does something, and when.
 *
 * @param actor a pseudonym or a role, not blank
 */
public record Stamp(String actor, Instant at) {
  /** Checks that there is an actor. */
  public Stamp {
    if (actor.isBlank()) {
      throw new IllegalArgumentException("an audit entry names who acts");
    }
  }
}
