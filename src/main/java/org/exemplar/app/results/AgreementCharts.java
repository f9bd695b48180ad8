package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.exemplar.analysis.Course;
import org.exemplar.analysis.Results;
import org.exemplar.app.chart.Cells;
import org.exemplar.app.chart.DotRows;
import org.exemplar.app.chart.Scale;
import org.exemplar.chart.Figures;

/** Agreement as charts. */
final class AgreementCharts {
  private AgreementCharts() {}

  /** How two readers' ratings are weighted in κ. */
  enum Weighting {
    PLAIN("Plain"),
    LINEAR("Linear"),
    QUADRATIC("Quadratic");

    private final String word;

    Weighting(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    OptionalDouble of(Results.KappaPair pair) {
      return switch (this) {
        case PLAIN -> pair.kappa();
        case LINEAR -> pair.kappaLinear();
        case QUADRATIC -> pair.kappaQuadratic();
      };
    }
  }

  /** Krippendorff's α at three levels with intervals. */
  static DotRows alpha(Results.Agreement agreement) {
    Results.Levels value = agreement.krippendorffAlpha();
    Results.LevelIntervals ends = agreement.krippendorffAlphaCi();
    List<DotRows.Row> rows =
        List.of(
            row("nominal", value.nominal(), ends.nominal()),
            row("ordinal", value.ordinal(), ends.ordinal()),
            row("interval", value.interval(), ends.interval()));
    Scale scale = Scale.decimals(0, 1, "", 2);
    for (DotRows.Row row : rows) {
      scale = scale.with(row.low().orElse(0)).with(row.value().orElse(0));
    }
    return new DotRows(
        "Krippendorff’s α, ordinal: " + ResultWords.number(value.ordinal()) + ".",
        scale.rounded(0.2),
        OptionalDouble.of(0),
        rows);
  }

  private static DotRows.Row row(String name, OptionalDouble value, Results.Ends ends) {
    return new DotRows.Row(name, value, ends.ciLow(), ends.ciHigh(), DotRows.Dot.PLAIN);
  }

  /** κ of every pair of readers as a triangle. */
  static Cells pairs(List<String> readers, Results.Agreement agreement, Weighting weighting) {
    List<Cells.Row> rows = new ArrayList<>();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int r = 1; r < readers.size(); r++) {
      List<Cells.Cell> cells = new ArrayList<>();
      for (int c = 0; c < readers.size() - 1; c++) {
        Results.KappaPair pair =
            c < r ? agreement.pairs().get(readers.get(c) + "-" + readers.get(r)) : null;
        if (pair == null) {
          cells.add(Cells.Cell.NONE);
          continue;
        }
        OptionalDouble kappa = weighting.of(pair);
        if (kappa.isPresent()) {
          lowest = Math.min(lowest, kappa.getAsDouble());
          highest = Math.max(highest, kappa.getAsDouble());
        }
        cells.add(cell(readers.get(c), readers.get(r), kappa, pair.n()));
      }
      rows.add(new Cells.Row(readers.get(r), cells));
    }
    String fact =
        lowest <= highest
            ? "Cohen’s κ of pairs of readers, from " + Figures.range(lowest, highest, 2) + "."
            : "Cohen’s κ is not defined for any pair of readers.";
    return new Cells(
        fact,
        readers.size() < 2 ? List.of() : readers.subList(0, readers.size() - 1),
        rows,
        new Cells.Look(1, 32, 0.6));
  }

  private static Cells.Cell cell(String first, String second, OptionalDouble kappa, int n) {
    String value = kappa.isPresent() ? Figures.decimals(kappa.getAsDouble(), 2) : "–";
    return new Cells.Cell(
        kappa,
        value,
        "",
        false,
        first
            + " and "
            + second
            + ": κ "
            + (kappa.isPresent() ? value : "not defined")
            + ", "
            + n
            + (n == 1 ? " case" : " cases"));
  }

  /** Pairs of readers in the order in which {@link #pairs} reads out its cells. */
  static List<List<String>> order(List<String> readers, Results.Agreement agreement) {
    List<List<String>> order = new ArrayList<>();
    for (int r = 1; r < readers.size(); r++) {
      for (int c = 0; c < r; c++) {
        if (agreement.pairs().containsKey(readers.get(c) + "-" + readers.get(r))) {
          order.add(List.of(readers.get(c), readers.get(r)));
        }
      }
    }
    return order;
  }

  /** The share of hidden repeats that each reader rated the same. */
  static DotRows themselves(Course.IntraReader intra) {
    List<DotRows.Row> rows = new ArrayList<>();
    intra
        .agreementByReader()
        .forEach((reader, share) -> rows.add(DotRows.Row.of(reader, OptionalDouble.of(share))));
    rows.add(DotRows.Row.of("All", intra.agreement()).as(DotRows.Dot.OVERALL));
    return new DotRows(
        "Readers rated "
            + (intra.agreement().isPresent()
                ? Figures.percent(intra.agreement().getAsDouble()) + " per cent of "
                : "")
            + intra.pairs()
            + " repeated cases the same.",
        Scale.percent(0, 1, ""),
        OptionalDouble.empty(),
        rows);
  }
}
