package org.exemplar.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exemplar.audit.Stamp;
import org.exemplar.store.Ledger.NewRow;
import org.jspecify.annotations.Nullable;

/** Writes which answers count, and says when nothing can be written. */
final class StudyDecisions {
  private StudyDecisions() {}

  static void write(Ledger ledger, Map<Dispute, Decision> decisions, Stamp stamp) {
    List<NewRow> rows = new ArrayList<>();
    List<Map<String, Object>> details = new ArrayList<>();
    decisions.forEach((dispute, decision) -> {
      if (dispute.sides().stream().noneMatch(s -> s.readingId().equals(decision.kept()))) {
        throw new IllegalArgumentException("the decision keeps an answer that is not there");
      }
      rows.add(new NewRow("decision", row(dispute, decision, stamp)));
      details.add(
          Map.of(
              "reader", dispute.reader().value(),
              "position", dispute.item().position(),
              "question", dispute.questionId(),
              "rule", decision.rule().words(),
              "reason", decision.reason()));
    });
    if (!rows.isEmpty()) {
      ledger.append(stamp, "conflicts_decided", Map.of("decisions", details), rows);
    }
  }

  private static Map<String, @Nullable Object> row(
      Dispute dispute, Decision decision, Stamp stamp) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("reader_id", dispute.reader().value());
    row.put("position", dispute.item().position());
    row.put("case_code", dispute.item().code().value());
    row.put("question_id", dispute.questionId());
    row.put("kept", decision.kept());
    row.put("rule", decision.rule().words());
    row.put("reason", decision.reason());
    row.put("actor", stamp.actor());
    row.put("at", stamp.at());
    return row;
  }

  static Optional<String> onlyLook(Database database) {
    String name = String.valueOf(database.path().getFileName());
    if (!Opening.besideWritable(database.path())) {
      return Optional.of(
          name + " lies where nothing can be written: it can be looked at, not added to.");
    }
    long format = database.format();
    return format == FileKind.STUDY.format()
        ? Optional.empty()
        : Optional.of(
            "%s is of format %d; it is brought up to format %d when it is next added to, and a copy is kept."
                .formatted(name, format, FileKind.STUDY.format()));
  }
}
