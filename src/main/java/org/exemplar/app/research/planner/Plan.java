package org.exemplar.app.research.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.exemplar.analysis.Planner;
import org.exemplar.stats.mrmc.Assumption;

/**
 * A study as it is being planned. Immutable; every change gives another plan.
 *
 * @param assumption what is taken to be true, the AUC apart
 * @param auc the PIE-AUC to be found
 * @param effect whether readers differ in the effect
 * @param size readers, cases and groups
 * @param questions how many are tested with Holm's correction, at least 1
 */
record Plan(
    Assumption assumption, double auc, Planner.ReaderEffect effect, Size size, int questions) {
  /** The two-sided level. */
  static final double LEVEL = 0.05;

  /** The power that studies are usually planned for. */
  static final double WANTED = 0.8;

  static final List<Integer> CURVES = List.of(3, 4, 6, 8, 10, 15);
  static final List<Integer> COLUMNS = List.of(40, 60, 80, 100, 140, 200);
  static final int FEWEST_CASES = 20;
  static final int MOST_CASES = 200;

  /**
   * How large the study is.
   *
   * @param readers 2 or more
   * @param cases half of them PIEs
   * @param groups 1 when everybody reads everything; more for a split-plot design
   */
  record Size(int readers, int cases, int groups) {}

  /** What is planned before anything was said: 6 readers, 40 cases, five points. */
  static Plan usual() {
    return new Plan(
        Assumption.FIVE_LEVELS,
        Assumption.FIVE_LEVELS.auc(),
        Planner.ReaderEffect.DIFFER,
        new Size(6, 40, 1),
        1);
  }

  Plan assuming(Assumption other) {
    return new Plan(other, other.auc(), effect, size, questions);
  }

  Plan withAuc(double other) {
    return new Plan(assumption, other, effect, size, questions);
  }

  Plan with(Planner.ReaderEffect other) {
    return new Plan(assumption, auc, other, size, questions);
  }

  Plan with(Size other) {
    int most = Math.min(other.readers(), other.cases() / 2);
    return new Plan(
        assumption,
        auc,
        effect,
        new Size(other.readers(), other.cases(), Math.clamp(other.groups(), 1, most)),
        questions);
  }

  Plan over(int tested) {
    return new Plan(assumption, auc, effect, size, Math.max(1, tested));
  }

  /** The planned study itself. */
  Planner.Row row() {
    return row(size.readers(), size.cases());
  }

  /** The same with other numbers of readers and cases; groups as far as they can be dealt. */
  Planner.Row row(int readers, int cases) {
    return rows(List.of(readers), List.of(cases)).getFirst();
  }

  /** The power at numbers of cases from the fewest to the most, by a number of readers. */
  List<Planner.Row> curve(int readers) {
    List<Integer> cases = new ArrayList<>();
    int step = size.groups() > 5 ? 20 : 4;
    for (int n = Math.max(FEWEST_CASES, 2 * size.groups()); n <= MOST_CASES; n += step) {
      cases.add(n);
    }
    return rows(List.of(readers), cases);
  }

  /** Readers of the curves and of the table: the usual ones and the planned number. */
  List<Integer> readers() {
    List<Integer> all = new ArrayList<>(CURVES);
    if (!all.contains(size.readers())) {
      all.add(size.readers());
      all.sort(null);
    }
    return List.copyOf(all);
  }

  /** Columns of the table: the usual ones and the planned number. */
  List<Integer> columns() {
    List<Integer> all = new ArrayList<>(COLUMNS);
    if (!all.contains(size.cases())) {
      all.add(size.cases());
      all.sort(null);
    }
    return List.copyOf(all);
  }

  /** The fewest cases that reach the wanted power with so many readers who read everything. */
  OptionalInt casesFor(int readers) {
    return row(readers, Math.max(4, size.cases())).casesFor(WANTED);
  }

  private List<Planner.Row> rows(List<Integer> readers, List<Integer> cases) {
    int fewest = Math.min(readers.getFirst(), cases.getFirst() / 2);
    Planner.Request asked =
        new Planner.Request(
            readers, cases, Math.clamp(size.groups(), 1, fewest), LEVEL, OptionalDouble.of(auc));
    return Planner.plan("plan", assumption, questions > 1 ? asked.holm(questions) : asked).stream()
        .filter(row -> row.effect() == effect)
        .toList();
  }

  /** What the numbers mean for choosing readers or cases, in a sentence. */
  String advice() {
    Optional<Integer> hopeless =
        CURVES.stream().filter(n -> casesFor(n).isEmpty()).reduce((a, b) -> b);
    OptionalInt mine = casesFor(size.readers());
    String first =
        mine.isPresent()
            ? "80 % needs about "
                + about(mine.getAsInt())
                + " cases with "
                + size.readers()
                + " readers"
            : "No number of cases reaches 80 % with " + size.readers() + " readers";
    int more = CURVES.stream().filter(n -> n > size.readers()).skip(1).findFirst().orElse(0);
    OptionalInt others = more == 0 ? OptionalInt.empty() : casesFor(more);
    String second =
        others.isPresent() ? ", or about " + about(others.getAsInt()) + " with " + more : "";
    String third =
        hopeless
            .map(n ->
                " Readers first, then cases: with "
                    + n
                    + " readers or fewer no number of"
                    + " cases gets there.")
            .orElse("");
    return first + second + "." + third;
  }

  /** Rounded up: a planned number of cases is never exact. */
  static int about(int cases) {
    int step = cases < 60 ? 2 : cases < 200 ? 10 : 50;
    return (cases + step - 1) / step * step;
  }
}
