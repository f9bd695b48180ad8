package org.exemplar.app.reading;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** Where the film would be: what, why most likely, and what it means for the reader. */
final class BrokenFilmPage extends StackPane {
  private final CaseModel model;
  private final Label why = Parts.paragraph("", "lead", "fg");
  private final Label reason = Parts.paragraph("", "fg");
  private final TextField note = new TextField();
  private final Label details = Parts.paragraph("", "mono", "muted");
  private final Button skip;
  private final FlowPane buttons;
  private final VBox box;
  private final BorderPane row = new BorderPane();

  BrokenFilmPage(CaseModel model, KeyMap keys) {
    this.model = model;
    skip =
        RoomParts.keyed(
            "Skip this case",
            keys.hint(Act.NEXT_CASE),
            () -> model.skip(note.getText()),
            "primary",
            "large",
            "next-button");
    RoomParts.ring(skip);
    getStyleClass().add("cover");
    note.getStyleClass().add("large");
    note.setPromptText("For example: the file came on a USB stick");
    note.setAccessibleText("Note to the coordinator, if you wish");
    note.setOnAction(e -> model.skip(note.getText()));
    HBox recorded = new HBox(reason);
    HBox.setHgrow(reason, Priority.ALWAYS);
    recorded.getStyleClass().add("code-line");
    buttons =
        new FlowPane(
            8,
            8,
            skip,
            RoomParts.button("Try again", Feather.REFRESH_CW, model::loadAgain, "large"),
            RoomParts.plain("Pause and ask", model::pause, "quiet", "large"));
    box =
        new VBox(
            Icons.of(Feather.IMAGE, "icon-32", "icon-warning"),
            Parts.paragraph("The film of this case cannot be shown", "title"),
            why,
            Parts.paragraph(
                "A film is shown whole or not at all, so there is nothing to read here. Your"
                    + " answers so far are safe, and the other cases are not affected.",
                "body",
                "muted"),
            labelled("Reason that will be recorded", recorded),
            labelled("Note to the coordinator, if you wish", note),
            buttons,
            details());
    box.getStyleClass().add("broken-box");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    StackPane middle = new StackPane(box);
    middle.getStyleClass().add("room-page");
    ScrollPane scroll = new ScrollPane(middle);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    row.setCenter(scroll);
    getChildren().add(row);
    setVisible(false);
  }

  /** In small windows what can be done stays in view below what scrolls. */
  void setSmall(boolean small) {
    row.setBottom(null);
    box.getChildren().remove(buttons);
    buttons.getStyleClass().remove("kept-in-view");
    if (small) {
      row.setBottom(buttons);
      buttons.getStyleClass().add("kept-in-view");
    } else {
      box.getChildren().add(box.getChildren().size() - 1, buttons);
    }
  }

  void refresh() {
    boolean wasVisible = isVisible();
    setVisible(model.broken().isPresent());
    model
        .broken()
        .ifPresent(film -> {
          why.setText(film.why());
          reason.setText("Film cannot be shown: " + film.why());
          details.setText(film.details());
          if (!wasVisible) {
            note.clear();
            skip.requestFocus();
          }
        });
  }

  private static VBox labelled(String words, Region field) {
    VBox box = new VBox(Parts.line(words, "bold"), field);
    box.getStyleClass().add("gap-8");
    return box;
  }

  private VBox details() {
    details.setVisible(false);
    details.setManaged(false);
    Button fold = RoomParts.button("Details", Feather.CHEVRON_DOWN, () -> {}, "link", "muted-link");
    fold.setOnAction(e -> {
      details.setVisible(!details.isVisible());
      details.setManaged(details.isVisible());
    });
    Button copy =
        RoomParts.button(
            "Copy",
            Feather.COPY,
            () -> {
              ClipboardContent content = new ClipboardContent();
              content.putString(details.getText());
              Clipboard.getSystemClipboard().setContent(content);
            },
            "link");
    HBox head = new HBox(fold, Parts.filler(), copy);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(head, details);
    box.getStyleClass().add("fact-box");
    return box;
  }
}
