package org.exemplar.conduct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.exemplar.problem.Problem;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.mrmc.Assumption;
import org.exemplar.stats.mrmc.BlindedComponents;
import org.exemplar.stats.mrmc.Draws;
import org.exemplar.stats.mrmc.PowerPlan;
import org.exemplar.stats.mrmc.VarianceComponents;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Protocol;
import org.exemplar.study.Question;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;

/**
 * How many cases a running study needs, estimated again from its ratings without knowing an arm:
 * how much cases, and readers at a case, vary is taken from what came back; the AUC and how much
 * readers differ in the effect stay as planned. An effect in the ratings makes the answer a little
 * larger, never smaller.
 *
 * @param question its id
 * @param readers who rated
 * @param cases with a rating
 * @param auc planned
 * @param needed cases in all, arms equal
 */
public record CaseReestimation(
    String question, int readers, int cases, double auc, Outcome<Needed> needed) {
  private static final int HALVINGS = 200;

  /**
   * Cases needed, empty where 20,000 are not enough.
   *
   * @param alike if readers are alike in the effect
   * @param differ if they differ as assumed without a pilot
   * @param components seen, the reader component 0
   */
  public record Needed(OptionalInt alike, OptionalInt differ, VarianceComponents components) {}

  /**
   * What the study is to reach.
   *
   * @param power wanted, between 0 and 1
   * @param level of the two-sided test
   * @param auc planned, empty for the one that is assumed without a pilot
   * @param readers planned, empty for those who rated
   * @param seed of the random halvings
   */
  public record Aim(
      double power, double level, OptionalDouble auc, OptionalInt readers, long seed) {
    /**
     * Checks the ranges.
     *
     * @throws Problem if a number is impossible
     */
    public Aim {
      if (!(power > 0 && power < 1) || !(level > 0 && level < 1)) {
        throw new Problem("Power and level lie between 0 and 1.");
      }
      if (auc.isPresent() && !(auc.getAsDouble() >= 0 && auc.getAsDouble() <= 1)) {
        throw new Problem("An AUC lies between 0 and 1; it is " + auc.getAsDouble() + ".");
      }
      if (readers.isPresent() && readers.getAsInt() < 2) {
        throw new Problem("A study needs 2 readers or more.");
      }
    }
  }

  /** Estimates again for each question of a study, from the files that came back. */
  public static List<CaseReestimation> of(StudyLocation location, Aim aim) {
    try (StudyFile study = StudyFile.openReadOnly(location.database())) {
      List<Rating> ratings =
          study.ratings().stream()
              .filter(rating -> !rating.item().practice() && !rating.item().repeat())
              .toList();
      Protocol protocol =
          Protocol.parse("the study's protocol", study.protocols().getLast().text());
      return protocol.reading().questions().stream().map(q -> of(q, ratings, aim)).toList();
    }
  }

  /** Estimates again for one question. */
  static CaseReestimation of(Question question, List<Rating> ratings, Aim aim) {
    Set<ReaderId> readers = new LinkedHashSet<>();
    Set<String> cases = new LinkedHashSet<>();
    List<Rating> rated = new ArrayList<>();
    for (Rating rating : ratings) {
      if (rating.rated().questionId().equals(question.id())
          && rating.rated().answer().code().isPresent()) {
        readers.add(rating.reader());
        cases.add(rating.item().code().value());
        rated.add(rating);
      }
    }
    double[][] scores = scores(List.copyOf(readers), List.copyOf(cases), rated);
    Assumption assumed =
        question.choices().size() <= 2 ? Assumption.TWO_LEVELS : Assumption.FIVE_LEVELS;
    double auc = aim.auc().orElse(assumed.auc());
    int planned = aim.readers().orElse(readers.size());
    Outcome<Needed> needed =
        BlindedComponents.of(scores, new Draws(HALVINGS, aim.seed()))
            .map(seen -> needed(seen, planned, assumed.withAuc(auc), aim));
    return new CaseReestimation(question.id(), readers.size(), cases.size(), auc, needed);
  }

  private static Needed needed(VarianceComponents seen, int readers, Assumption assumed, Aim aim) {
    double differing = assumed.differ().reader();
    return new Needed(
        PowerPlan.casesFor(aim.power(), readers, assumed.auc(), seen, aim.level()),
        PowerPlan.casesFor(
            aim.power(), readers, assumed.auc(), seen.withReader(differing), aim.level()),
        seen);
  }

  private static double[][] scores(List<ReaderId> readers, List<String> cases, List<Rating> rated) {
    Map<String, Integer> columns = new HashMap<>();
    IntStream.range(0, cases.size()).forEach(c -> columns.put(cases.get(c), c));
    double[][] scores = new double[readers.size()][cases.size()];
    for (double[] row : scores) {
      Arrays.fill(row, Double.NaN);
    }
    for (Rating rating : rated) {
      int c = columns.getOrDefault(rating.item().code().value(), 0);
      scores[readers.indexOf(rating.reader())][c] = rating.rated().answer().code().orElse(0);
    }
    return scores;
  }
}
