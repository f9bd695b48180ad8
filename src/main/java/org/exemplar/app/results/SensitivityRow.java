package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.analysis.MixedModel;
import org.exemplar.analysis.Results;
import org.exemplar.app.chart.DotRows;
import org.exemplar.app.chart.Scale;
import org.exemplar.chart.Figures;

/**
 * One way to analyse a question.
 *
 * @param name of the analysis
 * @param accounts what it takes as random, in words
 * @param estimate on the scale of PIE-AUC; empty where it gives none
 * @param low of its interval
 * @param high of its interval
 * @param p empty where it tests nothing
 * @param clustered whether it respects that ratings share cases and readers
 */
record SensitivityRow(
    String name,
    String accounts,
    OptionalDouble estimate,
    OptionalDouble low,
    OptionalDouble high,
    OptionalDouble p,
    boolean clustered) {
  private static final double LEVEL = 0.05;
  private static final int ORDER = 2;

  /**
   * All analyses of a question, the planned one first.
   *
   * @param fit R's ordinal mixed model; empty where R was not asked
   */
  static List<SensitivityRow> of(Results.QuestionResults question, Optional<MixedModel.Fit> fit) {
    List<SensitivityRow> rows = new ArrayList<>(of(question));
    fit.ifPresent(model ->
        rows.add(ORDER, row("Ordinal mixed model, by R", "readers and cases").tested(model.p())));
    return rows;
  }

  /** All analyses that this program does itself, the planned one first. */
  static List<SensitivityRow> of(Results.QuestionResults question) {
    Results.Mrmc m = question.mrmc();
    OptionalDouble none = OptionalDouble.empty();
    List<SensitivityRow> rows = new ArrayList<>();
    rows.add(
        row("Planned test", "readers and cases")
            .with(m.auc(), m.ciLow(), m.ciHigh())
            .tested(m.p()));
    rows.add(
        row("Planned test, iMRMC’s rounding", "readers and cases")
            .with(m.auc(), m.imrmc().ciLow(), m.imrmc().ciHigh())
            .tested(m.imrmc().p()));
    rows.add(
        row(
                question.permutation().stratified()
                    ? "Permutation within strata"
                    : "Permutation of cases",
                "cases, these readers")
            .with(m.auc(), none, none)
            .tested(question.permutation().p()));
    rows.add(
        row("Bootstrap of readers and cases", "readers and cases")
            .with(m.auc(), question.bootstrap().aucCiLow(), question.bootstrap().aucCiHigh()));
    rows.add(
        row("Case means, Welch", "cases, these readers").tested(question.caseMeans().welchT().p()));
    rows.add(
        row("Case means, Mann–Whitney", "cases, these readers")
            .tested(question.caseMeans().mannWhitney().p()));
    Results.Pooled pooled = question.pooled();
    rows.add(
        row("Pooled, Kruskal–Wallis (the paper’s)", "nothing")
            .with(pooledAuc(question), none, none)
            .tested(pooled.kruskalWallis().p())
            .ignoring());
    rows.add(row("Pooled, Mann–Whitney", "nothing").tested(pooled.mannWhitney().p()).ignoring());
    rows.add(row("Pooled, Welch", "nothing").tested(pooled.welchT().p()).ignoring());
    return rows;
  }

  /** Cliff's delta of the pooled ratings as the probability that a PIE is rated more PIE-like. */
  private static OptionalDouble pooledAuc(Results.QuestionResults question) {
    OptionalDouble delta = question.pooled().cliffsDelta();
    return delta.isPresent()
        ? OptionalDouble.of((1 + question.orientation().sign() * delta.getAsDouble()) / 2)
        : delta;
  }

  private static SensitivityRow row(String name, String accounts) {
    OptionalDouble none = OptionalDouble.empty();
    return new SensitivityRow(name, accounts, none, none, none, none, true);
  }

  private SensitivityRow with(OptionalDouble value, OptionalDouble from, OptionalDouble to) {
    return new SensitivityRow(name, accounts, value, from, to, p, clustered);
  }

  private SensitivityRow tested(OptionalDouble tested) {
    return new SensitivityRow(name, accounts, estimate, low, high, tested, clustered);
  }

  private SensitivityRow ignoring() {
    return new SensitivityRow(name, accounts, estimate, low, high, p, false);
  }

  /** {@code p = 0.012}, or a dash where nothing is tested. */
  String test() {
    return p.isPresent() ? Figures.equation(p.getAsDouble()) : "–";
  }

  boolean significant() {
    return p.isPresent() && p.getAsDouble() < LEVEL;
  }

  private static String shortName(String name) {
    return name.replace(" (the paper’s)", "")
        .replace("Planned test, iMRMC’s rounding", "As iMRMC rounds")
        .replace("Planned test", "Planned")
        .replace("Permutation of cases", "Permutation")
        .replace("Permutation within strata", "Permutation")
        .replace("Bootstrap of readers and cases", "Bootstrap")
        .replace("Pooled, Kruskal–Wallis", "Pooled");
  }

  /** The analyses with an estimate on one axis. */
  static DotRows chart(List<SensitivityRow> rows) {
    List<DotRows.Row> dots =
        rows.stream()
            .filter(r -> r.estimate().isPresent())
            .map(r ->
                new DotRows.Row(
                    shortName(r.name()),
                    r.estimate(),
                    r.low(),
                    r.high(),
                    r.clustered() ? DotRows.Dot.PLAIN : DotRows.Dot.DOUBTFUL))
            .toList();
    Scale scale = Scale.decimals(0.4, 0.8, "", 2);
    for (DotRows.Row dot : dots) {
      scale =
          scale
              .with(dot.value().orElse(0.5))
              .with(dot.low().orElse(0.5))
              .with(dot.high().orElse(0.5));
    }
    String planned = rows.isEmpty() ? "" : ResultWords.number(rows.getFirst().estimate());
    return new DotRows(
        "PIE-AUC by analysis; planned " + planned + ".",
        scale.rounded(0.1),
        OptionalDouble.of(0.5),
        dots);
  }
}
