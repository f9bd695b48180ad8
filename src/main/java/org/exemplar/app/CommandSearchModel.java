package org.exemplar.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.exemplar.app.desk.Command;
import org.exemplar.app.desk.Command.Group;
import org.jspecify.annotations.Nullable;

/**
 * Finds commands by the words typed; the first one is chosen until the arrows choose another. Every
 * heading that has something gets rows, so that commands do not hide images.
 */
final class CommandSearchModel {
  /** So many rows are shown at most. */
  static final int ROWS = 8;

  private static final int EACH = 3;
  private static final List<Group> GROUPS = List.of(Group.values());

  private final Function<String, List<Command>> source;
  private final ReadOnlyObjectWrapper<@Nullable Group> scope = new ReadOnlyObjectWrapper<>();
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

  /** The only heading that is looked under; null for all. */
  ReadOnlyObjectProperty<@Nullable Group> scopeProperty() {
    return scope.getReadOnlyProperty();
  }

  /** Looks under the next heading only, after the last one under all again. */
  void nextScope(int by) {
    Group now = scope.get();
    int at = now == null ? 0 : GROUPS.indexOf(now) + 1;
    int next = Math.floorMod(at + by, GROUPS.size() + 1);
    scope.set(next == 0 ? null : GROUPS.get(next - 1));
    search();
  }

  /** Starts anew with an empty query. */
  void open() {
    scope.set(null);
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
      Group only = scope.get();
      if ((only == null || command.group() == only) && matches(command, words)) {
        matching.add(command);
      }
    }
    matching.sort(
        Comparator.comparing(Command::group)
            .thenComparing(c -> !c.words().toLowerCase(Locale.ROOT).startsWith(words)));
    chosen.set(0);
    found.setAll(rows(matching));
  }

  /** The first rows of every heading, then more of the first ones, in order. */
  private static List<Command> rows(List<Command> matching) {
    Map<Group, Integer> taken = new EnumMap<>(Group.class);
    int room = ROWS;
    for (int most : new int[] {EACH, ROWS}) {
      for (Group group : GROUPS) {
        int there = (int) matching.stream().filter(c -> c.group() == group).count();
        int before = taken.getOrDefault(group, 0);
        int more = Math.min(room, Math.min(most, there) - before);
        taken.put(group, before + more);
        room -= more;
      }
    }
    List<Command> rows = new ArrayList<>();
    for (Command command : matching) {
      int left = taken.getOrDefault(command.group(), 0);
      taken.put(command.group(), left - 1);
      if (left > 0) {
        rows.add(command);
      }
    }
    return rows;
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
