package org.exemplar.classifier.comparison;

import org.jspecify.annotations.Nullable;

/**
 * What pruning removed from one run at one sparsity.
 *
 * @param count weights set to zero
 * @param total prunable weights
 * @param maskSha256 SHA-256, in hexadecimal, of the packed keep mask: one bit per prunable weight,
 *     layers in the order of the state dict, row-major, most significant bit first, zero-padded
 * @param ties kept weights whose magnitude equals the largest pruned one; 0: the mask is unique
 * @param copy the file when the pruned network was given instead of made here, else null
 */
public record PrunedWeights(
    long count, long total, String maskSha256, long ties, @Nullable GivenCopy copy) {
  /** Checks the counts. */
  public PrunedWeights {
    if (count < 0 || count > total || ties < 0) {
      throw new IllegalArgumentException(count + " of " + total + " pruned, " + ties + " ties");
    }
  }

  /**
   * A pruned network that somebody else made.
   *
   * @param checkpoint its file, as given
   * @param sha256 of the file
   */
  public record GivenCopy(String checkpoint, String sha256) {}
}
