package org.exemplar.pie;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The original criterion for single-label networks: an image is a PIE when the label that most
 * dense runs predict differs from the one that most pruned runs predict (Hooker et al. 2019).
 *
 * <p>A run predicts its most probable finding, the first of equals; of labels predicted equally
 * often the first counts.
 */
public final class ModalLabels {
  private final int images;
  private final int findings;
  private final int[] votes;

  /** No runs yet. */
  public ModalLabels(int images, int findings) {
    this.images = images;
    this.findings = findings;
    this.votes = new int[Math.multiplyExact(images, findings)];
  }

  /**
   * Counts one run's predictions.
   *
   * @param run probabilities, images × findings, row-major
   */
  public void add(float[] run) {
    for (int image = 0; image < images; image++) {
      int best = image * findings;
      for (int i = best + 1; i < (image + 1) * findings; i++) {
        best = run[i] > run[best] ? i : best;
      }
      votes[best]++;
    }
  }

  /** The finding that most runs predict for an image. */
  public int modal(int image) {
    int best = image * findings;
    for (int i = best + 1; i < (image + 1) * findings; i++) {
      best = votes[i] > votes[best] ? i : best;
    }
    return best - image * findings;
  }

  /** Images on which the two differ, in the order of the manifest. */
  public static List<Integer> pies(ModalLabels dense, ModalLabels pruned) {
    return IntStream.range(0, dense.images)
        .filter(image -> dense.modal(image) != pruned.modal(image))
        .boxed()
        .toList();
  }
}
