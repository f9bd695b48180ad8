package org.exemplar.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * How the demonstration ends: the window, or pictures of it. Implemented outside this room, which
 * must not know the window.
 */
public interface DemoEnding {
  /**
   * Takes pictures of the reading room and the explorer without a display.
   *
   * @param demo the finished demonstration
   * @param folder where pictures go
   * @param readingPassphrase opens the reading files
   * @return the pictures' paths
   */
  List<Path> takePictures(DemoResult demo, Path folder, char[] readingPassphrase);

  /**
   * Opens the application on the demonstration; returns when it is closed.
   *
   * @param demo the demonstration, built up to the point where a person reads
   */
  void openWindow(DemoResult demo);

  /** Whether a window can be opened here. */
  boolean hasDisplay();
}
