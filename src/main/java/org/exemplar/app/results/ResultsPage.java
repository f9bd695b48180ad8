package org.exemplar.app.results;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.analysis.ResultWarning;
import org.exemplar.analysis.Results;
import org.exemplar.analysis.WarningCode;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.chart.Figures;
import org.exemplar.export.report.StudyFacts;
import org.kordamp.ikonli.feather.Feather;

/**
 * The results of an unblinded study: its questions as equal columns with the same axes, the paper's
 * pooled test apart and marked, the warnings.
 */
public final class ResultsPage extends StackPane {
  /**
   * @param facts the words of the questions, and whether the study can be trusted
   */
  public ResultsPage(Results results, StudyFacts facts) {
    Columns columns = new Columns();
    columns.getStyleClass().add("question-columns");
    double[] axis = ReaderForest.axis(results.questions().values());
    for (Map.Entry<String, Results.QuestionResults> question : results.questions().entrySet()) {
      columns
          .getChildren()
          .add(
              new QuestionCard(
                  words(facts, question.getKey()),
                  question.getValue(),
                  axis,
                  results.questions().size()));
    }
    VBox page = new VBox(columns, pooled(results, facts));
    warnings(results, page);
    page.getChildren()
        .add(
            Parts.paragraph(
                "PIE-AUC: probability that a PIE gets the more PIE-like rating than another case;"
                    + " readers and cases random. Multiplicity: Holm over the questions.",
                "small"));
    page.getStyleClass().addAll("gap-16", "desk-page", "padded-below");
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    getChildren().add(scroll);
  }

  private static StudyFacts.QuestionFacts words(StudyFacts facts, String id) {
    return facts.questions().stream()
        .filter(q -> q.id().equals(id))
        .findFirst()
        .orElseGet(() ->
            new StudyFacts.QuestionFacts(
                id, id.replace('_', ' '), "", "less PIE-like", "more PIE-like"));
  }

  private static HBox pooled(Results results, StudyFacts facts) {
    VBox what =
        new VBox(
            Parts.line("As in the paper: all ratings pooled, Kruskal–Wallis", "strong", "bold"),
            Parts.line("Ignores that ratings share cases and readers.", "muted"));
    what.setMinWidth(Region.USE_PREF_SIZE);
    FlowPane tests = new FlowPane();
    tests.getStyleClass().add("pooled-tests");
    tests.setAlignment(Pos.CENTER_LEFT);
    results
        .questions()
        .forEach((id, question) -> {
          HBox test =
              new HBox(
                  Parts.line(words(facts, id).title(), "muted"),
                  Parts.line(ResultWords.pooled(question.pooled()), "strong", "bold"));
          test.getStyleClass().add("gap-8");
          test.setMinWidth(Region.USE_PREF_SIZE);
          tests.getChildren().add(test);
        });
    OptionalDouble level = ResultWords.worstLevel(results);
    Label error =
        Parts.paragraph(
            level.isPresent()
                ? "With these readers this test calls up to "
                    + Figures.percent(level.getAsDouble())
                    + " % of studies without any effect significant. Not evidence here."
                : "Its true error rate cannot be estimated here. Not evidence here.",
            "muted");
    HBox.setHgrow(error, Priority.ALWAYS);
    HBox box = new HBox(Icons.of(Feather.ALERT_TRIANGLE, "icon-warning"), what, tests, error);
    box.getStyleClass().addAll("dashed-box", "gap-24");
    box.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox();
    words.getStyleClass().add("gap-8");
    Narrow.watch(
        box,
        error,
        900,
        narrow -> {
          words.getChildren().clear();
          box.getChildren().removeAll(what, tests, error, words);
          if (narrow) {
            words.getChildren().setAll(what, tests, error);
            box.getChildren().add(words);
          } else {
            box.getChildren().addAll(what, tests, error);
          }
        });
    return box;
  }

  private static void warnings(Results results, VBox page) {
    List<ResultWarning> shown =
        results.warnings().stream()
            .filter(w -> w.code() != WarningCode.POOLED_IGNORES_CLUSTERING)
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    Card card = new Card("What to keep in mind", "");
    for (ResultWarning warning : shown) {
      String question = warning.question();
      HBox line =
          new HBox(
              Icons.of(Feather.ALERT_CIRCLE, "icon-warning"),
              Parts.paragraph(
                  (question == null ? "" : question.replace('_', ' ') + ": ") + warning.message(),
                  "body"));
      line.getStyleClass().add("gap-12");
      card.body().getChildren().add(line);
    }
    page.getChildren().add(card);
  }

  /** Equal columns while there is room for them, below each other when there is not. */
  private static final class Columns extends Region {
    private static final double GAP = 16;
    private static final double NARROWEST = 330;

    @Override
    protected javafx.collections.ObservableList<javafx.scene.Node> getChildren() {
      return super.getChildren();
    }

    private int across(double width) {
      int cards = Math.max(1, getManagedChildren().size());
      double em = javafx.scene.text.Font.getDefault().getSize() / 13;
      int fit = (int) ((width + GAP) / (NARROWEST * Math.max(1, em) + GAP));
      return fit >= cards ? cards : Math.max(1, Math.min(fit, cards));
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
      return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      int across = across(width);
      double column = (width - GAP * (across - 1)) / across;
      double height = 0;
      List<javafx.scene.Node> cards = getManagedChildren();
      for (int i = 0; i < cards.size(); i += across) {
        double row = 0;
        for (int j = i; j < Math.min(i + across, cards.size()); j++) {
          row = Math.max(row, cards.get(j).prefHeight(column));
        }
        height += row + (i > 0 ? GAP : 0);
      }
      return height;
    }

    @Override
    protected void layoutChildren() {
      int across = across(getWidth());
      double column = (getWidth() - GAP * (across - 1)) / across;
      List<javafx.scene.Node> cards = getManagedChildren();
      double y = 0;
      for (int i = 0; i < cards.size(); i += across) {
        double row = 0;
        for (int j = i; j < Math.min(i + across, cards.size()); j++) {
          row = Math.max(row, cards.get(j).prefHeight(column));
        }
        for (int j = i; j < Math.min(i + across, cards.size()); j++) {
          cards.get(j).resizeRelocate(snapPositionX((j - i) * (column + GAP)), y, column, row);
        }
        y += row + GAP;
      }
    }
  }
}
