package org.exemplar.validation;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.exemplar.stats.mrmc.Draws;
import org.exemplar.stats.mrmc.Inference;
import org.exemplar.stats.mrmc.MrmcAuc;
import org.exemplar.stats.mrmc.PermutationTest;
import org.exemplar.stats.mrmc.RatingTable;
import org.exemplar.stats.mrmc.Strata;
import tools.jackson.databind.JsonNode;

/** Thirteen rating tables, degenerate ones among them, against what FDA's iMRMC confirms. */
final class MrmcChecks {
  private static final String SOURCE = "NumPy, confirmed by FDA's iMRMC 2.1.2 to 1e-14";
  private static final List<String> QUESTIONS =
      List.of("label_disagreement", "image_quality", "difficulty");

  private final References references;
  private final JsonNode golden;

  MrmcChecks(References references) {
    this.references = references;
    this.golden = references.json("statistics/mrmc.json.gz");
  }

  void run(Bench bench) {
    for (String table : golden.propertyNames()) {
      bench.check("PIE-AUC of " + table, SOURCE, () -> estimate(table));
      bench.check("Test and interval of " + table, SOURCE, () -> inference(table));
    }
    bench.check("What each table allows", SOURCE, this::statuses);
    bench.check(
        "Permutation p, exact", "full enumeration and R's exactRankTests 0.8", this::permutation);
  }

  private RatingTable table(String name, String question) {
    return ReferenceRatings.ofLong(references.rows("statistics/" + name + ".csv.gz"), question)
        .table(question.equals("image_quality") ? -1 : 1);
  }

  private JsonNode expected(String table, String question) {
    return golden.get(table).get(question).get("mrmc");
  }

  private MrmcAuc computed(String table, String question) {
    return MrmcAuc.of(table(table, question)).value().orElseThrow();
  }

  private Comparison estimate(String name) {
    Worst worst = Worst.within(1e-12);
    for (String question : QUESTIONS) {
      JsonNode expected = expected(name, question);
      MrmcAuc computed = computed(name, question);
      worst.add(question + ", AUC", number(expected, "auc"), computed.auc());
      for (int r = 0; r < computed.readers().size(); r++) {
        double own = computed.readers().get(r).auc().orElse(Double.NaN);
        double reference = References.number(expected.get("reader_auc").get(r));
        worst.add(
            question + ", AUC of reader " + (r + 1), !Double.isNaN(reference), reference, own);
      }
      JsonNode variance = expected.get("var_u");
      worst.add(
          question + ", variance",
          variance.isNumber(),
          References.number(variance),
          computed.evidence().map(MrmcAuc.Evidence::unbiasedVariance).orElse(Double.NaN));
    }
    return worst.comparison("estimates");
  }

  private Comparison inference(String name) {
    Worst worst = new Worst(1e-8, 1e-12);
    for (String question : QUESTIONS) {
      JsonNode expected = expected(name, question);
      MrmcAuc computed = computed(name, question);
      part(worst, question, expected.get("df"), computed, "df", Inference::df);
      part(worst, question, expected.get("t"), computed, "t", Inference::statistic);
      part(worst, question, expected.get("p"), computed, "p", Inference::p);
      JsonNode interval = expected.path("ci");
      part(worst, question, interval.path(0), computed, "low", i -> i.interval().low());
      part(worst, question, interval.path(1), computed, "high", i -> i.interval().high());
    }
    return worst.comparison("parts of the test");
  }

  private static void part(
      Worst worst,
      String question,
      JsonNode expected,
      MrmcAuc computed,
      String name,
      ToDoubleFunction<Inference> of) {
    double value = computed.inference().value().map(i -> of.applyAsDouble(i)).orElse(Double.NaN);
    worst.add(question + ", " + name, expected.isNumber(), References.number(expected), value);
  }

  private Comparison statuses() {
    int right = 0;
    int all = 0;
    for (String table : golden.propertyNames()) {
      for (String question : QUESTIONS) {
        all++;
        String status = computed(table, question).status().name().toLowerCase(Locale.ROOT);
        right += status.equals(expected(table, question).get("status").stringValue()) ? 1 : 0;
      }
    }
    return Comparison.all("whether a variance exists, and which", right, all);
  }

  private Comparison permutation() {
    Worst worst = new Worst(1e-8, 0);
    for (String table : golden.propertyNames()) {
      for (String question : QUESTIONS) {
        JsonNode expected = golden.get(table).get(question).get("permutation");
        if (expected.get("method").stringValue().equals("exact")) {
          RatingTable ratings = table(table, question);
          PermutationTest test =
              PermutationTest.of(ratings, Strata.none(ratings.cases()), new Draws(1, 1))
                  .value()
                  .orElseThrow();
          worst.add(
              table + ", " + question, number(expected, "p"), test.exact() ? test.p() : Double.NaN);
        }
      }
    }
    return worst.comparison("p values over all labelings");
  }

  private static double number(JsonNode parent, String name) {
    return References.number(parent.get(name));
  }
}
