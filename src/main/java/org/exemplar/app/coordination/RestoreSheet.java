package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.exemplar.app.control.parts.Facts;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.audit.AuditEntry;
import org.kordamp.ikonli.feather.Feather;

/** Before a backup takes the place of the study: what is lost by it, and what is kept. */
final class RestoreSheet {
  private final Sheet sheet;
  private final Button act = new Button("Put it back", Icons.of(Feather.ROTATE_CCW));

  /**
   * @param there where the backup's trail ends
   * @param restore told to do it
   */
  RestoreSheet(
      StudyOverview study,
      Path backup,
      AuditEntry.Head there,
      Sheet sheet,
      Consumer<Path> restore) {
    this.sheet = sheet;
    AuditEntry.Head here = study.trail().verification().head();
    long fewer = here.sequence() - there.sequence();
    act.getStyleClass().add(fewer > 0 ? "ends" : "primary");
    act.setOnAction(e -> {
      sheet.close();
      restore.accept(backup);
    });
    Facts facts =
        new Facts()
            .add("Backup", String.valueOf(backup.getFileName()))
            .add("Its audit trail", there.sequence() + " entries, head " + there.hash().checkCode())
            .add("Now", here.sequence() + " entries, head " + here.hash().checkCode());
    HBox notice =
        new HBox(
            Icons.of(Feather.INFO, fewer > 0 ? "icon-warning" : "icon-accent"),
            Parts.paragraph(consequence(fewer), "body"));
    notice.getStyleClass().addAll("notice", fewer > 0 ? "warning" : "info");
    sheet.body(
        Parts.paragraph("Restore a backup", "title"),
        Parts.paragraph(
            "The backup was verified from end to end. It takes the place of the study’s file, which"
                + " is kept beside it under a name of its own.",
            "muted"),
        facts,
        notice);
    sheet.footer(Parts.line("Key and reading files stay as they are", "muted"), act);
  }

  private static String consequence(long fewer) {
    return fewer <= 0
        ? "The study loses nothing: the backup has every entry that the study has now."
        : "The last "
            + (fewer == 1 ? "entry" : fewer + " entries")
            + " of the trail are not in the backup: take files that came back since then back"
            + " again. Verifying reading files names what the study lacks.";
  }

  /** Shows it, the keyboard on the button. */
  void show() {
    sheet.show(act);
  }
}
