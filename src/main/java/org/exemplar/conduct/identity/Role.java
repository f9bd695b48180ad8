package org.exemplar.conduct.identity;

import java.util.Locale;
import org.exemplar.problem.Problem;

/** What a person is in a study. Readers are pseudonyms and sign in to their own files only. */
public enum Role {
  /** Seals, hands out, takes back, decides and amends, and never sees an arm. */
  COORDINATOR,
  /** Unblinds and sees results. */
  STATISTICIAN;

  /** As it is written in files and said to people. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role of this name.
   *
   * @throws Problem when there is none
   */
  public static Role of(String word) {
    for (Role role : values()) {
      if (role.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
        return role;
      }
    }
    throw new Problem("There is no role \"" + word + "\": say coordinator or statistician.");
  }
}
