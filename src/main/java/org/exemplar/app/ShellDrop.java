package org.exemplar.app;

import java.io.File;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes any file or folder dropped anywhere on the window. */
final class ShellDrop {
  private final Shell shell;

  ShellDrop(Scene scene, Shell shell) {
    this.shell = shell;
    scene.setOnDragOver(this::over);
    scene.setOnDragExited(e -> shell.showDropping(false));
    scene.setOnDragDropped(this::dropped);
  }

  private void over(DragEvent e) {
    if (e.getDragboard().hasFiles()) {
      e.acceptTransferModes(TransferMode.COPY);
      shell.showDropping(true);
    }
    e.consume();
  }

  private void dropped(DragEvent e) {
    shell.showDropping(false);
    shell.openAll(e.getDragboard().getFiles().stream().map(File::toPath).toList());
    e.setDropCompleted(true);
    e.consume();
  }
}
