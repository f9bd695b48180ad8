package org.exemplar.conduct.identity;

import org.exemplar.audit.Stamp;
import org.exemplar.problem.Problem;

/** What not everybody may do. */
public enum Deed {
  /** Draws, blinds and seals a study. */
  SEAL(Role.COORDINATOR, "seal a study"),
  /** Writes reading files. */
  HAND_OUT(Role.COORDINATOR, "hand out reading files"),
  /** Takes reading files back. */
  MERGE(Role.COORDINATOR, "take reading files back"),
  /** Says which of two answers counts. */
  DECIDE(Role.COORDINATOR, "decide which answer counts"),
  /** Changes the protocol of a sealed study. */
  AMEND(Role.COORDINATOR, "amend a protocol"),
  /** Adds people and takes their places. */
  APPOINT(Role.COORDINATOR, "add people"),
  /** Opens the key. */
  UNBLIND(Role.STATISTICIAN, "unblind a study"),
  /** Sees what depends on an arm. */
  SEE_RESULTS(Role.STATISTICIAN, "see results");

  private final Role role;
  private final String words;

  Deed(Role role, String words) {
    this.role = role;
    this.words = words;
  }

  /** Who may. */
  public Role role() {
    return role;
  }

  /** As it is said, e.g. {@code "seal a study"}. */
  public String words() {
    return words;
  }

  /**
   * Refuses a person who signed in with another role. Where nobody signs in on a computer, nobody
   * is refused.
   *
   * @throws Problem saying who may
   */
  public void require(Stamp stamp) {
    stamp
        .signer()
        .filter(signer -> !signer.role().equals(role.word()))
        .ifPresent(signer -> {
          throw new Problem(
              "%s is signed in as %s; only a %s may %s."
                  .formatted(signer.name(), signer.role(), role.word(), words));
        });
  }
}
