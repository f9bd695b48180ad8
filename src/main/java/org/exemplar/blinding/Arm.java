package org.exemplar.blinding;

/**
 * The side of the study on which an image stands. Known to the engine, to the unblinding key and to
 * the analysis after unblinding; never to a study file, a reading file or a screen before that.
 */
public enum Arm {
  /** A pruning-identified exemplar: dense and pruned classifier disagree most on it. */
  PIE,
  /** A control: any other image with a defined agreement. */
  NON_PIE;

  /** The other side. */
  public Arm other() {
    return this == PIE ? NON_PIE : PIE;
  }
}
