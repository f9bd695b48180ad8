package org.exemplar.app.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.conduct.StudyLocation;
import org.kordamp.ikonli.feather.Feather;

/** Asks for the key of an unblinded study. */
final class ResultsSheet {
  private final Sheet sheet;
  private final PasswordField passphrase = new PasswordField();

  /**
   * @param open told key and passphrase
   */
  ResultsSheet(StudyLocation location, Sheet sheet, BiConsumer<Path, char[]> open) {
    this.sheet = sheet;
    TextField key = new TextField();
    if (Files.isRegularFile(location.key())) {
      key.setText(location.key().toString());
    }
    HBox fields =
        new HBox(
            Fields.of("Unblinding key", key, ""),
            Fields.of("Passphrase of the key", passphrase, ""));
    fields.getStyleClass().add("gap-16");
    Button act = new Button("Show the results", Icons.of(Feather.BAR_CHART_2));
    act.getStyleClass().add("primary");
    act.setDefaultButton(true);
    act.disableProperty()
        .bind(key.textProperty().isEmpty().or(passphrase.textProperty().isEmpty()));
    act.setOnAction(e -> {
      sheet.close();
      open.accept(Path.of(key.getText().strip()), passphrase.getText().toCharArray());
    });
    sheet.body(
        Parts.paragraph("Results of " + location.folder().getFileName(), "title"),
        Parts.paragraph(
            "The study has to be unblinded already. This view is written into its audit trail.",
            "muted"),
        fields);
    sheet.footer(Parts.line("", "muted"), act);
  }

  void show() {
    sheet.show(passphrase);
  }
}
