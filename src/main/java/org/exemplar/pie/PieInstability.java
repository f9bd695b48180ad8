package org.exemplar.pie;

import java.util.List;

/**
 * What would change if the PIEs were found otherwise.
 *
 * @param overRuns probability of being a PIE under the bootstrap over runs
 * @param modalLabelPies PIEs by the modal label of the runs, meaningful for single-label networks
 */
public record PieInstability(PieStability overRuns, List<Integer> modalLabelPies) {
  public PieInstability {
    modalLabelPies = List.copyOf(modalLabelPies);
  }
}
