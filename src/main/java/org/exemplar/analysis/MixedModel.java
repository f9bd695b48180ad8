package org.exemplar.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.exemplar.stats.Outcome;

/**
 * The ordinal mixed model of each question as R fitted it: cumulative link (logit), arm fixed,
 * readers and cases random, by Laplace's approximation. This program never fits it itself.
 *
 * @param r version of R
 * @param ordinal version of its package {@code ordinal}
 * @param questions by id
 */
public record MixedModel(String r, String ordinal, Map<String, Fit> questions) {
  /** Copies the map. */
  public MixedModel {
    questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
  }

  /**
   * One question.
   *
   * @param n ratings
   * @param effect log odds of a higher rating, PIE against non-PIE, of the ratings as given; empty
   *     where R found no proper solution
   * @param se of the effect
   * @param statistic Wald's z
   * @param p two-sided
   * @param ciLow of its 95 % interval, effect − 1.96 se
   * @param ciHigh of its 95 % interval
   * @param readerSd SD of the readers
   * @param caseSd SD of the cases
   * @param logLikelihood of the model
   * @param thresholds between neighbouring ratings, such as {@code 1|2}
   * @param messages what R said
   */
  public record Fit(
      int n,
      OptionalDouble effect,
      OptionalDouble se,
      OptionalDouble statistic,
      OptionalDouble p,
      OptionalDouble ciLow,
      OptionalDouble ciHigh,
      OptionalDouble readerSd,
      OptionalDouble caseSd,
      OptionalDouble logLikelihood,
      Map<String, Double> thresholds,
      List<String> messages) {
    /** Copies. */
    public Fit {
      thresholds = Collections.unmodifiableMap(new LinkedHashMap<>(thresholds));
      messages = List.copyOf(messages);
    }
  }

  /** Why there is no model, or what R said of each question. */
  static List<ResultWarning> warnings(Outcome<MixedModel> fitted) {
    List<ResultWarning> warnings = new ArrayList<>();
    fitted
        .reason()
        .ifPresent(because ->
            warnings.add(
                new ResultWarning(
                    null,
                    WarningCode.MIXED_MODEL,
                    "The ordinal mixed model was not fitted, because %s.".formatted(because))));
    fitted
        .value()
        .ifPresent(model ->
            model.questions.forEach((question, fit) -> {
              if (fit.effect().isEmpty() || !fit.messages().isEmpty()) {
                warnings.add(new ResultWarning(question, WarningCode.MIXED_MODEL, sentence(fit)));
              }
            }));
    return warnings;
  }

  private static String sentence(Fit fit) {
    String said =
        fit.messages().isEmpty() ? "" : " R said: " + String.join("; ", fit.messages()) + ".";
    return fit.effect().isEmpty()
        ? "The ordinal mixed model has no proper solution here." + said
        : "The ordinal mixed model is doubtful." + said;
  }
}
