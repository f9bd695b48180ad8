package org.exemplar.classifier.comparison;

import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * One trained network (one training seed) of a comparison.
 *
 * @param checkpoint its file, as given
 * @param sha256 of the file, in hexadecimal
 * @param architecture what it was recognised as, e.g. {@code ResNet-50} or {@code TorchScript}; a
 *     script whose network ran in the program's own form says so
 * @param pruned by sparsity, ascending, without the dense one
 */
public record ComparedRun(
    String checkpoint,
    String sha256,
    String architecture,
    SequencedMap<Sparsity, PrunedWeights> pruned) {
  /** Keeps an ordered copy. */
  public ComparedRun {
    pruned = Collections.unmodifiableSequencedMap(new TreeMap<>(pruned));
  }
}
