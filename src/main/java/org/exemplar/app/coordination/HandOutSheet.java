package org.exemplar.app.coordination;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.conduct.Packaging;
import org.exemplar.study.ReaderId;
import org.kordamp.ikonli.feather.Feather;

/** Asks whose files to write, and under which passphrase. */
final class HandOutSheet {
  private final Sheet sheet;
  private final PasswordField passphrase = new PasswordField();

  /**
   * @param ask asks for a folder by a title
   * @param write told what to write, and under which passphrase
   */
  HandOutSheet(
      StudyOverview study,
      Sheet sheet,
      Function<String, Optional<Path>> ask,
      BiConsumer<Packaging.Order, char[]> write) {
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
    GridPane both =
        Fields.row(
            Fields.of(
                "Passphrase of the files", passphrase, "Tell it by another way than the file"),
            Fields.of("Once more", again, "Readers type it each time they open the file"));
    TextField folder = new TextField(study.location().readings().toString());
    Button choose =
        Buttons.of(
            "Choose…",
            Feather.FOLDER,
            () ->
                ask.apply("Where the files go").ifPresent(path -> folder.setText(path.toString())));
    choose.setAccessibleText("Choose the folder of the files");
    VBox place =
        Fields.of(
            "Into the folder",
            Fields.with(folder, choose),
            "The study’s own folder, or a removable drive");
    folder.setAccessibleText("Into the folder");
    Button act = new Button("Write the files", Icons.of(Feather.UPLOAD));
    act.getStyleClass().add("primary");
    Label note = Parts.line("", "muted");
    List<Observable> all =
        new ArrayList<>(
            List.of(passphrase.textProperty(), again.textProperty(), folder.textProperty()));
    readers.forEach(box -> all.add(box.selectedProperty()));
    note.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> missing(chosen(readers), again.getText(), folder.getText()),
                all.toArray(Observable[]::new)));
    act.disableProperty().bind(note.textProperty().isNotEmpty());
    act.setOnAction(e -> {
      sheet.close();
      write.accept(
          new Packaging.Order(chosen(readers), Optional.of(Path.of(folder.getText().strip()))),
          passphrase.getText().toCharArray());
    });
    sheet.body(
        Parts.paragraph("Hand out reading files", "title"),
        Parts.paragraph(
            "Each reader gets one file: the films in this reader’s own order, the questions, and"
                + " nothing that could tell the arms apart.",
            "muted"),
        names,
        both,
        place);
    sheet.footer(note, act);
  }

  private static List<ReaderId> chosen(List<CheckBox> readers) {
    return readers.stream()
        .filter(CheckBox::isSelected)
        .map(box -> (ReaderId) box.getUserData())
        .toList();
  }

  /** What is still missing, one sentence; empty when the files can be written. */
  private String missing(List<ReaderId> chosen, String again, String folder) {
    if (chosen.isEmpty()) {
      return "Choose at least one reader.";
    }
    if (passphrase.getText().isEmpty()) {
      return "Think of a passphrase.";
    }
    if (!passphrase.getText().equals(again)) {
      return "The two passphrases differ.";
    }
    try {
      return folder.isBlank() || !Path.of(folder.strip()).isAbsolute()
          ? "Say into which folder, with its whole path."
          : "";
    } catch (InvalidPathException e) {
      return "This is no name for a folder.";
    }
  }

  /** Shows it, the keyboard on the passphrase. */
  void show() {
    sheet.show(passphrase);
  }
}
