package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** Takes reading files that are dropped on it, or asks for them. */
final class DropTile extends VBox {
  /**
   * @param dropped takes the files
   * @param choose asks for files
   */
  DropTile(Consumer<List<Path>> dropped, Runnable choose) {
    getStyleClass().addAll("drop-tile", "gap-8", "centred");
    getChildren()
        .addAll(
            Icons.of(Feather.INBOX, "icon-24", "icon-accent"),
            Parts.line("Drop .reading files here", "strong", "bold"),
            Parts.line("merging a file twice changes nothing", "muted"),
            Buttons.link("or choose them…", choose));
    takeOver(this, dropped);
  }

  /** Lets files be dropped anywhere on a page. */
  static void takeOver(Node page, Consumer<List<Path>> dropped) {
    page.setOnDragOver(e -> {
      if (!readings(e).isEmpty()) {
        e.acceptTransferModes(TransferMode.COPY);
        e.consume();
      }
    });
    page.setOnDragDropped(e -> {
      List<Path> files = readings(e);
      e.setDropCompleted(!files.isEmpty());
      e.consume();
      if (!files.isEmpty()) {
        dropped.accept(files);
      }
    });
  }

  private static List<Path> readings(DragEvent e) {
    return e.getDragboard().getFiles().stream()
        .map(java.io.File::toPath)
        .filter(p -> p.toString().endsWith(".reading"))
        .toList();
  }
}
