package org.exemplar.pie;

import java.util.List;
import java.util.Optional;
import org.exemplar.classifier.comparison.Sparsity;

/**
 * Agreement and PIEs at every sparsity.
 *
 * @param criterion the sparsity whose PIEs are meant when no other is named
 * @param sparsities pruned ones, ascending
 * @param agreements one for each sparsity
 * @param selections one for each sparsity
 * @param contributions of the findings to 1 − ρ at the criterion, one array for each image; empty
 *     where ρ is undefined
 */
public record PieDisagreement(
    Sparsity criterion,
    List<Sparsity> sparsities,
    List<Agreement> agreements,
    List<PieSelection> selections,
    List<Optional<double[]>> contributions) {
  public PieDisagreement {
    sparsities = List.copyOf(sparsities);
    agreements = List.copyOf(agreements);
    selections = List.copyOf(selections);
    contributions = List.copyOf(contributions);
  }

  /** Agreement at the criterion. */
  public Agreement agreement() {
    return agreements.get(sparsities.indexOf(criterion));
  }

  /** PIEs at the criterion. */
  public PieSelection selection() {
    return selections.get(sparsities.indexOf(criterion));
  }
}
