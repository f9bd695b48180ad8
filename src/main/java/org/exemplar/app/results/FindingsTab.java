package org.exemplar.app.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.exemplar.analysis.Course;
import org.exemplar.app.chart.DrawnFigure;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.EmptyState;
import org.exemplar.app.fx.Parts;
import org.exemplar.chart.Figures;
import org.kordamp.ikonli.feather.Feather;

/** How often each given finding was denied: the rate of label noise as readers see it. */
final class FindingsTab extends VBox {
  FindingsTab(TabDoor door) {
    getStyleClass().add("gap-16");
    Map<String, Course.FindingDoubt> findings =
        door.model().results().course().map(Course::findings).orElse(Map.of());
    if (findings.isEmpty()) {
      getChildren()
          .add(
              new EmptyState(
                  Feather.TAG,
                  "Findings were not reviewed one by one",
                  "A protocol can ask for a review of each given finding when a reader disagrees"
                      + " with the label. Its rates then stand here, with intervals."));
      return;
    }
    DrawnFigure chart = new DrawnFigure(CourseCharts.findings(findings));
    Optional<String> label =
        door.model().results().questions().keySet().stream()
            .filter(q -> q.contains("label"))
            .findFirst();
    chart.setOnOpen(
        spot -> door.ratings().accept(label.map(Wanted::ofQuestion).orElse(Wanted.ALL)));
    Card card =
        door.card(
            "Which labels did readers deny?",
            "share of answers in which a given finding was denied, 95 % interval",
            chart);
    getChildren().addAll(card, table(findings));
    door.general(Tab.FINDINGS).ifPresent(getChildren()::add);
    getChildren()
        .add(
            Parts.paragraph(
                "Wilson’s interval with the readers as clusters. “Could not tell” counts as asked,"
                    + " not as denied.",
                "small"));
  }

  private static Card table(Map<String, Course.FindingDoubt> findings) {
    GridPane grid = new GridPane();
    grid.getStyleClass().addAll("small-table", "result-table");
    List<String> heads = List.of("Finding", "Asked", "Denied", "Could not tell", "Rate", "95 %");
    for (int c = 0; c < heads.size(); c++) {
      grid.add(Parts.line(heads.get(c), "small"), c, 0);
    }
    int row = 1;
    for (String name : CourseCharts.sorted(findings)) {
      Course.FindingDoubt doubt = findings.get(name);
      if (doubt == null) {
        continue;
      }
      grid.add(Parts.line(name.replace('_', ' '), "strong"), 0, row);
      grid.add(Parts.line(Integer.toString(doubt.asked())), 1, row);
      grid.add(Parts.line(Integer.toString(doubt.denied())), 2, row);
      grid.add(Parts.line(Integer.toString(doubt.unsure())), 3, row);
      String rate =
          doubt.rate().isPresent()
              ? Figures.percent(doubt.rate().getAsDouble()) + " %"
              : "not defined";
      grid.add(Parts.line(rate, "strong", "bold"), 4, row);
      grid.add(Parts.line(ResultWords.range(doubt.ciLow(), doubt.ciHigh()), "muted"), 5, row);
      row++;
    }
    return new Card("The counts behind it", "", grid);
  }
}
