package org.exemplar.pie;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exemplar.classifier.comparison.ComparisonFolder;

/**
 * What one comparison says.
 *
 * @param folder the comparison
 * @param disagreement agreement and PIEs
 * @param instability what would change them
 * @param forgetting what the labels add; empty without labels
 */
public record PieResults(
    ComparisonFolder folder,
    PieDisagreement disagreement,
    PieInstability instability,
    Optional<PieForgetting> forgetting) {

  /** The main facts in short. */
  public PieSummary summary() {
    PieSelection selection = disagreement.selection();
    List<String> ids = folder.images().ids();
    List<String> warnings = new ArrayList<>();
    if (selection.tooFewImages()) {
      warnings.add(
          selection.images()
              + " images are too few for one PIE at "
              + CsvTable.number(selection.percentile())
              + " %; there is none.");
    }
    if (selection.dependsOnTies()) {
      warnings.add(
          selection.tiedAtCut()
              + " images share the agreement at the boundary and "
              + selection.tiedPies()
              + " of them are PIEs, taken in the order of the manifest.");
    }
    if (!selection.undefined().isEmpty()) {
      warnings.add(
          selection.undefined().size()
              + " images have no agreement because a network gives all findings the same"
              + " probability; they are not PIEs.");
    }
    return new PieSummary(
        disagreement.criterion(),
        selection,
        selection.pies().stream().map(ids::get).toList(),
        selection.undefined().stream().map(ids::get).toList(),
        warnings);
  }
}
