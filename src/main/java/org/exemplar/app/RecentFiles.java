package org.exemplar.app;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.exemplar.app.desk.Recent;
import org.exemplar.app.desk.Thing;
import org.exemplar.app.reading.RoomServices;
import org.exemplar.files.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was open lately, newest first; kept in the application data folder. */
public final class RecentFiles {
  private static final Logger LOG = LoggerFactory.getLogger(RecentFiles.class);
  private static final String FORMAT = "exemplar-recent/1";
  private static final int MOST = 12;

  private final Path file;
  private final ObservableList<Recent> lines = FXCollections.observableArrayList();

  /**
   * Reads the list; an unreadable one starts anew.
   *
   * @param file where the list is kept
   */
  public RecentFiles(Path file) {
    this.file = file;
    lines.setAll(read(file));
  }

  /** The lines, newest first; changes are seen by whoever watches. */
  public ObservableList<Recent> lines() {
    return FXCollections.unmodifiableObservableList(lines);
  }

  /** Puts a line on top; an older line of the same path goes. */
  public void remember(Recent line) {
    List<Recent> next = new ArrayList<>();
    next.add(line);
    lines.stream().filter(l -> !l.path().equals(line.path())).limit(MOST - 1).forEach(next::add);
    lines.setAll(next);
    save();
  }

  /** Puts a reading on top as it was left. */
  public void remember(RoomServices.Left left, Instant at) {
    boolean done = left.done() == left.of();
    remember(
        new Recent(
            left.file(),
            Thing.READING_FILE,
            left.title(),
            done ? "All read" : "Case " + (left.done() + 1) + " of " + left.of(),
            done ? Recent.Tone.SUCCESS : Recent.Tone.INFO,
            at));
  }

  /** Forgets one path, e.g. because it is gone. */
  public void forget(Path path) {
    lines.removeIf(l -> l.path().equals(path));
    save();
  }

  /** Forgets all. */
  public void clear() {
    lines.clear();
    save();
  }

  private void save() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("format", FORMAT);
    ArrayNode list = json.putArray("lines");
    for (Recent line : lines) {
      ObjectNode node = list.addObject();
      node.put("path", line.path().toString());
      node.put("thing", line.thing().name());
      node.put("about", line.about());
      node.put("state", line.state());
      node.put("tone", line.tone().name());
      node.put("opened", line.opened().toString());
    }
    try {
      WholeFile.write(file, json.toPrettyString());
    } catch (UncheckedIOException e) {
      LOG.warn("the list of recent files cannot be kept", e);
    }
  }

  private static List<Recent> read(Path file) {
    List<Recent> lines = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      return lines;
    }
    try {
      for (JsonNode node : JsonMapper.shared().readTree(file).path("lines")) {
        lines.add(
            new Recent(
                Path.of(node.path("path").asString()),
                Thing.valueOf(node.path("thing").asString()),
                node.path("about").asString(""),
                node.path("state").asString(""),
                Recent.Tone.valueOf(node.path("tone").asString()),
                Instant.parse(node.path("opened").asString())));
      }
    } catch (JacksonException | IllegalArgumentException | DateTimeParseException e) {
      LOG.warn("the list of recent files cannot be read and starts anew", e);
    }
    return lines;
  }
}
