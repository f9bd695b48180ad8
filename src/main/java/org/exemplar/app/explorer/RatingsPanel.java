package org.exemplar.app.explorer;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Parts;

/** What every reader said about the image, question by question; not there before unblinding. */
final class RatingsPanel extends VBox {
  private final ImageViewModel model;

  RatingsPanel(ImageViewModel model) {
    this.model = model;
    getStyleClass().addAll("gap-8", "image-ratings");
    setMinHeight(USE_PREF_SIZE);
    model.imageProperty().addListener(o -> show());
    model.explorer().ratingsProperty().addListener(o -> show());
    show();
  }

  private void show() {
    ImageRatings ratings = model.explorer().ratingsProperty().get();
    Integer image = model.imageProperty().get();
    getChildren().clear();
    boolean known = image != null && !ratings.none();
    setVisible(known);
    setManaged(known);
    if (image == null || !known) {
      return;
    }
    if (!ratings.rated(image)) {
      getChildren().add(Parts.line("Not in the study whose results are open.", "small"));
      return;
    }
    GridPane table = new GridPane();
    table.getStyleClass().add("rating-grid");
    int readers = ratings.readers().size();
    for (int r = 0; r < readers; r++) {
      put(table, Parts.line(ratings.readers().get(r), "small"), r + 1, 0);
    }
    put(table, Parts.line("mean", "small"), readers + 1, 0);
    for (int q = 0; q < ratings.questions().size(); q++) {
      Label title = Parts.line(ratings.questions().get(q), "muted");
      title.setMinWidth(0);
      table.add(title, 0, q + 1);
      GridPane.setHgrow(title, javafx.scene.layout.Priority.ALWAYS);
      for (int r = 0; r < readers; r++) {
        put(
            table,
            Parts.line(ratings.shown(image, q, ratings.readers().get(r)), "strong"),
            r + 1,
            q + 1);
      }
      var mean = ratings.mean(image, q);
      put(
          table,
          Parts.line(
              mean.isPresent() ? org.exemplar.chart.Figures.decimals(mean.getAsDouble(), 1) : "–",
              "strong",
              "bold"),
          readers + 1,
          q + 1);
    }
    getChildren().add(table);
  }

  private static void put(GridPane table, Label cell, int column, int row) {
    cell.setMinWidth(USE_PREF_SIZE);
    GridPane.setHalignment(cell, HPos.RIGHT);
    table.add(cell, column, row);
  }
}
