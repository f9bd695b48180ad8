package org.exemplar.app.fx;

import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in plain words what went wrong; the details are behind a fold and can be copied. */
public final class ErrorDialog {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorDialog.class);

  private ErrorDialog() {}

  /**
   * Shows an error over a window and logs it, once. Returns at once; closing is the user's.
   *
   * @param what what could not be done, e.g. {@code "The study could not be opened"}
   */
  public static Stage show(Window owner, Theme theme, String what, Throwable error) {
    PlainWords words = PlainWords.of(error);
    if (words.ours()) {
      LOG.error("{}", what, error);
    } else {
      LOG.info("{}: {}", what, words.sentence());
    }
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setTitle("Exemplar");
    Scene scene = new Scene(content(stage, what, words));
    theme.applyTo(scene);
    stage.setScene(scene);
    stage.setResizable(false);
    stage.show();
    return stage;
  }

  private static VBox content(Stage stage, String what, PlainWords words) {
    var sentence = Parts.paragraph(words.sentence(), "body");
    sentence.setPrefWidth(440);
    VBox text = new VBox(Parts.line(what, "heading"), sentence);
    text.getStyleClass().add("gap-8");
    HBox head = new HBox(Icons.of(Feather.ALERT_TRIANGLE, "icon-24", "icon-warning"), text);
    head.getStyleClass().add("gap-16");
    ScrollPane details = new ScrollPane(Parts.line(words.details(), "mono", "muted"));
    details.setPrefHeight(180);
    details.setPrefWidth(480);
    details.setManaged(false);
    details.setVisible(false);
    HBox actions = new HBox(fold(details, stage), Parts.filler(), copy(words), close(stage));
    actions.getStyleClass().add("gap-8");
    actions.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(head, details, actions);
    box.getStyleClass().addAll("gap-16", "pad-24");
    return box;
  }

  private static ToggleButton fold(ScrollPane details, Stage stage) {
    ToggleButton fold = new ToggleButton("Details");
    fold.selectedProperty()
        .addListener((o, was, open) -> {
          details.setManaged(open);
          details.setVisible(open);
          stage.sizeToScene();
        });
    return fold;
  }

  private static Button copy(PlainWords words) {
    Button copy = new Button("Copy", Icons.of(Feather.COPY));
    copy.setOnAction(e -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(words.sentence() + System.lineSeparator() + words.details());
      Clipboard.getSystemClipboard().setContent(content);
    });
    return copy;
  }

  private static Button close(Stage stage) {
    Button close = new Button("Close");
    close.getStyleClass().add("primary");
    close.setDefaultButton(true);
    close.setCancelButton(true);
    close.setOnAction(e -> stage.close());
    stage.addEventHandler(
        javafx.scene.input.KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    return close;
  }
}
