package org.exemplar.sitting;

import org.exemplar.crypto.SeededDraw;
import org.exemplar.study.Answer;
import org.exemplar.study.Question;
import org.exemplar.study.ReaderId;
import org.exemplar.study.WorklistItem;

/**
 * What a simulated reader thinks of a case: a latent normal value, cut into answers.
 *
 * <p>{@code latent = shift + 0.6 · case + 0.3 · reader + 0.75 · noise}, the first part the same for
 * all readers of a seed, the second for all cases of a reader; without a shift its standard
 * deviation is about 1. A positive value means more disagreement, more difficulty, less quality.
 */
final class SimulatedOpinion {
  private static final double CASE = 0.6;
  private static final double READER = 0.3;
  private static final double NOISE = 0.75;

  /** Disagrees with a third of the cases without a shift. */
  private static final double DISAGREES_ABOVE = 0.43;

  /** Checks a sixth of the items of a list without a shift. */
  private static final double CHECKS_ABOVE = 1.4;

  private static final double CANNOT_JUDGE = 0.02;

  private final SeededDraw all;
  private final SeededDraw own;

  SimulatedOpinion(long seed, ReaderId reader) {
    this.all = SeededDraw.of(seed, "simulated cases");
    this.own = SeededDraw.of(seed, "simulated reader " + reader);
  }

  /** Chance that belongs to one place of the worklist. */
  SeededDraw at(WorklistItem item) {
    return own.fork("position " + item.position());
  }

  Answer on(Question question, WorklistItem item, double shift) {
    SeededDraw draw = at(item).fork(question.id());
    if (question.cannotJudge().isPresent() && draw.nextDouble() < CANNOT_JUDGE) {
      return question.cannotJudge().get();
    }
    double latent =
        shift
            + CASE * all.fork(item.code() + " " + question.id()).nextGaussian()
            + READER * own.fork("bias " + question.id()).nextGaussian()
            + NOISE * draw.nextGaussian();
    return switch (question) {
      case Question.Agreement agreement ->
          agreement.choices().get(latent > DISAGREES_ABOVE ? 1 : 0);
      case Question.Scale scale -> point(scale, latent);
      case Question.YesNo yesNo -> yesNo.choices().get(latent > DISAGREES_ABOVE ? 0 : 1);
      case Question.Score _ -> new Answer.Score(Math.clamp(Math.round(50 + 20 * latent), 0, 100));
      case Question.Checklist checklist ->
          new Answer.Checked(
              checklist.items().stream()
                  .filter(each -> latent + draw.fork(each).nextGaussian() > CHECKS_ABOVE)
                  .toList());
      case Question.FreeText _ -> new Answer.Text("simulated");
    };
  }

  /** Points lie a standard deviation apart on a five-point scale, the middle one at zero. */
  private static Answer point(Question.Scale scale, double latent) {
    int points = scale.points().size();
    double sign = scale.id().contains("quality") ? -1 : 1;
    double at = (points + 1) / 2.0 + sign * latent * (points - 1) / 4.0;
    int code = Math.clamp(Math.round(at), 1, points);
    return scale.choices().get(code - 1);
  }
}
