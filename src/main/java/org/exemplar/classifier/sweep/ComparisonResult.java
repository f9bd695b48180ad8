package org.exemplar.classifier.sweep;

import java.util.List;
import org.exemplar.classifier.comparison.ComparisonFolder;

/**
 * A finished comparison.
 *
 * @param folder opened
 * @param device where networks ran and why, for people
 * @param tablesMade how many tables were computed now; the others were finished before
 * @param warnings what a user should know, in plain words
 */
public record ComparisonResult(
    ComparisonFolder folder, String device, int tablesMade, List<String> warnings) {
  /** Keeps a copy. */
  public ComparisonResult {
    warnings = List.copyOf(warnings);
  }
}
