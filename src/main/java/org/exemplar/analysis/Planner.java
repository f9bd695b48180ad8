package org.exemplar.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.exemplar.problem.Problem;
import org.exemplar.stats.mrmc.PowerPlan;
import org.exemplar.stats.mrmc.VarianceComponents;

/**
 * Power and interval width of planned studies, from a pilot's variance components or, without them,
 * from the assumptions that the simulations of the statistics rest on. Arms are taken to be equal.
 * Each plan is given twice, since one number would flatter: for readers who are alike in the effect
 * and for readers who differ.
 */
public final class Planner {
  /** A question with a scale of several points, without any pilot; AUC 0.63. */
  public static final Assumption SCALE =
      new Assumption(
          0.627,
          new VarianceComponents(.0246, .0247, .0009, 0, .0464, .0460, .0304),
          new VarianceComponents(.0239, .0236, .0008, .0052, .0455, .0450, .0300));

  /** A question with two answers, without any pilot; AUC 0.58. */
  public static final Assumption TWO_ANSWERS =
      new Assumption(
          0.576,
          new VarianceComponents(.0056, .0087, 0, .0004, .0327, .0422, 0),
          new VarianceComponents(.0057, .0081, 0, .0029, .0326, .0409, 0));

  private Planner() {}

  /** Whether readers differ in how far PIEs stand out to them. */
  public enum ReaderEffect {
    /** The same for all readers. */
    ALIKE,
    /** It varies between readers. */
    DIFFER
  }

  /**
   * What a plan takes to be true.
   *
   * @param auc the PIE-AUC
   * @param alike components if readers are alike in the effect
   * @param differ components if they are not
   */
  public record Assumption(double auc, VarianceComponents alike, VarianceComponents differ) {
    /** The same with another PIE-AUC. */
    public Assumption withAuc(double changed) {
      return new Assumption(changed, alike, differ);
    }

    private VarianceComponents components(ReaderEffect effect) {
      return effect == ReaderEffect.ALIKE ? alike : differ;
    }
  }

  /**
   * Which designs to plan.
   *
   * @param readers numbers of readers, each at least 2
   * @param cases total numbers of cases, each at least 4, half of them PIEs
   * @param level of the two-sided test
   * @param auc to plan for, empty for the pilot's own
   */
  public record Request(
      List<Integer> readers, List<Integer> cases, double level, OptionalDouble auc) {
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
      }
      for (int count : cases) {
        if (count < 4) {
          throw new Problem("A plan needs 4 cases or more, not " + count + ".");
        }
      }
      if (!(level > 0 && level < 1)) {
        throw new Problem("The level lies between 0 and 1; it is " + level + ".");
      }
      if (auc.isPresent() && !(auc.getAsDouble() >= 0 && auc.getAsDouble() <= 1)) {
        throw new Problem("An AUC lies between 0 and 1; it is " + auc.getAsDouble() + ".");
      }
    }
  }

  /**
   * One planned study.
   *
   * @param question of the pilot, or a name given by the caller
   * @param auc taken to be true
   * @param power the chance of a significant primary test
   * @param halfWidth expected of the 95 % interval (of 1 − level, in general)
   * @param df degrees of freedom of the test
   */
  public record Row(
      String question,
      int readers,
      int cases,
      ReaderEffect effect,
      double auc,
      double power,
      double halfWidth,
      double df) {}

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

  /** Plans from an assumption. */
  public static List<Row> plan(String name, Assumption assumption, Request request) {
    double auc = request.auc().orElse(assumption.auc());
    List<Row> rows = new ArrayList<>();
    for (ReaderEffect effect : ReaderEffect.values()) {
      for (int readers : request.readers()) {
        for (int cases : request.cases()) {
          PowerPlan.Design design = new PowerPlan.Design(readers, cases / 2, cases - cases / 2);
          PowerPlan plan =
              PowerPlan.of(design, auc, assumption.components(effect), request.level());
          rows.add(
              new Row(
                  name, readers, cases, effect, auc, plan.power(), plan.halfWidth(), plan.df()));
        }
      }
    }
    return rows;
  }

  /**
   * What a question of a pilot lets one assume; empty without variance components. A pilot's few
   * readers estimate the reader component badly, so that readers who differ are given at least the
   * component of the assumption without a pilot.
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
    double least = (twoAnswers(question) ? TWO_ANSWERS : SCALE).differ().reader();
    return Optional.of(
        new Assumption(
            question.mrmc().auc().getAsDouble(),
            withReader(pilot, 0),
            withReader(pilot, Math.max(pilot.reader(), least))));
  }

  private static boolean twoAnswers(Results.QuestionResults question) {
    Set<String> codes = new LinkedHashSet<>();
    question.descriptives().values().forEach(arm -> codes.addAll(arm.counts().keySet()));
    return codes.size() <= 2;
  }

  private static VarianceComponents withReader(VarianceComponents c, double reader) {
    return new VarianceComponents(
        c.negativeCase(),
        c.positiveCase(),
        c.casePair(),
        reader,
        c.readerByNegative(),
        c.readerByPositive(),
        c.readerByPair());
  }
}
