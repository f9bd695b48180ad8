package org.exemplar.pie;

import static org.exemplar.pie.CsvTable.flag;
import static org.exemplar.pie.CsvTable.number;

import java.nio.file.Path;
import java.util.List;

/** Agreement and PIEs of one comparison or several as one long table. */
public final class PieListing {
  private PieListing() {}

  /**
   * Writes {@code comparison, sparsity, image_id, spearman, pie}, comparisons one after another,
   * and beside {@code listing.csv} its {@code listing_codebook.json}.
   */
  public static void write(List<PieResults> all, Path csv) {
    CsvTable.write(
        csv,
        List.of("comparison", "sparsity", "image_id", "spearman", "pie"),
        rows -> {
          for (PieResults results : all) {
            PieDisagreement disagreement = results.disagreement();
            boolean[] pie = disagreement.selection().flags();
            List<String> ids = results.folder().images().ids();
            for (int image = 0; image < pie.length; image++) {
              rows.accept(
                  List.of(
                      results.folder().path().toString(),
                      disagreement.criterion().text(),
                      ids.get(image),
                      number(disagreement.agreement().value(image)),
                      flag(pie[image])));
            }
          }
        });
    ListingCodebook.write(csv, "listing");
  }
}
