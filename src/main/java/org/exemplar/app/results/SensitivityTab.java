package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.analysis.MixedModel;
import org.exemplar.analysis.Results;
import org.exemplar.app.chart.DrawnFigure;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Facts;
import org.exemplar.app.fx.Parts;
import org.exemplar.chart.Figures;

/** All analyses side by side: does the answer hang on how it was computed? */
final class SensitivityTab extends VBox {
  private final TabDoor door;
  private final Map<String, List<SensitivityRow>> rows = new LinkedHashMap<>();

  SensitivityTab(TabDoor door) {
    this.door = door;
    getStyleClass().add("gap-16");
    door.model()
        .results()
        .questions()
        .forEach((id, question) -> rows.put(id, SensitivityRow.of(question, fit(id))));
    List<Node> cards = new ArrayList<>();
    door.model().results().questions().forEach((id, question) -> cards.add(card(id, question)));
    getChildren().addAll(new Card("Every test, every question", verdicts(), table()));
    getChildren().add(new Columns(cards));
    getChildren()
        .add(
            Parts.paragraph(
                "The planned test is the answer; the others show whether it hangs on how it was"
                    + " computed. What ignores clustering is dashed and is not evidence.",
                "small"));
  }

  /** How many of the tests that respect clustering agree with the planned one. */
  private String verdicts() {
    int agree = 0;
    int all = 0;
    for (List<SensitivityRow> question : rows.values()) {
      SensitivityRow planned = question.getFirst();
      for (SensitivityRow row : question.subList(1, question.size())) {
        if (row.clustered() && row.p().isPresent() && planned.p().isPresent()) {
          all++;
          agree += row.significant() == planned.significant() ? 1 : 0;
        }
      }
    }
    return agree + " of " + all + " tests that respect clustering say what the planned one says";
  }

  private GridPane table() {
    GridPane grid = new GridPane();
    grid.getStyleClass().addAll("small-table", "result-table");
    grid.add(Parts.line("Analysis", "small"), 0, 0);
    grid.add(Parts.line("Takes as random", "small"), 1, 0);
    int column = 2;
    for (Map.Entry<String, List<SensitivityRow>> question : rows.entrySet()) {
      grid.add(Parts.line(door.model().title(question.getKey()), "small"), column, 0);
      for (int r = 0; r < question.getValue().size(); r++) {
        SensitivityRow row = question.getValue().get(r);
        if (column == 2) {
          grid.add(name(row, r == 0), 0, r + 1);
          grid.add(Parts.line(row.accounts(), row.clustered() ? "muted" : "warning"), 1, r + 1);
        }
        grid.add(number(question.getKey(), row, r == 0), column, r + 1);
      }
      column++;
    }
    return grid;
  }

  private static HBox name(SensitivityRow row, boolean planned) {
    Label words = Parts.line(row.name(), "strong");
    HBox line = new HBox(words);
    line.getStyleClass().addAll("gap-8", "middle-line");
    if (planned) {
      words.getStyleClass().add("bold");
    }
    if (!row.clustered()) {
      Label tag = Parts.line("ignores clustering", "tag", "warning");
      tag.setMinWidth(USE_PREF_SIZE);
      line.getChildren().add(tag);
    }
    return line;
  }

  private Node number(String question, SensitivityRow row, boolean planned) {
    if (row.p().isEmpty()) {
      return Parts.line(
          row.low().isPresent() ? ResultWords.range(row.low(), row.high()) : "–", "muted");
    }
    NumberLink link =
        new NumberLink(
            row.test(),
            door.model().title(question) + ", " + row.name(),
            () -> door.ratings().accept(Wanted.ofQuestion(question)));
    if (planned) {
      link.getStyleClass().add("bold");
    }
    if (!row.clustered()) {
      link.getStyleClass().add("muted-link");
    }
    return link;
  }

  private Card card(String id, Results.QuestionResults question) {
    DrawnFigure figure =
        door.chart(
            SensitivityRow.chart(rows.getOrDefault(id, List.of())), spot -> Wanted.ofQuestion(id));
    Card card = door.card(door.model().title(id), "PIE-AUC by analysis, 95 % interval", figure);
    Results.Pooled pooled = question.pooled();
    Results.Bootstrap bootstrap = question.bootstrap();
    card.body()
        .getChildren()
        .addAll(
            new Facts()
                .add("Mean difference, PIE − non-PIE", ResultWords.number(pooled.meanDifference()))
                .add(
                    "its bootstrap interval, 95 %",
                    ResultWords.range(
                        bootstrap.meanDifferenceCiLow(), bootstrap.meanDifferenceCiHigh()))
                .add("Cliff’s δ, pooled", ResultWords.number(pooled.cliffsDelta()))
                .add("Design effect of pooling", ResultWords.number(pooled.designEffect()))
                .add("True error rate of a pooled 5 % test", level(pooled)),
            draws(question));
    card.body().getChildren().add(MixedModelFacts.of(door.model().results(), id));
    card.body().getChildren().add(door.warnings(id, Tab.SENSITIVITY));
    card.body().getStyleClass().add("gap-8");
    return card;
  }

  private Optional<MixedModel.Fit> fit(String question) {
    return door.model().results().mixedModel().map(model -> model.questions().get(question));
  }

  private static String level(Results.Pooled pooled) {
    return pooled.realLevel().isPresent()
        ? "about " + Figures.percent(pooled.realLevel().getAsDouble()) + " %"
        : "not defined";
  }

  private static Label draws(Results.QuestionResults question) {
    Results.Permutation permutation = question.permutation();
    String labelings =
        permutation.exact()
            ? "all labelings of cases counted"
            : String.format(java.util.Locale.ROOT, "%,d labelings drawn", permutation.replicates());
    return Parts.paragraph(
        "Permutation: "
            + labelings
            + (permutation.stratified() ? " within strata" : "")
            + ". Bootstrap: "
            + String.format(java.util.Locale.ROOT, "%,d", question.bootstrap().replicates())
            + " resamples, seed "
            + question.bootstrap().seed()
            + ".",
        "small");
  }
}
