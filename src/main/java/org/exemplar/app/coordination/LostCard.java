package org.exemplar.app.coordination;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** A study that this computer knows and cannot read now: why, and what to do. */
final class LostCard extends VBox {
  /**
   * @param why one sentence
   * @param find asks where it is now
   * @param forget takes it off the list; nothing on the disk is touched
   */
  LostCard(Path folder, String why, Runnable find, Runnable forget) {
    getStyleClass().addAll("card", "study-card", "gap-8");
    String name = String.valueOf(folder.getFileName());
    setAccessibleText(name + ", cannot be read");
    HBox tags = new HBox(Parts.line("cannot be read", "tag", "warning"));
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    Button drop = Buttons.of("Forget it", Feather.X, forget);
    drop.getStyleClass().add("quiet");
    HBox foot = new HBox(drop, Parts.filler(), Buttons.of("Find it…", Feather.FOLDER, find));
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(Parts.line(name, "heading"), tags, Parts.paragraph(why, "muted"), space, foot);
  }
}
