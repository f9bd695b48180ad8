package org.exemplar.validation;

/**
 * One known answer, computed again.
 *
 * @param section what it belongs to
 * @param name what was tried, e.g. {@code "Checkpoint float16.pt"}
 * @param source where the reference comes from
 * @param comparison expected and got
 */
public record Check(Section section, String name, String source, Comparison comparison) {
  /** Whether this installation gives the known answer. */
  public boolean passed() {
    return comparison.passed();
  }
}
