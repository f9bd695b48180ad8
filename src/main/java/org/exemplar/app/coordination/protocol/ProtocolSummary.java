package org.exemplar.app.coordination.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exemplar.study.AnalysisPlan;
import org.exemplar.study.Design;
import org.exemplar.study.Practice;
import org.exemplar.study.Protocol;
import org.exemplar.study.SittingLimits;

/** The settings of a protocol as a coordinator says them. */
final class ProtocolSummary {
  /** A word and what is set. */
  record Line(String word, String value) {}

  private ProtocolSummary() {}

  /** All settings, in the order of the document. */
  static List<Line> of(Protocol protocol) {
    Design design = protocol.design();
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line("Cases", design.arms().pie() + " PIE, " + design.arms().nonPie() + " other"));
    lines.add(
        new Line(
            "A PIE is",
            "in the lowest %s %% at sparsity %s"
                .formatted(
                    number(design.criterion().percentile()),
                    number(design.criterion().sparsity()))));
    lines.add(new Line("Controls", controls(design.sampling())));
    lines.add(
        new Line("Patients", design.sampling().onePerPatient() ? "one case each" : "any number"));
    lines.add(new Line("Questions", Integer.toString(protocol.reading().questions().size())));
    lines.add(
        new Line(
            "Order",
            "blocks of %d, at most %d alike"
                .formatted(
                    design.allocation().order().block(),
                    design.allocation().order().longestRun())));
    lines.add(new Line("Who reads what", overlap(design.allocation().overlap())));
    lines.add(
        new Line(
            "Shown again",
            design.repeats().cases() == 0
                ? "none"
                : "%d, %d others between"
                    .formatted(design.repeats().cases(), design.repeats().minimumGap())));
    conduct(protocol, lines);
    AnalysisPlan plan = protocol.analysis();
    lines.add(new Line("Primary analysis", analysis(plan.planned().getFirst())));
    lines.add(new Line("Level", number(100 * plan.level()) + " %"));
    return lines;
  }

  private static void conduct(Protocol protocol, List<Line> lines) {
    Practice practice = protocol.reading().rules().practice();
    lines.add(
        new Line(
            "Practice",
            practice.cases() == 0
                ? "none"
                : practice.cases()
                    + " cases, "
                    + (practice.gate() == Practice.Gate.ANSWERED
                        ? "answered"
                        : "within " + practice.distance())));
    lines.add(
        new Line(
            "Corrections",
            switch (protocol.reading().rules().correction()) {
              case NONE -> "none";
              case PREVIOUS -> "the case before";
              case ANY -> "any case";
            }));
    SittingLimits limits = protocol.reading().rules().limits();
    lines.add(new Line("Longest sitting", minutes(limits.longest())));
    lines.add(new Line("Break asked for after", minutes(limits.breakAfter())));
    lines.add(
        new Line("Washout", limits.washoutDays() == 0 ? "none" : limits.washoutDays() + " days"));
  }

  private static String analysis(String name) {
    return switch (name) {
      case "pie_auc" -> "PIE-AUC over readers and cases";
      case "permutation" -> "permutation test over cases";
      case "case_means" -> "mean rating of each case";
      case "pooled" -> "pooled tests of the earlier study";
      default -> name;
    };
  }

  private static String minutes(Duration time) {
    return time.isZero() ? "no limit" : time.toMinutes() + " min";
  }

  private static String controls(Design.Sampling sampling) {
    return sampling.controls() == Design.Controls.MATCHED
        ? "matched on " + String.join(", ", sampling.matchOn()).replace('_', ' ')
        : "drawn at random";
  }

  private static String overlap(Design.Overlap overlap) {
    return overlap.kind() == Design.Overlap.Kind.ALL
        ? "all readers, all cases"
        : "%d by all, others by %d".formatted(overlap.anchorCases(), overlap.readersPerCase());
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.replaceFirst("0+$", "").replaceFirst("\\.$", "");
  }
}
