package org.exemplar.study;

/**
 * How far a reader has come; computable without a passphrase.
 *
 * @param done cases of the study finished in whichever way
 * @param of cases of the study in the worklist, repeats counted
 * @param practiceDone practice cases finished
 * @param practiceOf practice cases in the worklist
 * @param simulated whether any rating comes from a program
 */
public record ReadingProgress(
    int done, int of, int practiceDone, int practiceOf, boolean simulated) {
  /** Whether nothing is left to read. */
  public boolean finished() {
    return done == of && practiceDone == practiceOf;
  }
}
