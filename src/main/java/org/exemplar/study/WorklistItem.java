package org.exemplar.study;

/**
 * One place in a reader's worklist. Says nothing that another reader of the same case would not be
 * told.
 *
 * @param position from 1, practice cases first
 * @param code the case shown
 * @param practice whether it is practice, never analysed
 * @param showing 1 for the first time this reader sees the case, 2 for its repeat
 */
public record WorklistItem(int position, CaseCode code, boolean practice, int showing) {
  /** Checks the ranges. */
  public WorklistItem {
    if (position < 1 || showing < 1) {
      throw new IllegalArgumentException("positions and showings count from 1");
    }
  }

  /** Whether the reader saw the case before. */
  public boolean repeat() {
    return showing > 1;
  }
}
