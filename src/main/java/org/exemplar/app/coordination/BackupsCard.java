package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.conduct.Backup;
import org.kordamp.ikonli.feather.Feather;

/** Copies of the study that can be put back: what there is, one more, and back with one. */
final class BackupsCard {
  private static final int MOST = 4;
  private static final long KIB = 1024;

  private BackupsCard() {}

  /**
   * What the card can do.
   *
   * @param make writes one more, into the study's own folder
   * @param elsewhere asks where, and writes one there
   * @param restore asks, and puts a backup back
   * @param choose asks for a backup that lies elsewhere, and puts it back
   */
  record Acts(Runnable make, Runnable elsewhere, Consumer<Path> restore, Runnable choose) {}

  static Card of(StudyOverview study, Acts acts) {
    VBox lines = new VBox();
    lines.getStyleClass().add("gap-8");
    List<Backup.Kept> kept = study.trail().backups();
    if (kept.isEmpty()) {
      lines
          .getChildren()
          .add(
              Parts.paragraph(
                  "No backup yet. A backup holds study.db alone, complete and verified; keep key"
                      + " and reading files elsewhere yourself.",
                  "muted"));
    }
    kept.stream().limit(MOST).forEach(each -> lines.getChildren().add(line(study, each, acts)));
    if (kept.size() > MOST) {
      lines
          .getChildren()
          .add(Parts.line(kept.size() - MOST + " earlier in the folder backups", "muted"));
    }
    HBox others =
        new HBox(
            Buttons.link("Back up to another place…", acts.elsewhere()),
            Buttons.link("Restore a file…", acts.choose()));
    others.getStyleClass().add("gap-16");
    lines.getChildren().add(others);
    return new Card("Backups", "", lines)
        .actions(Buttons.of("Back up now", Feather.SAVE, acts.make()));
  }

  private static HBox line(StudyOverview study, Backup.Kept kept, Acts acts) {
    String name = String.valueOf(kept.file().getFileName());
    Label when = Parts.line(Days.ago(kept.at(), study.returned().asOf()), "strong", "bold");
    when.setMinWidth(Label.USE_PREF_SIZE);
    Button restore =
        Buttons.of("Restore…", Feather.ROTATE_CCW, () -> acts.restore().accept(kept.file()));
    restore.setAccessibleText("Restore the backup " + name);
    HBox line =
        new HBox(
            Icons.of(Feather.ARCHIVE),
            when,
            Parts.line(size(kept.bytes()) + ", " + name, "muted"),
            Parts.filler(),
            restore);
    line.getStyleClass().add("gap-12");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /** A size in words. */
  static String size(long bytes) {
    return bytes < 10 * KIB * KIB
        ? Math.max(1, bytes / KIB) + " kB"
        : Math.round(bytes / (double) (KIB * KIB)) + " MB";
  }
}
