package org.exemplar.app.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * A desk in the main window: its places on the rail, its context bar, its pages and its commands.
 * The window asks on the JavaFX thread only. A desk gets its collaborators and its {@link DeskHost}
 * by constructor.
 */
public interface Desk {
  /** A short name for locations, e.g. {@code "coordinate"}. */
  String id();

  /** The word of its door, first in the path, e.g. {@code "Coordinate"}. */
  String name();

  /** The rail from top to bottom, without Home and Settings, which the window adds. */
  List<Place> places();

  /** What everything below depends on; a null value leaves the bar away. */
  ObservableValue<@Nullable Node> contextBar();

  /** The name of what is open, second in the path, e.g. a study's title; empty for none. */
  ObservableValue<String> opened();

  /**
   * The page of a location. The desk may give the same node each time; it restores scroll,
   * selection and filters.
   */
  Node page(Location location);

  /**
   * Whether this desk takes such things.
   *
   * @param thing what the window found them to be
   * @param paths one or more
   * @return where they are shown; empty when this desk does not take them
   */
  Optional<Location> open(Thing thing, List<Path> paths);

  /**
   * The buttons of its door on the start page: first the one that opens, then the one that makes.
   */
  List<Command> doorButtons();

  /** Work that would be lost if the window closed now; asked when it is about to. */
  default Optional<Unsaved> unsaved() {
    return Optional.empty();
  }

  /** What the command search offers for a query, in order; an empty query asks for all commands. */
  List<Command> find(String query);
}
