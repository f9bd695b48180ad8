package org.exemplar.validation;

import java.util.List;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.agreement.IntraclassCorrelation;
import org.exemplar.stats.agreement.Kappa;
import org.exemplar.stats.agreement.KendallW;
import org.exemplar.stats.agreement.KrippendorffAlpha;
import org.exemplar.stats.agreement.RatingMatrix;
import org.exemplar.stats.agreement.Weights;
import tools.jackson.databind.JsonNode;

/** How well readers agree, in ten rating tables, degenerate ones among them. */
final class AgreementChecks {
  private static final String SOURCE = "Python 3.11 (two implementations of each), R 4.2 (psych)";
  private static final List<String> QUESTIONS = List.of("agree_label", "quality", "difficulty");

  private final References references;
  private final JsonNode golden;

  AgreementChecks(References references) {
    this.references = references;
    this.golden = references.json("statistics/agreement.json.gz");
  }

  void run(Bench bench) {
    bench.check("Krippendorff's alpha", SOURCE, () -> each("coefficients", this::alpha));
    bench.check("Fleiss' kappa", SOURCE, () -> each("coefficients", this::fleiss));
    bench.check("Cohen's kappa of each pair", SOURCE, () -> each("coefficients", this::cohen));
    bench.check("Intraclass correlation", SOURCE, () -> each("coefficients", this::intraclass));
    bench.check("Kendall's W", SOURCE, () -> each("values", this::kendall));
  }

  /** Compares one coefficient of a table's question. */
  @FunctionalInterface
  private interface Coefficient {
    void compare(RatingMatrix ratings, JsonNode expected, Into into);
  }

  /** Where a value goes. */
  @FunctionalInterface
  private interface Into {
    void add(String name, JsonNode expected, Outcome<Double> got);
  }

  private Comparison each(String what, Coefficient coefficient) {
    Worst worst = new Worst(1e-9, 1e-12);
    for (String table : golden.propertyNames()) {
      List<String[]> rows = references.rows("statistics/" + table + ".gz");
      for (String question : QUESTIONS) {
        JsonNode expected = golden.get(table).get(question);
        if (expected.isObject()) {
          RatingMatrix ratings =
              RatingMatrix.of(
                  ReferenceRatings.ofWide(rows, 3 + QUESTIONS.indexOf(question)).scores(1));
          coefficient.compare(
              ratings,
              expected,
              (name, reference, got) ->
                  worst.add(
                      table + ", " + question + ", " + name,
                      reference.isNumber(),
                      References.number(reference),
                      got.value().orElse(Double.NaN)));
        }
      }
    }
    return worst.comparison(what);
  }

  private void alpha(RatingMatrix ratings, JsonNode expected, Into into) {
    for (KrippendorffAlpha.Level level : KrippendorffAlpha.Level.values()) {
      String name = level.name().toLowerCase(java.util.Locale.ROOT);
      into.add(
          name, expected.path("krippendorff_alpha_" + name), KrippendorffAlpha.of(ratings, level));
    }
  }

  private void fleiss(RatingMatrix ratings, JsonNode expected, Into into) {
    into.add("kappa", expected.path("fleiss_kappa_complete_cases"), Kappa.fleiss(ratings));
  }

  private void cohen(RatingMatrix ratings, JsonNode expected, Into into) {
    JsonNode readers = expected.path("readers");
    for (int a = 0; a < readers.size(); a++) {
      for (int b = a + 1; b < readers.size(); b++) {
        String pair = readers.get(a).stringValue() + "-" + readers.get(b).stringValue();
        JsonNode of = expected.path("cohen_pairwise").path(pair);
        into.add(pair, of.path("kappa"), Kappa.cohen(ratings, a, b, Weights.IDENTITY));
        into.add(
            pair + " linear", of.path("kappa_linear"), Kappa.cohen(ratings, a, b, Weights.LINEAR));
        into.add(
            pair + " quadratic",
            of.path("kappa_quadratic"),
            Kappa.cohen(ratings, a, b, Weights.QUADRATIC));
      }
    }
  }

  private void intraclass(RatingMatrix ratings, JsonNode expected, Into into) {
    IntraclassCorrelation icc = IntraclassCorrelation.of(ratings);
    JsonNode six = expected.path("icc");
    into.add("ICC1", six.path("ICC1"), icc.icc1());
    into.add("ICC2", six.path("ICC2"), icc.icc2());
    into.add("ICC3", six.path("ICC3"), icc.icc3());
    into.add("ICC1k", six.path("ICC1k"), icc.icc1k());
    into.add("ICC2k", six.path("ICC2k"), icc.icc2k());
    into.add("ICC3k", six.path("ICC3k"), icc.icc3k());
  }

  private void kendall(RatingMatrix ratings, JsonNode expected, Into into) {
    Outcome<KendallW> got = KendallW.of(ratings);
    into.add("W", expected.path("kendall_w_tie_corrected_complete_cases"), got.map(KendallW::w));
    JsonNode friedman = expected.path("friedman_over_cases");
    into.add("chi-squared", friedman.path("statistic"), got.map(KendallW::chiSquared));
    into.add("p", friedman.path("p"), got.map(KendallW::p));
  }
}
