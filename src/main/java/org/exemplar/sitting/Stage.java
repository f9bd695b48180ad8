package org.exemplar.sitting;

/** What a sitting waits for. */
public enum Stage {
  /** The reader's details. */
  DETAILS,
  /** The reader to have read the instructions. */
  INSTRUCTIONS,
  /** A display check. */
  DISPLAY_CHECK,
  /** The mask before the next case to be over and its film to appear. */
  MASK,
  /** Answers to the case on the screen, practice or not. */
  CASE,
  /** Feedback on a practice case to have been read. */
  FEEDBACK,
  /** The pause to end. */
  PAUSED,
  /** A break, which is asked for between two cases. */
  BREAK,
  /** The sitting to end: it has reached its longest time. */
  LIMIT,
  /** The washout before the case is shown again to be over. */
  WASHOUT,
  /** Nothing: every case is read. */
  DONE
}
