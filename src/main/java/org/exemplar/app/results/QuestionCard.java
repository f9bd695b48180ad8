package org.exemplar.app.results;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.analysis.Results;
import org.exemplar.app.control.parts.Facts;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.export.report.StudyFacts;
import org.kordamp.ikonli.feather.Feather;

/** One question: estimate with interval, ratings, readers, tests; always in this order. */
final class QuestionCard extends VBox {
  private final String id;
  private final TabDoor door;

  /**
   * @param id of the question
   * @param axis both ends of the forest's axis, the same for all questions
   * @param questions how many Holm's adjustment is over
   */
  QuestionCard(
      String id, Results.QuestionResults results, TabDoor door, double[] axis, int questions) {
    this.id = id;
    this.door = door;
    StudyFacts.QuestionFacts facts = door.model().facts(id);
    getStyleClass().addAll("card", "card-body", "question-card");
    getChildren()
        .addAll(
            head(facts, results),
            estimate(results.mrmc()),
            bars(facts, results),
            Parts.line("PIE-AUC by reader, 95 % interval; 0.5 = arms rated alike", "small"),
            forest(results.mrmc(), axis),
            Parts.hairline(),
            tests(results, questions),
            door.warnings(id, Tab.QUESTIONS));
  }

  private HBox head(StudyFacts.QuestionFacts facts, Results.QuestionResults results) {
    Label title = Parts.line(facts.title(), "heading");
    title.setMinWidth(USE_PREF_SIZE);
    HBox head =
        new HBox(
            title,
            Parts.line(facts.text(), "muted"),
            Parts.filler(),
            door.charts()
                .menu(
                    facts.title() + ", ratings and PIE-AUC",
                    () -> new QuestionChart(facts, results)));
    head.getStyleClass().addAll("gap-8", "middle-line");
    return head;
  }

  private DivergingBars bars(StudyFacts.QuestionFacts facts, Results.QuestionResults results) {
    DivergingBars bars = new DivergingBars(results, facts.lessPie(), facts.morePie());
    bars.setOnOpen(spot -> door.ratings().accept(bars.behind(spot, Wanted.ofQuestion(id))));
    return bars;
  }

  private ReaderForest forest(Results.Mrmc mrmc, double[] axis) {
    ReaderForest forest = new ReaderForest(mrmc, axis[0], axis[1]);
    List<String> readers = List.copyOf(mrmc.perReader().keySet());
    Wanted all = Wanted.ofQuestion(id);
    forest.setOnOpen(
        spot -> door.ratings().accept(spot < readers.size() ? all.by(readers.get(spot)) : all));
    return forest;
  }

  private VBox estimate(Results.Mrmc mrmc) {
    NumberLink number =
        new NumberLink(
            ResultWords.number(mrmc.auc()),
            "PIE-AUC",
            () -> door.ratings().accept(Wanted.ofQuestion(id)));
    number.getStyleClass().add("big-number");
    Label interval =
        Parts.line("PIE-AUC  " + ResultWords.range(mrmc.ciLow(), mrmc.ciHigh()), "muted");
    interval.setMinWidth(USE_PREF_SIZE);
    HBox value = new HBox(number, interval);
    value.getStyleClass().addAll("gap-8", "base-line");
    Label verdict = verdict(ResultWords.verdict(mrmc));
    BorderPane wide = new BorderPane(null, null, verdict, null, value);
    BorderPane.setAlignment(verdict, Pos.CENTER_RIGHT);
    VBox estimate = new VBox(wide);
    Narrow.watch(
        this,
        interval,
        400,
        narrow -> {
          wide.setRight(narrow ? null : verdict);
          estimate.getChildren().setAll(wide);
          if (narrow) {
            estimate.getChildren().add(verdict);
          }
        });
    estimate.getStyleClass().add("gap-4");
    return estimate;
  }

  private static Facts tests(Results.QuestionResults results, int questions) {
    Results.Mrmc mrmc = results.mrmc();
    return new Facts()
        .add("Planned test, p (Holm over " + questions + ")", ResultWords.planned(mrmc))
        .add("Permutation of cases, p", ResultWords.p(results.permutation().p()))
        .add(
            "Bootstrap, 95 %",
            ResultWords.range(results.bootstrap().aucCiLow(), results.bootstrap().aucCiHigh()))
        .add(
            nominal(results) ? "Krippendorff’s α, nominal" : "Krippendorff’s α, ordinal",
            ResultWords.number(
                nominal(results)
                    ? results.agreement().krippendorffAlpha().nominal()
                    : results.agreement().krippendorffAlpha().ordinal()));
  }

  private static boolean nominal(Results.QuestionResults results) {
    return AnswerBands.codes(results.descriptives().values()).size() == 2;
  }

  private static Label verdict(ResultWords.Verdict verdict) {
    Label tag = Parts.line(verdict.words(), "tag");
    tag.setMinWidth(USE_PREF_SIZE);
    tag.setAlignment(Pos.CENTER);
    switch (verdict) {
      case DIFFERS -> {
        tag.getStyleClass().add("success");
        tag.setGraphic(Icons.of(Feather.CHECK, "icon-12"));
      }
      case NOT_SHOWN -> tag.setGraphic(Icons.of(Feather.MINUS, "icon-12"));
      case NOT_TESTABLE -> tag.getStyleClass().add("warning");
    }
    return tag;
  }
}
