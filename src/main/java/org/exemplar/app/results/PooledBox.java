package org.exemplar.app.results;

import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.chart.Figures;
import org.kordamp.ikonli.feather.Feather;

/** The paper's pooled test, apart, dashed, with its true error rate. */
final class PooledBox extends HBox {
  PooledBox(TabDoor door) {
    VBox what =
        new VBox(
            Parts.line("As in the paper: all ratings pooled, Kruskal–Wallis", "strong", "bold"),
            Parts.line("Ignores that ratings share cases and readers.", "muted"));
    what.setMinWidth(Region.USE_PREF_SIZE);
    FlowPane tests = tests(door);
    Label error = Parts.paragraph(error(door), "muted");
    HBox.setHgrow(error, Priority.ALWAYS);
    getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE, "icon-warning"), what, tests, error);
    getStyleClass().addAll("dashed-box", "gap-24");
    setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox();
    words.getStyleClass().add("gap-8");
    Narrow.watch(
        this,
        error,
        900,
        narrow -> {
          words.getChildren().clear();
          getChildren().removeAll(what, tests, error, words);
          if (narrow) {
            words.getChildren().setAll(what, tests, error);
            getChildren().add(words);
          } else {
            getChildren().addAll(what, tests, error);
          }
        });
  }

  private static FlowPane tests(TabDoor door) {
    FlowPane tests = new FlowPane();
    tests.getStyleClass().add("pooled-tests");
    tests.setAlignment(Pos.CENTER_LEFT);
    tests.setPrefWrapLength(460);
    door.model()
        .results()
        .questions()
        .forEach((id, question) -> {
          String title = door.model().title(id);
          NumberLink number =
              new NumberLink(
                  ResultWords.pooled(question.pooled()),
                  title + ", pooled test",
                  () -> door.ratings().accept(Wanted.ofQuestion(id)));
          HBox test = new HBox(Parts.line(title, "muted"), number);
          test.getStyleClass().add("gap-8");
          test.setMinWidth(Region.USE_PREF_SIZE);
          tests.getChildren().add(test);
        });
    return tests;
  }

  private static String error(TabDoor door) {
    OptionalDouble level = ResultWords.worstLevel(door.model().results());
    return level.isPresent()
        ? "With these readers this test calls up to "
            + Figures.percent(level.getAsDouble())
            + " % of studies without any effect significant. Not evidence here."
        : "Its true error rate cannot be estimated here. Not evidence here.";
  }
}
