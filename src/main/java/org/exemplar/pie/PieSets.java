package org.exemplar.pie;

import static org.exemplar.pie.CsvTable.flag;
import static org.exemplar.pie.CsvTable.number;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;

/**
 * The PIE sets of several comparisons over the same images, at every sparsity, side by side: other
 * pruning methods, other networks, another precision.
 *
 * @param ids of the images, in the order of every set
 * @param sets comparison by comparison, sparsities ascending
 */
public record PieSets(List<String> ids, List<Set> sets) {
  /** Keeps copies. */
  public PieSets {
    ids = List.copyOf(ids);
    sets = List.copyOf(sets);
  }

  /**
   * One set.
   *
   * @param comparison its number in the order given, from 0
   * @param folder of the comparison
   * @param kind of pruning and arithmetic
   */
  public record Set(
      int comparison, Path folder, Kind kind, Sparsity sparsity, PieSelection selection) {
    String column() {
      return comparison + "_" + kind.method + "_" + kind.precision + "_" + sparsity.text();
    }
  }

  /** How the networks of a comparison were pruned and run, as its manifest writes it. */
  public record Kind(String method, String precision) {}

  /**
   * Lays comparisons side by side.
   *
   * @throws Problem if two are not over the same images in the same order
   */
  public static PieSets of(List<PieResults> all) {
    List<String> ids = all.getFirst().folder().images().ids();
    List<Set> sets = new ArrayList<>();
    for (int c = 0; c < all.size(); c++) {
      PieResults results = all.get(c);
      if (!results.folder().images().ids().equals(ids)) {
        throw new Problem(
            results.folder().path()
                + " is not over the images of "
                + all.getFirst().folder().path()
                + "; compare comparisons of the same images.");
      }
      var manifest = results.folder().manifest();
      Kind kind = new Kind(manifest.plan().method().text(), manifest.settings().precision().text());
      PieDisagreement disagreement = results.disagreement();
      for (int s = 0; s < disagreement.sparsities().size(); s++) {
        sets.add(
            new Set(
                c,
                results.folder().path(),
                kind,
                disagreement.sparsities().get(s),
                disagreement.selections().get(s)));
      }
    }
    return new PieSets(ids, sets);
  }

  /** Two different comparisons at one sparsity. */
  public record Pair(Set a, Set b, PieOverlap overlap) {}

  /** Every two comparisons at every sparsity that both have. */
  public List<Pair> pairs() {
    return allPairs()
        .filter(pair -> pair.a.comparison != pair.b.comparison)
        .filter(pair -> pair.a.sparsity.equals(pair.b.sparsity))
        .toList();
  }

  private Stream<Pair> allPairs() {
    return sets.stream()
        .flatMap(a ->
            sets.subList(sets.indexOf(a) + 1, sets.size()).stream()
                .map(b -> new Pair(a, b, PieOverlap.of(a.selection, b.selection))));
  }

  /**
   * Writes beside {@code listing.csv}: {@code listing_overlap.csv}, {@code
   * listing_side_by_side.csv} and {@code listing_codebook.json}.
   */
  public void writeBeside(Path listing) {
    writeOverlap(WholeFile.beside(listing, "_overlap.csv"));
    writeSideBySide(WholeFile.beside(listing, "_side_by_side.csv"));
    ListingCodebook.write(listing, "listing", "overlap", "side_by_side");
  }

  private void writeOverlap(Path csv) {
    CsvTable.write(
        csv,
        List.of(
            "comparison_a",
            "method_a",
            "precision_a",
            "sparsity_a",
            "comparison_b",
            "method_b",
            "precision_b",
            "sparsity_b",
            "both",
            "only_a",
            "only_b",
            "jaccard"),
        rows ->
            allPairs()
                .forEach(pair ->
                    rows.accept(
                        Stream.of(
                                cells(pair.a).stream(),
                                cells(pair.b).stream(),
                                Stream.of(
                                    number(pair.overlap.both()),
                                    number(pair.overlap.onlyFirst()),
                                    number(pair.overlap.onlySecond()),
                                    number(pair.overlap.jaccard())))
                            .flatMap(each -> each)
                            .toList())));
  }

  private static List<String> cells(Set set) {
    return List.of(set.folder.toString(), set.kind.method, set.kind.precision, set.sparsity.text());
  }

  private void writeSideBySide(Path csv) {
    List<String> header = new ArrayList<>(List.of("image_id", "times_pie", "sets"));
    sets.forEach(set -> header.add("pie_" + set.column()));
    List<boolean[]> flags = sets.stream().map(set -> set.selection.flags()).toList();
    CsvTable.write(
        csv,
        header,
        rows -> {
          for (int i = 0; i < ids.size(); i++) {
            int image = i;
            List<String> row = new ArrayList<>();
            row.add(ids.get(i));
            row.add(Long.toString(flags.stream().filter(set -> set[image]).count()));
            row.add(number(flags.size()));
            flags.forEach(set -> row.add(flag(set[image])));
            rows.accept(row);
          }
        });
  }
}
