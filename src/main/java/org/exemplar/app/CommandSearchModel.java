package org.exemplar.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.exemplar.app.desk.Command;

/** Finds commands by the words typed; the first one is chosen until the arrows choose another. */
final class CommandSearchModel {
  /** So many rows are shown at most. */
  static final int ROWS = 8;

  private final Function<String, List<Command>> source;
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ObservableList<Command> found = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", 0);

  /**
   * @param source what could be found for a query; may give more than matches
   */
  CommandSearchModel(Function<String, List<Command>> source) {
    this.source = source;
    query.addListener((o, was, is) -> search());
  }

  StringProperty queryProperty() {
    return query;
  }

  ObservableList<Command> found() {
    return found;
  }

  ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Starts anew with an empty query. */
  void open() {
    query.set("");
    search();
  }

  /** Moves the choice, round the ends. */
  void move(int by) {
    if (!found.isEmpty()) {
      chosen.set(Math.floorMod(chosen.get() + by, found.size()));
    }
  }

  /** Does what is chosen; nothing when nothing was found. */
  void run() {
    if (chosen.get() < found.size()) {
      found.get(chosen.get()).act().run();
    }
  }

  private void search() {
    String words = query.get().strip().toLowerCase(Locale.ROOT);
    List<Command> matching = new ArrayList<>();
    for (Command command : source.apply(words)) {
      if (matches(command, words)) {
        matching.add(command);
      }
    }
    matching.sort(
        Comparator.comparing(Command::group)
            .thenComparing(c -> !c.words().toLowerCase(Locale.ROOT).startsWith(words)));
    chosen.set(0);
    found.setAll(matching.subList(0, Math.min(ROWS, matching.size())));
  }

  private static boolean matches(Command command, String words) {
    String text = (command.words() + " " + command.aside()).toLowerCase(Locale.ROOT);
    for (String word : words.split("\\s+", -1)) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
