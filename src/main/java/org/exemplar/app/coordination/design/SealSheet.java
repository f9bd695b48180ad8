package org.exemplar.app.coordination.design;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.crypto.Passphrase;
import org.kordamp.ikonli.feather.Feather;

/** Asks who keeps the key, says what happens, and shows the sealing on its way. */
final class SealSheet {
  private final SealViewModel model;
  private final Sheet sheet;
  private final PasswordField first = new PasswordField();
  private final VBox parts = new VBox();
  private final Button act = new Button("Seal the study", Icons.of(Feather.LOCK));
  private final Label note = Parts.line("", "muted");

  /**
   * @param about the study in one sentence
   * @param seal starts the work under a passphrase that it owns from then on
   */
  SealSheet(String about, SealViewModel model, Sheet sheet, Function<Passphrase, FxTask<?>> seal) {
    this.model = model;
    this.sheet = sheet;
    parts.getStyleClass().add("gap-16");
    parts.getChildren().addAll(head(about), happens(), fields());
    sheet.body(parts);
    act.getStyleClass().add("primary");
    act.setId("seal-now");
    act.disableProperty().bind(model.missingProperty().isNotEmpty());
    act.setOnAction(e -> running(seal.apply(model.take())));
    note.textProperty().bind(model.missingProperty());
    sheet.footer(note, act);
  }

  /** Shows it, the keyboard on the first passphrase. */
  void show() {
    sheet.show(first);
  }

  private static VBox head(String about) {
    return new VBox(Parts.paragraph("Seal the study", "title"), Parts.paragraph(about, "muted"));
  }

  private static VBox happens() {
    VBox happens =
        new VBox(
            line(
                "The protocol, the cases, their codes and every reader’s order are fixed and"
                    + " signed. A later change is an amendment with a reason, seen by all."),
            line(
                "Which film is a PIE goes into the key file only, encrypted under this passphrase."
                    + " No screen shows it before unblinding."),
            line(
                "Without the passphrase the arms can never be known: there is no other way in, for"
                    + " anyone."));
    happens.getStyleClass().add("gap-8");
    return happens;
  }

  private static HBox line(String words) {
    HBox line = new HBox(Icons.of(Feather.LOCK), Parts.paragraph(words, "body"));
    line.getStyleClass().add("gap-12");
    return line;
  }

  private VBox fields() {
    CheckBox two = new CheckBox("Two people keep the key; neither can open it alone");
    two.selectedProperty().bindBidirectional(model.twoProperty());
    GridPane one =
        pair("Passphrase of the key", first, model.firstProperty(), model.firstAgainProperty());
    Label whose = (Label) ((VBox) one.getChildren().getFirst()).getChildren().getFirst();
    whose
        .textProperty()
        .bind(
            Bindings.when(model.twoProperty())
                .then("Passphrase of the first person")
                .otherwise("Passphrase of the key"));
    GridPane other =
        pair(
            "Passphrase of the second person",
            new PasswordField(),
            model.secondProperty(),
            model.secondAgainProperty());
    other.visibleProperty().bind(model.twoProperty());
    other.managedProperty().bind(model.twoProperty());
    Label warning = Parts.paragraph("", "warning");
    warning.textProperty().bind(model.warningProperty());
    VBox fields = new VBox(two, one, other, warning);
    fields.getStyleClass().add("gap-12");
    return fields;
  }

  private static GridPane pair(
      String words,
      PasswordField field,
      javafx.beans.property.StringProperty text,
      javafx.beans.property.StringProperty again) {
    PasswordField more = new PasswordField();
    field.textProperty().bindBidirectional(text);
    more.textProperty().bindBidirectional(again);
    VBox repeat = Fields.of("Once more", more, "");
    more.setAccessibleText(words + " once more");
    return Fields.row(Fields.of(words, field, ""), repeat);
  }

  private void running(FxTask<?> task) {
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("progress-line");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(task.progressProperty());
    Label stage = Parts.line("", "muted");
    stage.textProperty().bind(task.messageProperty());
    Node[] shown = {
      Parts.paragraph("Sealing", "title"),
      Parts.paragraph(
          "Nothing is in the study’s place before all of it is; stopping leaves nothing behind.",
          "muted"),
      bar,
      stage
    };
    parts.getChildren().setAll(shown);
    Button stop = new Button("Stop", Icons.of(Feather.X));
    stop.setId("stop-sealing");
    stop.setOnAction(e -> task.cancel());
    note.textProperty().unbind();
    note.setText("");
    sheet.footer(note, stop);
    sheet.keepOpen();
    stop.requestFocus();
    task.runningProperty()
        .addListener((o, was, now) -> {
          if (was && !now) {
            sheet.close();
          }
        });
  }
}
