package org.exemplar.app.reading;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.fx.Parts;
import org.exemplar.study.ReadingProtocol;

/** The instructions at a readable width, three lines about the reader beside them, once. */
final class AboutPage extends FlowPane {
  private static final double ONE_COLUMN_BELOW = 1100;

  private final TextField years = new TextField();
  private final ComboBox<String> choice = new ComboBox<>();
  private final CheckBox read = new CheckBox("I have read the instructions.");
  private final NextStep next;
  private final Button go;

  /**
   * @param detailsKnown whether only the instructions are left to be read
   * @param next what the button says and where it goes on
   */
  AboutPage(
      ReadingProtocol protocol,
      String reader,
      AboutModel model,
      NextStep next,
      boolean detailsKnown) {
    this.next = next;
    go = RoomParts.keyed(next.words(), "Enter", next.go(), "primary", "large");
    Instructions instructions = new Instructions(protocol);
    VBox about = about(reader, model, detailsKnown);
    setHgap(64);
    setVgap(32);
    setAlignment(Pos.CENTER);
    setRowValignment(javafx.geometry.VPos.TOP);
    getChildren().addAll(instructions, about);
    widthProperty()
        .addListener((o, was, is) -> {
          double width = is.doubleValue();
          setHgap(width < ONE_COLUMN_BELOW + 60 ? 48 : 64);
          instructions.setPrefWidth(Math.min(640, width));
        });
    setMaxWidth(ONE_COLUMN_BELOW);
  }

  /**
   * Where it goes on.
   *
   * @param words what the button says
   * @param go goes there
   */
  record NextStep(String words, Runnable go) {}

  /** Puts the focus on the first field, unless that would scroll the instructions away. */
  void focusField(double width) {
    if (width >= ONE_COLUMN_BELOW) {
      years.requestFocus();
    } else {
      getChildren().getFirst().requestFocus();
    }
  }

  /** Fills the page in, as a reader does. */
  void fill(String typedYears, String subspecialty) {
    years.setText(typedYears);
    choice.setValue(subspecialty);
    read.setSelected(true);
  }

  /** Enter goes on once everything is there; in an open list it chooses. */
  void enter(KeyEvent e) {
    if (!go.isDisabled() && !choice.isShowing()) {
      e.consume();
      goOn();
    }
  }

  /** Goes on, as the button does. */
  void goOn() {
    next.go().run();
  }

  private VBox about(String reader, AboutModel model, boolean detailsKnown) {
    VBox box = new VBox();
    box.getStyleClass().addAll("panel-card", "about-you");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    if (!detailsKnown) {
      VBox head =
          new VBox(
              Parts.line("About you", "heading"),
              Parts.paragraph(
                  "Asked once. Only these lines go back with your answers, never your name.",
                  "body",
                  "muted"));
      box.getChildren().addAll(head, readerLine(reader), yearsField(model), subspecialty(model));
      box.getChildren().add(Parts.hairline());
    }
    read.selectedProperty().bindBidirectional(model.readProperty());
    go.setMaxWidth(Double.MAX_VALUE);
    go.disableProperty().bind(detailsKnown ? model.readProperty().not() : model.complete().not());
    Label words = Parts.line("The instructions stay one key away:", "small");
    HBox away = new HBox(words, new KeyHint("?"));
    away.getStyleClass().add("gap-4");
    away.setAlignment(Pos.CENTER);
    VBox last = new VBox(go, away);
    last.getStyleClass().add("gap-8");
    box.getChildren().addAll(read, last);
    return box;
  }

  private static HBox readerLine(String reader) {
    HBox line =
        new HBox(
            Parts.line("Reader", "muted"), Parts.filler(), Parts.line(reader, "bold", "strong"));
    line.getStyleClass().add("reader-line");
    return line;
  }

  private VBox yearsField(AboutModel model) {
    years.getStyleClass().add("years");
    years.textProperty().bindBidirectional(model.yearsProperty());
    years.setAccessibleText("Years since the start of residency");
    HBox row = new HBox(years, Parts.line("years", "muted"));
    row.getStyleClass().add("gap-8");
    row.setAlignment(Pos.CENTER_LEFT);
    Label wrong = Parts.line("A whole number from 0 to 70, please.", "field-error");
    wrong
        .visibleProperty()
        .bind(model.yearsProperty().map(t -> !t.isBlank() && model.yearsTyped().isEmpty()));
    wrong.managedProperty().bind(wrong.visibleProperty());
    VBox box = new VBox(Parts.line("Years since the start of residency", "bold"), row, wrong);
    box.getStyleClass().add("gap-8");
    return box;
  }

  private VBox subspecialty(AboutModel model) {
    choice.getItems().setAll(AboutModel.SUBSPECIALTIES);
    choice.setEditable(false);
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setPromptText("Choose one");
    choice.setAccessibleText("Subspecialty");
    choice
        .valueProperty()
        .addListener((o, was, is) -> model.subspecialtyProperty().set(is == null ? "" : is));
    HBox.setHgrow(choice, Priority.ALWAYS);
    VBox box = new VBox(Parts.line("Subspecialty", "bold"), choice);
    box.getStyleClass().add("gap-8");
    return box;
  }
}
