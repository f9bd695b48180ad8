package org.exemplar.app.desk;

import java.nio.file.Path;
import javafx.stage.Window;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Theme;

/** What the main window lends to a desk. All methods are called on the JavaFX thread. */
public interface DeskHost {
  /** The window, as the owner of dialogs. */
  Window window();

  /** How the window looks now. */
  Theme theme();

  /** Goes to a location, one step of history. */
  void go(Location location);

  /**
   * Runs long work off the JavaFX thread and shows it among the running work; a click on it goes
   * back to where it was started. Errors that the task does not handle itself are told in plain
   * words.
   */
  <T> FxTask<T> run(Location startedAt, FxTask<T> task);

  /** Tells an error in plain words, with a details fold. */
  void fail(String what, Throwable error);

  /** Puts a line on the start page's list, or moves it to the top. */
  void remember(Path path, Thing thing, String about, String state, Recent.Tone tone);

  /** Opens a reader's file in the dark room, in a window of its own. */
  void read(Path readingFile);

  /** Opens the command search. */
  void search();
}
