package org.exemplar.app.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.exemplar.app.fx.Parts;
import org.exemplar.conduct.Oddity;
import org.exemplar.conduct.ReturnedFile;
import org.exemplar.store.MergeOutcome;

/** What else was in a returned file, row by row, and what was done with it. */
final class ReturnedRows extends GridPane {
  private static final double[] SHARES = {20, 16, 48, 16};

  ReturnedRows(ReturnedFile file) {
    getStyleClass().add("returned-rows");
    for (double share : SHARES) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      getColumnConstraints().add(column);
    }
    row(0, List.of("What", "State", "Detail", "Done"), "small");
    int at = 1;
    for (List<String> row : rows(file)) {
      row(at, row, "body");
      at++;
    }
  }

  private void row(int at, List<String> cells, String style) {
    for (int c = 0; c < cells.size(); c++) {
      Label label = Parts.paragraph(cells.get(c), style, c == 2 && at > 0 ? "muted" : "fg-plain");
      add(label, c, at);
    }
  }

  /** What, state, detail, done. */
  static List<List<String>> rows(ReturnedFile file) {
    List<List<String>> rows = new ArrayList<>();
    Optional<Counts> counts = counts(file);
    counts.ifPresent(c -> {
      if (c.cases() > 0) {
        rows.add(
            List.of(
                count(c.cases(), "case", "cases"),
                "new",
                c.answers() + " answers, added with their audit entries",
                "merged"));
      }
      if (c.known() > 0) {
        rows.add(
            List.of(
                count(c.known(), "audit entry", "audit entries"),
                "known",
                "the same, link by link",
                "nothing to do"));
      }
      rows.add(
          List.of(
              "Audit trail",
              c.added() == 0 ? "unchanged" : c.forked() ? "went apart" : "continues",
              count(c.added(), "new entry", "new entries") + ", its head signed by the reader",
              "verified"));
    });
    for (Oddity oddity : file.oddities()) {
      String what =
          switch (oddity.kind()) {
            case CLOCK -> "Clock";
            case VERSION -> "Program";
            case SIMULATED -> "Reader";
          };
      String state =
          switch (oddity.kind()) {
            case CLOCK -> "differs";
            case VERSION -> "other version";
            case SIMULATED -> "simulated";
          };
      rows.add(List.of(what, state, oddity.sentence(), "noted"));
    }
    return rows;
  }

  private record Counts(long known, long added, int cases, int answers, boolean forked) {}

  private static Optional<Counts> counts(ReturnedFile file) {
    return file.outcome()
        .flatMap(outcome ->
            switch (outcome) {
              case MergeOutcome.Merged m ->
                  Optional.of(
                      new Counts(
                          m.knownEntries(),
                          m.newEntries(),
                          m.newSubmissions(),
                          m.newRatings(),
                          false));
              case MergeOutcome.Diverged d ->
                  Optional.of(
                      new Counts(
                          d.commonEntries(),
                          d.newEntries(),
                          d.newSubmissions(),
                          d.newRatings(),
                          true));
              case MergeOutcome.Older older ->
                  Optional.of(new Counts(older.fileEntries(), 0, 0, 0, false));
              case MergeOutcome.Refused refused -> Optional.empty();
            });
  }

  private static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
