package org.exemplar.pie;

import java.util.List;
import org.exemplar.classifier.comparison.Sparsity;

/**
 * The main facts of an analysis, for a command line or a status bar.
 *
 * @param criterion sparsity of the criterion
 * @param selection counts, cut and ties
 * @param pies ids, lowest agreement first
 * @param undefined ids of images without an agreement
 * @param warnings sentences that a user should read
 */
public record PieSummary(
    Sparsity criterion,
    PieSelection selection,
    List<String> pies,
    List<String> undefined,
    List<String> warnings) {
  public PieSummary {
    pies = List.copyOf(pies);
    undefined = List.copyOf(undefined);
    warnings = List.copyOf(warnings);
  }
}
