package org.exemplar.study;

/**
 * The three lines about a reader that go back with the answers.
 *
 * @param yearsOfExperience years since the start of residency, 0 to 70
 * @param subspecialty in the reader's words or from the list offered; may be empty
 */
public record ReaderDetails(ReaderId reader, int yearsOfExperience, String subspecialty) {
  /** Checks the range. */
  public ReaderDetails {
    if (yearsOfExperience < 0 || yearsOfExperience > 70) {
      throw new IllegalArgumentException("years of experience lie between 0 and 70");
    }
  }
}
