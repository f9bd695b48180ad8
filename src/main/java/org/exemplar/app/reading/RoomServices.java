package org.exemplar.app.reading;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.exemplar.app.fx.Theme;
import org.exemplar.sitting.SittingClock;

/**
 * What the reading room works with, built by the composition root.
 *
 * @param clock the two clocks of a sitting
 * @param workers decodes films and opens files
 * @param keys the reader's keys and how changes are kept
 * @param theme dark, at the user's size
 * @param places asks for the system's help with files, and is told how far a reading has come
 */
public record RoomServices(
    SittingClock clock, ExecutorService workers, Keys keys, Theme theme, Places places) {
  /** The reader's keys and how changes are kept. */
  public record Keys(KeyMap map, Consumer<KeyMap> kept) {}

  /**
   * What happens outside the room.
   *
   * @param showFile shows a file in the system's file manager
   * @param left told the file and how far its reading has come, when the room closes
   * @param refuge folder for answers that can be written neither into the file nor beside it
   * @param monitor where the room opens
   */
  public record Places(
      Consumer<Path> showFile, Consumer<Left> left, Path refuge, Monitor monitor) {}

  /**
   * The monitor for reading.
   *
   * @param id the one chosen before; empty for wherever the system opens windows
   * @param kept told another choice
   */
  public record Monitor(String id, Consumer<String> kept) {
    /** Wherever the system opens windows. */
    public static final Monitor ANY = new Monitor("", id -> {});
  }

  /**
   * How far a reading has come.
   *
   * @param title the study's title
   * @param done cases read
   * @param of cases in all
   */
  public record Left(Path file, String title, int done, int of) {}
}
