package org.exemplar.study;

/**
 * One point of a scale.
 *
 * @param code from 1
 * @param wording what the reader sees, not blank
 */
public record ScalePoint(int code, String wording) {
  /** Checks both. */
  public ScalePoint {
    if (code < 1 || wording.isBlank()) {
      throw new IllegalArgumentException("a point has a number from 1 and words: " + code);
    }
  }
}
