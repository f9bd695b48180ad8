package org.exemplar.app.results;

import java.util.Locale;
import java.util.OptionalDouble;
import org.exemplar.analysis.Results;
import org.exemplar.chart.Figures;

/** Results as sentences and numbers. Never "no difference". */
final class ResultWords {
  private static final double LEVEL = 0.05;

  private ResultWords() {}

  /** What the planned test says after Holm's adjustment. */
  enum Verdict {
    DIFFERS("differs after Holm"),
    NOT_SHOWN("not shown to differ"),
    NOT_TESTABLE("not testable");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  static Verdict verdict(Results.Mrmc mrmc) {
    if (mrmc.p().isEmpty() || mrmc.pHolm().isEmpty()) {
      return Verdict.NOT_TESTABLE;
    }
    return mrmc.pHolm().getAsDouble() < LEVEL ? Verdict.DIFFERS : Verdict.NOT_SHOWN;
  }

  /** A p-value and its adjusted one: {@code 0.012 (0.023)}. */
  static String planned(Results.Mrmc mrmc) {
    return p(mrmc.p()) + (mrmc.pHolm().isPresent() ? " (" + p(mrmc.pHolm()) + ")" : "");
  }

  static String p(OptionalDouble p) {
    return p.isPresent() ? Figures.probability(p.getAsDouble()) : "not defined";
  }

  static String range(OptionalDouble low, OptionalDouble high) {
    return low.isPresent() && high.isPresent()
        ? Figures.range(low.getAsDouble(), high.getAsDouble(), 2)
        : "not defined";
  }

  static String number(OptionalDouble value) {
    return value.isPresent() ? Figures.decimals(value.getAsDouble(), 2) : "not defined";
  }

  /** {@code p = 0.003}, as the pooled test of the paper says it. */
  static String pooled(Results.Pooled pooled) {
    OptionalDouble p = pooled.kruskalWallis().p();
    return p.isPresent() ? Figures.equation(p.getAsDouble()) : "p not defined";
  }

  /** {@code "6 readers · 40 cases (20 PIE + 20 non-PIE) · 682 of 720 ratings, 38 missing"}. */
  static String design(Results.Design design) {
    String words =
        String.format(
            Locale.ROOT,
            "%d %s · %d cases (%d PIE + %d non-PIE) · %d ratings",
            design.readers(),
            design.readers() == 1 ? "reader" : "readers",
            design.cases(),
            design.pie(),
            design.nonPie(),
            design.ratings());
    if (design.missing() > 0) {
      words += ", " + design.missing() + " missing";
    }
    return design.cannotJudge() > 0 ? words + ", " + design.cannotJudge() + " cannot judge" : words;
  }

  /** How often the pooled test errs, over the questions; empty where it is not known. */
  static OptionalDouble worstLevel(Results results) {
    return results.questions().values().stream()
        .map(q -> q.pooled().realLevel())
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .max();
  }
}
