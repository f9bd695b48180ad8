package org.exemplar.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.exemplar.pie.Agreement;
import org.exemplar.pie.MeanPredictions;
import org.exemplar.pie.PieSelection;
import tools.jackson.databind.JsonNode;

/** Agreement of a dense and a pruned classifier on 450 phantoms, and which of them are PIEs. */
final class DisagreementChecks {
  private final References references;

  DisagreementChecks(References references) {
    this.references = references;
  }

  void run(Bench bench) {
    String source = "SciPy 1.10 (spearmanr), confirmed in R 4.2";
    bench.check("Agreement of each phantom", source, this::correlations);
    bench.check("PIEs among the phantoms", source, this::pies);
  }

  private Comparison correlations() {
    List<String[]> rows = references.rows("engine/agreement.csv.gz");
    Agreement agreement = agreement(rows);
    Worst worst = Worst.within(1e-12);
    for (int i = 0; i < rows.size(); i++) {
      worst.add(rows.get(i)[0], Double.parseDouble(rows.get(i)[1]), agreement.value(i));
    }
    return worst.comparison("rank correlations");
  }

  private Comparison pies() {
    List<String[]> rows = references.rows("engine/agreement.csv.gz");
    JsonNode golden = references.json("engine/pies.json");
    Set<String> expected = new TreeSet<>();
    golden.get("pies").forEach(id -> expected.add(id.stringValue()));
    Set<String> got = new TreeSet<>();
    PieSelection.of(agreement(rows), golden.get("percentile").doubleValue())
        .pies()
        .forEach(i -> got.add(rows.get(i)[0]));
    return Comparison.same(
        "the set of PIEs below the 5th percentile (%d phantoms)".formatted(expected.size()),
        expected,
        got);
  }

  private static Agreement agreement(List<String[]> rows) {
    return Agreement.between(predictions(rows, 2), predictions(rows, 3));
  }

  private static MeanPredictions predictions(List<String[]> rows, int column) {
    double[][] values =
        rows.stream()
            .map(row ->
                Arrays.stream(row[column].split(" ")).mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new);
    double[] flat = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
    return MeanPredictions.ofMeans(values.length, values[0].length, flat);
  }
}
