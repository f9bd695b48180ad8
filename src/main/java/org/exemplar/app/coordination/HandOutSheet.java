package org.exemplar.app.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.study.ReaderId;
import org.kordamp.ikonli.feather.Feather;

/** Asks whose files to write, and under which passphrase. */
final class HandOutSheet {
  private final Sheet sheet;
  private final PasswordField passphrase = new PasswordField();

  /**
   * @param write told the readers and the passphrase
   */
  HandOutSheet(StudyOverview study, Sheet sheet, BiConsumer<List<ReaderId>, char[]> write) {
    this.sheet = sheet;
    List<CheckBox> readers = new ArrayList<>();
    FlowPane names = new FlowPane();
    names.getStyleClass().add("reader-boxes");
    for (ReaderRow row : study.readers()) {
      CheckBox box = new CheckBox(row.reader().value());
      box.setUserData(row.reader());
      box.setSelected(row.handedOut() == ReaderRow.HandedOut.NO);
      readers.add(box);
      names.getChildren().add(box);
    }
    PasswordField again = new PasswordField();
    HBox both =
        new HBox(
            Fields.of(
                "Passphrase of the files", passphrase, "Tell it by another way than the file"),
            Fields.of("Once more", again, "Readers type it each time they open the file"));
    both.getStyleClass().add("gap-16");
    Button act = new Button("Write the files", Icons.of(Feather.UPLOAD));
    act.getStyleClass().add("primary");
    Label note = Parts.line("", "muted");
    note.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    passphrase.getText().isEmpty()
                        ? "into the folder readings of the study"
                        : passphrase.getText().equals(again.getText())
                            ? ""
                            : "The two passphrases differ.",
                passphrase.textProperty(),
                again.textProperty()));
    act.disableProperty()
        .bind(
            passphrase
                .textProperty()
                .isEmpty()
                .or(passphrase.textProperty().isNotEqualTo(again.textProperty())));
    act.setOnAction(e -> {
      List<ReaderId> chosen =
          readers.stream()
              .filter(CheckBox::isSelected)
              .map(b -> (ReaderId) b.getUserData())
              .toList();
      sheet.close();
      if (!chosen.isEmpty()) {
        write.accept(chosen, passphrase.getText().toCharArray());
      }
    });
    sheet.body(
        Parts.paragraph("Hand out reading files", "title"),
        Parts.paragraph(
            "Each reader gets one file: the films in this reader’s own order, the questions, and"
                + " nothing that could tell the arms apart.",
            "muted"),
        names,
        both);
    sheet.footer(note, act);
  }

  /** Shows it, the keyboard on the passphrase. */
  void show() {
    sheet.show(passphrase);
  }
}
