package org.exemplar.blinding;

import java.util.List;

/**
 * The images of a study, chosen but not yet coded.
 *
 * @param cases the study set, in the order in which it was drawn; that order must not survive
 * @param practice practice images, from outside the study set and of other patients
 * @param balance how alike the arms are
 */
public record Selection(List<Chosen> cases, List<Candidate> practice, Balance balance) {

  /**
   * One image of the study set.
   *
   * @param candidate the image
   * @param stratum from 0: cases that were matched with each other share it; all 0 without matching
   */
  public record Chosen(Candidate candidate, int stratum) {
    /** Where the image stands. */
    public Arm arm() {
      return candidate.arm();
    }
  }

  public Selection {
    cases = List.copyOf(cases);
    practice = List.copyOf(practice);
  }
}
