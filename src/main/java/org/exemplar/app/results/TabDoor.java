package org.exemplar.app.results;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.analysis.ResultWarning;
import org.exemplar.app.chart.ChartSaver;
import org.exemplar.app.chart.DrawnFigure;
import org.exemplar.app.chart.Painter;
import org.exemplar.app.control.figure.FigureMenu;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/**
 * What tabs are made with.
 *
 * @param model the results
 * @param ratings opens the ratings behind a number
 * @param charts gives charts their arrow
 */
record TabDoor(ResultsModel model, Consumer<Wanted> ratings, ChartSaver charts) {

  /** A card with one chart. */
  Card card(String title, String sentence, DrawnFigure figure) {
    return new Card(title, sentence, figure).actions(menu(title, figure));
  }

  FigureMenu menu(String name, DrawnFigure figure) {
    return charts.menu(name, figure::painter);
  }

  /** A chart whose points open the ratings behind them. */
  DrawnFigure chart(Painter painter, java.util.function.IntFunction<Wanted> behind) {
    DrawnFigure figure = new DrawnFigure(painter);
    figure.setOnOpen(spot -> ratings.accept(behind.apply(spot)));
    return figure;
  }

  /** A warning with its sign, as it stands beside what it touches. */
  static Node warning(ResultWarning warning) {
    Label words = Parts.paragraph(WarningWords.of(warning), "small");
    HBox line = new HBox(Icons.of(Feather.ALERT_CIRCLE, "icon-warning", "icon-14"), words);
    line.getStyleClass().addAll("gap-8", "result-warning");
    return line;
  }

  /** The warnings about one question that touch a tab. */
  VBox warnings(String question, Tab tab) {
    VBox all = new VBox();
    all.getStyleClass().add("gap-4");
    model.about(question, tab).forEach(w -> all.getChildren().add(warning(w)));
    all.setVisible(!all.getChildren().isEmpty());
    all.setManaged(all.isVisible());
    return all;
  }

  /** A card with the warnings about the study as a whole that touch a tab; empty without any. */
  java.util.Optional<Card> general(Tab tab) {
    var found = model.general(tab);
    if (found.isEmpty()) {
      return java.util.Optional.empty();
    }
    Card card = new Card("What to keep in mind", "");
    found.forEach(w -> card.body().getChildren().add(warning(w)));
    card.body().getStyleClass().add("gap-8");
    return java.util.Optional.of(card);
  }
}
