package org.exemplar.classifier.comparison;

import java.util.List;

/**
 * How and how far every run was pruned.
 *
 * @param method how weights were chosen
 * @param seed of the draw; matters for {@link PruningMethod#RANDOM} only
 * @param sparsities ascending, without the dense 0
 */
public record PruningPlan(PruningMethod method, long seed, List<Sparsity> sparsities) {
  /** Sorts, and leaves the dense network out: it is always predicted. */
  public PruningPlan {
    sparsities = sparsities.stream().filter(s -> !s.isDense()).distinct().sorted().toList();
  }
}
