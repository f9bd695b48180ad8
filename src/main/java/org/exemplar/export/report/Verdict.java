package org.exemplar.export.report;

import java.util.OptionalDouble;
import org.exemplar.chart.Figures;
import org.exemplar.export.report.ReportResults.Question;
import org.exemplar.export.report.StudyFacts.QuestionFacts;
import org.exemplar.stats.Interval;

/** What the planned test of one question says, in words. Never "no difference". */
final class Verdict {
  private static final double LEVEL = 0.05;

  private final Question question;
  private final QuestionFacts facts;

  Verdict(Question question, QuestionFacts facts) {
    this.question = question;
    this.facts = facts;
  }

  boolean tested() {
    return question.number("mrmc/p_holm").isPresent() && question.number("mrmc/p").isPresent();
  }

  boolean differs() {
    OptionalDouble p = question.number("mrmc/p_holm");
    return tested() && p.isPresent() && p.getAsDouble() < LEVEL;
  }

  /** A tag of three words. */
  String tag() {
    return !tested() ? "not testable" : differs() ? "differs after Holm" : "not shown to differ";
  }

  /** One sentence for the answer. */
  String sentence() {
    OptionalDouble auc = question.number("mrmc/auc");
    if (auc.isEmpty()) {
      return facts.title() + ": the ratings do not allow an estimate.";
    }
    String numbers = " (" + estimate(auc.getAsDouble()) + ")";
    if (!tested()) {
      return facts.title()
          + ": PIE and other cases cannot be tested against each other here"
          + numbers
          + "; see the warnings.";
    }
    if (!differs()) {
      return facts.title()
          + ": PIEs were not shown to be rated otherwise than other cases"
          + numbers
          + ". This is not evidence that they are rated alike.";
    }
    String side = auc.getAsDouble() > 0.5 ? facts.morePie() : facts.lessPie();
    return facts.title()
        + ": PIEs were rated more towards \u201c"
        + side
        + "\u201d than other cases"
        + numbers
        + ".";
  }

  private String estimate(double auc) {
    String text = "PIE-AUC " + Figures.decimals(auc, 2);
    if (question.interval().isPresent()) {
      Interval ends = question.interval().get();
      text += ", 95 % interval " + Figures.range(ends.low(), ends.high(), 2);
    }
    OptionalDouble p = question.number("mrmc/p_holm");
    if (tested() && p.isPresent()) {
      text += ", " + Figures.equation(p.getAsDouble()).replace(' ', '\u00a0') + " after Holm";
    }
    return text;
  }
}
