package org.exemplar.export.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.exemplar.store.Decision;
import org.exemplar.store.Dispute;

/** Decisions between two copies of a reader's file, one sentence each. */
final class DecisionWords {
  private DecisionWords() {}

  /**
   * One sentence for each; one that is still open says so.
   *
   * @param date how a report writes it
   */
  static List<String> of(List<Dispute> disputes, DateTimeFormatter date) {
    List<String> words = new ArrayList<>();
    for (Dispute dispute : disputes) {
      words.add(
          dispute.reader().value()
              + ", position "
              + dispute.item().position()
              + ", "
              + dispute.questionId()
              + ": copies of the reading file were answered differently ("
              + dispute.sides().stream()
                  .map(side -> "“" + side.words() + "”")
                  .collect(Collectors.joining(", "))
              + "); "
              + dispute
                  .decision()
                  .map(decision -> kept(dispute, decision, date))
                  .orElse("nobody decided, the first that came back counts."));
    }
    return words;
  }

  private static String kept(Dispute dispute, Decision decision, DateTimeFormatter date) {
    return "“"
        + dispute.counts().words()
        + "” counts: "
        + decision.rule().words()
        + ", "
        + decision.stamp().actor()
        + ", "
        + date.format(decision.stamp().at())
        + ", “"
        + decision.reason()
        + "”.";
  }
}
