package org.exemplar.app.coordination;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.control.parts.TabOut;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** The one door to the arms: proofs, warning, consequence, then passphrase and reason. */
final class UnblindSheet {
  private final StudyOverview study;
  private final UnblindViewModel model;
  private final Sheet sheet;
  private final PasswordField passphrase = new PasswordField();
  private final PasswordField second = new PasswordField();
  private final Supplier<Optional<Path>> choose;

  /**
   * @param choose asks for the key's file
   * @param open tries to open the key, told with the model when all is there; closes the sheet when
   *     the key opened, and tells the model when it did not
   */
  UnblindSheet(
      StudyOverview study,
      UnblindViewModel model,
      Sheet sheet,
      Supplier<Optional<Path>> choose,
      Consumer<UnblindViewModel> open) {
    this.choose = choose;
    this.study = study;
    this.model = model;
    this.sheet = sheet;
    if (Files.isRegularFile(study.location().key())) {
      model.keyProperty().set(study.location().key().toString());
    }
    Button act = new Button("Open the key", Icons.of(Feather.UNLOCK));
    act.getStyleClass().add("ends");
    act.disableProperty().bind(model.readyProperty().not());
    act.setOnAction(e -> open.accept(model));
    HBox note =
        new HBox(
            Icons.of(Feather.SHIELD),
            Parts.line("This attempt is audited, also when it fails", "muted"));
    note.getStyleClass().add("gap-8");
    sheet.body(head(), proofs(), consequence(), fields(), refusal(), reason());
    if (model.waiting() > 0) {
      sheet.body(
          Parts.paragraph(
              model.waiting()
                  + (model.waiting() == 1 ? " answer differs" : " answers differ")
                  + " between returned files: decide on the Returns page first, while no arm is"
                  + " known.",
              "warning"));
    }
    if (model.missing() > 0) {
      CheckBox known = new CheckBox("I know that " + model.missing() + " readings are missing");
      known.selectedProperty().bindBidirectional(model.knowsMissingProperty());
      sheet.body(known);
    }
    sheet.footer(note, act);
  }

  /** Shows it, the keyboard on the passphrase. */
  void show() {
    sheet.show(passphrase);
  }

  private HBox head() {
    StackPane sign = new StackPane(Icons.of(Feather.UNLOCK, "icon-20", "icon-danger"));
    sign.getStyleClass().add("round-danger");
    VBox words =
        new VBox(
            Parts.paragraph("Unblind " + study.about().title(), "title"),
            Parts.line("The one door to the arms. It cannot be closed again.", "muted"));
    HBox head = new HBox(sign, words);
    head.getStyleClass().add("gap-16");
    return head;
  }

  private VBox proofs() {
    boolean intact = study.trail().verification().intact();
    VBox key = new VBox();
    model.keyStateProperty().addListener((o, was, now) -> key.getChildren().setAll(key(now)));
    key.getChildren().setAll(key(model.keyStateProperty().get()));
    int heads = study.trail().signedHeads();
    VBox proofs =
        new VBox(
            key,
            proof(
                intact,
                intact ? "Audit trail unbroken" : "The study is broken",
                study.trail().entries().size()
                    + " entries, head "
                    + study.trail().verification().head().hash().checkCode()
                    + (heads == 0
                        ? ""
                        : heads == 1
                            ? ", the signed head of 1 returned file agrees"
                            : ", " + heads + " signed heads from returned files agree")),
            proof(
                model.missing() == 0,
                model.missing() == 0
                    ? "All readings are in"
                    : model.missing() + " of " + study.readings() + " readings are missing",
                model.missing() == 0
                    ? study.readings() + " readings of " + study.readers().size() + " readers"
                    : left() + ". Going on is allowed and recorded."));
    proofs.getStyleClass().add("gap-12");
    return proofs;
  }

  private String left() {
    return study.readers().stream()
        .filter(row -> !row.progress().finished())
        .map(row -> row.reader() + " left " + (row.progress().of() - row.progress().done()))
        .collect(Collectors.joining(", "));
  }

  private HBox key(UnblindViewModel.KeyState state) {
    String digest = "sealed with the key " + study.trail().keyDigest();
    return switch (state) {
      case ABSENT ->
          proof(false, "The key is kept elsewhere", digest + "; say below where its file lies");
      case FOREIGN -> proof(false, "This is another study’s key", digest + "; choose that one");
      case FITS -> proof(true, "The key belongs to this seal", digest);
      case FITS_TWO -> proof(true, "The key belongs to this seal", digest + ", kept by two people");
    };
  }

  private static HBox proof(boolean good, String title, String detail) {
    Node icon =
        good
            ? Icons.of(Feather.CHECK, "icon-success")
            : Icons.of(Feather.ALERT_TRIANGLE, "icon-warning");
    HBox proof =
        new HBox(
            icon, new VBox(Parts.line(title, "strong", "bold"), Parts.paragraph(detail, "muted")));
    proof.getStyleClass().add("gap-12");
    return proof;
  }

  private static HBox consequence() {
    HBox notice =
        new HBox(
            Icons.of(Feather.LOCK, "icon-danger"),
            Parts.paragraph(
                "Data entry closes for good. No file that comes back later can be merged, no answer"
                    + " corrected.",
                "body",
                "strong"));
    notice.getStyleClass().addAll("notice", "danger");
    return notice;
  }

  private VBox fields() {
    TextField key = new TextField();
    key.textProperty().bindBidirectional(model.keyProperty());
    Button find =
        Buttons.of(
            "Choose…",
            Feather.FOLDER,
            () -> choose.get().ifPresent(file -> key.setText(file.toString())));
    find.setAccessibleText("Choose the file of the unblinding key");
    find.setMinWidth(Button.USE_PREF_SIZE);
    key.setAccessibleText("Unblinding key");
    VBox place = Fields.of("Unblinding key", Fields.with(key, find), "");
    boolean known = model.keyStateProperty().get().fits();
    place.setVisible(!known);
    place.setManaged(!known);
    passphrase.textProperty().bindBidirectional(model.passphraseProperty());
    second.textProperty().bindBidirectional(model.secondProperty());
    VBox first = Fields.of("Passphrase of the key", passphrase, "");
    VBox other = Fields.of("Passphrase of the second person", second, "");
    GridPane row = Fields.row(first, other);
    Runnable people =
        () -> {
          boolean two = model.keyStateProperty().get() == UnblindViewModel.KeyState.FITS_TWO;
          other.setVisible(two);
          other.setManaged(two);
          ((Label) first.getChildren().getFirst())
              .setText(two ? "Passphrase of the first person" : "Passphrase of the key");
        };
    model.keyStateProperty().addListener(o -> people.run());
    people.run();
    VBox fields = new VBox(place, row);
    fields.getStyleClass().add("gap-12");
    return fields;
  }

  /** Why the last try failed; the keyboard goes back to the passphrase. */
  private Label refusal() {
    Label words = Parts.paragraph("", "danger");
    words.textProperty().bind(model.refusalProperty());
    words.visibleProperty().bind(model.refusalProperty().isNotEmpty());
    words.managedProperty().bind(words.visibleProperty());
    passphrase.disableProperty().bind(model.tryingProperty());
    second.disableProperty().bind(model.tryingProperty());
    model
        .refusalProperty()
        .addListener((o, was, now) -> {
          if (!now.isEmpty()) {
            passphrase.requestFocus();
          }
        });
    return words;
  }

  private VBox reason() {
    TextArea reason = new TextArea();
    reason.setWrapText(true);
    reason.setPrefRowCount(2);
    TabOut.leaves(reason);
    reason.textProperty().bindBidirectional(model.reasonProperty());
    VBox box = Fields.of("Reason, kept in the audit trail", reason, "");
    Label length = Parts.line("", "small");
    length
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.reasonProperty().get().strip().length()
                        + " characters, at least "
                        + UnblindViewModel.SHORTEST_REASON,
                model.reasonProperty()));
    box.getChildren().add(length);
    return box;
  }
}
