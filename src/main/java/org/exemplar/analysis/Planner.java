package org.exemplar.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.exemplar.blinding.Arm;
import org.exemplar.problem.Problem;
import org.exemplar.stats.Tails;
import org.exemplar.stats.mrmc.Assumption;
import org.exemplar.stats.mrmc.Draws;
import org.exemplar.stats.mrmc.LatentFit;
import org.exemplar.stats.mrmc.LatentModel;
import org.exemplar.stats.mrmc.PowerPlan;
import org.exemplar.stats.mrmc.PowerSimulation;
import org.exemplar.stats.mrmc.VarianceComponents;

/**
 * Power and interval width of planned studies, from a pilot's variance components or, without them,
 * from the assumptions that the simulations of the statistics rest on. Arms are taken to be equal.
 * Each plan is given twice, since one number would flatter: for readers who are alike in the effect
 * and for readers who differ.
 */
public final class Planner {
  private static final double SHIFTED = Math.sqrt(1.25);

  private Planner() {}

  /** Whether readers differ in how far PIEs stand out to them. */
  public enum ReaderEffect {
    /** The same for all readers. */
    ALIKE,
    /** It varies between readers. */
    DIFFER
  }

  /**
   * Which designs to plan.
   *
   * @param readers numbers of readers, each at least 2
   * @param cases total numbers of cases, each at least 4, half of them PIEs
   * @param groups 1 when every reader reads every case; more for a split-plot design, readers and
   *     cases dealt into that many groups
   * @param level of the two-sided test
   * @param auc to plan for, empty for the pilot's own
   */
  public record Request(
      List<Integer> readers, List<Integer> cases, int groups, double level, OptionalDouble auc) {
    /**
     * Copies and checks.
     *
     * @throws Problem if a number is too small or the level or AUC impossible
     */
    public Request {
      readers = List.copyOf(readers);
      cases = List.copyOf(cases);
      for (int count : readers) {
        if (count < 2) {
          throw new Problem("A plan needs 2 readers or more, not " + count + ".");
        }
        requireGroups(groups, count, "readers");
      }
      for (int count : cases) {
        if (count < 4) {
          throw new Problem("A plan needs 4 cases or more, not " + count + ".");
        }
        requireGroups(groups, count / 2, "cases of an arm");
      }
      if (!(level > 0 && level < 1)) {
        throw new Problem("The level lies between 0 and 1; it is " + level + ".");
      }
      if (auc.isPresent() && !(auc.getAsDouble() >= 0 && auc.getAsDouble() <= 1)) {
        throw new Problem("An AUC lies between 0 and 1; it is " + auc.getAsDouble() + ".");
      }
    }

    private static void requireGroups(int groups, int count, String what) {
      if (groups < 1 || groups > count) {
        throw new Problem(
            "%d %s cannot be dealt into %d groups; give 1 to %d groups."
                .formatted(count, what, groups, count));
      }
    }

    /**
     * The same at the level that Holm's correction holds the smallest p-value to: the level divided
     * by the number of questions.
     *
     * @throws Problem if there is no question
     */
    public Request holm(int questions) {
      if (questions < 1) {
        throw new Problem("Holm's correction is over 1 question or more, not " + questions + ".");
      }
      return new Request(readers, cases, groups, level / questions, auc);
    }
  }

  /**
   * One planned study.
   *
   * @param question of the pilot, or a name given by the caller
   * @param assumption what the plan takes to be true, the AUC as planned
   * @param effect whether readers differ
   * @param level of the two-sided test
   * @param plan power, interval and degrees of freedom
   */
  public record Row(
      String question, Assumption assumption, ReaderEffect effect, double level, PowerPlan plan) {
    /** How many readers. */
    public int readers() {
      return plan.design().readers();
    }

    /** How many cases, half of them PIEs. */
    public int cases() {
      return plan.design().cases();
    }

    /** The PIE-AUC taken to be true. */
    public double auc() {
      return assumption.auc();
    }

    /** The chance of a significant primary test. */
    public double power() {
      return plan.power();
    }

    /** Half of the expected width of the interval. */
    public double halfWidth() {
      return plan.halfWidth();
    }

    /** The variance components that the plan rests on. */
    public VarianceComponents components() {
      return assumption.components(effect == ReaderEffect.ALIKE);
    }

    /** The fewest cases, all read by all these readers, that reach a power; empty above 20,000. */
    public OptionalInt casesFor(double wanted) {
      return PowerPlan.casesFor(wanted, readers(), auc(), components(), level);
    }

    /**
     * Checks the power: draws studies from the latent model that has the plan's AUC and components,
     * and analyses them by the primary analysis.
     */
    public PowerSimulation simulate(int studies, long seed) {
      LatentModel model = LatentFit.of(auc(), components(), assumption.thresholds());
      return PowerSimulation.of(plan.design(), model, level, new Draws(studies, seed));
    }
  }

  /**
   * Plans from a pilot's results, question by question.
   *
   * @throws Problem if no question of the pilot has variance components
   */
  public static List<Row> plan(Results pilot, Request request) {
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, Results.QuestionResults> question : pilot.questions().entrySet()) {
      assumption(question.getValue())
          .ifPresent(each -> rows.addAll(plan(question.getKey(), each, request)));
    }
    if (rows.isEmpty()) {
      throw new Problem(
          "The pilot has no variance components: it needs two readers or more who rated cases of both arms.");
    }
    return rows;
  }

  /** Plans without a pilot, for a question with five points and one with two answers. */
  public static List<Row> plan(Request request) {
    List<Row> rows = new ArrayList<>(plan("scale", Assumption.FIVE_LEVELS, request));
    rows.addAll(plan("yes/no", Assumption.TWO_LEVELS, request));
    return rows;
  }

  /** Plans from an assumption. */
  public static List<Row> plan(String name, Assumption assumption, Request request) {
    Assumption planned = assumption.withAuc(request.auc().orElse(assumption.auc()));
    List<Row> rows = new ArrayList<>();
    for (ReaderEffect effect : ReaderEffect.values()) {
      VarianceComponents components = planned.components(effect == ReaderEffect.ALIKE);
      for (int readers : request.readers()) {
        for (int cases : request.cases()) {
          PowerPlan.Design design =
              new PowerPlan.Design(readers, cases / 2, cases - cases / 2, request.groups());
          PowerPlan plan = PowerPlan.of(design, planned.auc(), components, request.level());
          rows.add(new Row(name, planned, effect, request.level(), plan));
        }
      }
    }
    return rows;
  }

  /**
   * What a question of a pilot lets one assume; empty without variance components. Negative
   * components count as zero. A pilot's few readers estimate the reader component badly, so that
   * readers who differ are given at least the component of the assumption without a pilot.
   */
  public static Optional<Assumption> assumption(Results.QuestionResults question) {
    Results.Components c = question.mrmc().components();
    if (c.reader().isEmpty() || question.mrmc().auc().isEmpty()) {
      return Optional.empty();
    }
    VarianceComponents pilot =
        new VarianceComponents(
                c.nonpieCase().orElse(0),
                c.pieCase().orElse(0),
                c.casePair().orElse(0),
                c.reader().getAsDouble(),
                c.readerByNonpie().orElse(0),
                c.readerByPie().orElse(0),
                c.readerByPair().orElse(0))
            .withoutNegatives();
    Assumption without =
        counts(question).size() <= 2 ? Assumption.TWO_LEVELS : Assumption.FIVE_LEVELS;
    return Optional.of(
        new Assumption(
            question.mrmc().auc().getAsDouble(),
            pilot.withReader(0),
            pilot.withReader(Math.max(pilot.reader(), without.differ().reader())),
            thresholds(question, without)));
  }

  /** How often each code was given to the controls, codes from less to more PIE-like. */
  private static Map<Double, Integer> counts(Results.QuestionResults question) {
    Map<Double, Integer> counts = new TreeMap<>();
    question
        .descriptives()
        .forEach((arm, described) ->
            described
                .counts()
                .forEach((code, count) ->
                    counts.merge(
                        question.orientation().sign() * Double.parseDouble(code),
                        arm == Arm.NON_PIE ? count : 0,
                        Integer::sum)));
    return new LinkedHashMap<>(counts);
  }

  /** Where the controls' answers cut what readers with a shift see. */
  private static List<Double> thresholds(Results.QuestionResults question, Assumption without) {
    List<Integer> counts = List.copyOf(counts(question).values());
    double all = counts.stream().mapToInt(Integer::intValue).sum();
    List<Double> thresholds = new ArrayList<>();
    int below = 0;
    for (int k = 0; k + 1 < counts.size(); k++) {
      below += counts.get(k);
      if (below > 0 && below < all) {
        thresholds.add(SHIFTED * Tails.normalQuantile(below / all));
      }
    }
    return thresholds.isEmpty() ? without.thresholds() : thresholds;
  }
}
