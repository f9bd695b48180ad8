package org.exemplar.app.coordination.protocol;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Facts;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.control.parts.TabOut;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.conduct.Office;
import org.exemplar.crypto.Sha256;
import org.kordamp.ikonli.feather.Feather;

/** Before a sealed protocol changes: what changes, who changes it, and why. */
final class AmendSheet {
  private final Sheet sheet;
  private final TextField author = new TextField();
  private final TextArea reason = new TextArea();

  /**
   * @param person who amends: signed in, or to be typed
   * @param amend told who amends, and why
   */
  AmendSheet(
      String present,
      String amended,
      Office person,
      Sheet sheet,
      BiConsumer<Office, String> amend) {
    this.sheet = sheet;
    boolean signed = person.signer().isPresent();
    author.setText(person.stamp().actor());
    author.setDisable(signed);
    reason.setWrapText(true);
    TabOut.leaves(reason);
    reason.setPrefRowCount(3);
    Button act = new Button("Amend", Icons.of(Feather.EDIT_3));
    act.getStyleClass().add("primary");
    act.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> author.getText().isBlank() || reason.getText().isBlank(),
                author.textProperty(),
                reason.textProperty()));
    act.setOnAction(e -> {
      sheet.close();
      amend.accept(signed ? person : person.as(author.getText().strip()), reason.getText().strip());
    });
    List<LineDiff.Line> lines = LineDiff.of(present, amended);
    Facts facts =
        new Facts()
            .add("Lines added", count(lines, LineDiff.Kind.ADDED))
            .add("Lines removed", count(lines, LineDiff.Kind.REMOVED))
            .add("Digest now", Sha256.ofText(present).checkCode())
            .add("Digest then", Sha256.ofText(amended).checkCode());
    HBox notice =
        new HBox(
            Icons.of(Feather.LOCK, "icon-warning"),
            Parts.paragraph(
                "The sealed protocol stays in the study beside the amendment. Reading files handed"
                    + " out before keep the words they have; hand out anew for the new ones.",
                "body"));
    notice.getStyleClass().addAll("notice", "warning");
    VBox why = Fields.of("Reason, kept in the audit trail", reason, "");
    sheet.body(
        Parts.paragraph("Amend the protocol", "title"),
        facts,
        notice,
        Fields.of(
            "Author", author, signed ? "Signed in; the entry is signed" : "Your name or role"),
        why);
    sheet.footer(Parts.line("An amendment cannot be taken back", "muted"), act);
  }

  private static String count(List<LineDiff.Line> lines, LineDiff.Kind kind) {
    return Long.toString(lines.stream().filter(line -> line.kind() == kind).count());
  }

  /** Shows it, the keyboard on the reason. */
  void show() {
    sheet.show(reason);
  }
}
