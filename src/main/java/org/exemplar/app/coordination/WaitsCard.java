package org.exemplar.app.coordination;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** What waits for the coordinator, each a door to where it is done. */
final class WaitsCard extends VBox {
  private final VBox rows;

  WaitsCard() {
    this(new VBox());
  }

  private WaitsCard(VBox rows) {
    super(new Card("Waits for you", "", rows).flush());
    this.rows = rows;
    getStyleClass().add("waits-card");
  }

  /** Shows these. */
  void show(List<Waiting> waiting) {
    rows.getChildren().clear();
    waiting.forEach(each -> rows.getChildren().add(row(each)));
    setVisible(!waiting.isEmpty());
    setManaged(!waiting.isEmpty());
  }

  private static Button row(Waiting waiting) {
    Label what = Parts.line(waiting.what(), "strong", "bold");
    VBox words = new VBox(what, Parts.line(waiting.study(), "muted"));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line =
        new HBox(
            Icons.of(
                switch (waiting.tone()) {
                  case "danger" -> Feather.X_CIRCLE;
                  case "warning" -> Feather.FLAG;
                  default -> Feather.ARROW_RIGHT_CIRCLE;
                },
                "icon-" + waiting.tone()),
            words,
            Icons.of(Feather.CHEVRON_RIGHT));
    line.getStyleClass().add("gap-12");
    line.setAlignment(Pos.CENTER_LEFT);
    Button row = new Button("", line);
    row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    row.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(row.widthProperty().subtract(32));
    row.getStyleClass().setAll("waits-row");
    row.setAccessibleText(waiting.what() + ": " + waiting.study());
    row.setOnAction(e -> waiting.next().run());
    return row;
  }
}
