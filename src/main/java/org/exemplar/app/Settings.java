package org.exemplar.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.exemplar.app.fx.Theme;
import org.exemplar.files.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the user chose once and for all.
 *
 * @param look dark or light desks
 * @param scale size of everything, 1 as designed
 * @param lastDoor the door that was last used: 1 read, 2 coordinate, 3 research
 * @param reading what was chosen in the reading room
 */
public record Settings(Theme.Look look, double scale, int lastDoor, Reading reading) {
  /**
   * What a reader chose.
   *
   * @param keyPreset the name of the key preset
   * @param keys the reader's own keys by action, above the preset
   * @param monitor where the room opens; empty for wherever the system opens windows
   */
  public record Reading(String keyPreset, Map<String, String> keys, String monitor) {
    /** Keeps its own copy of the keys. */
    public Reading {
      keys = Map.copyOf(keys);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
  private static final String FORMAT = "exemplar-settings/1";

  /** What a new user gets. */
  public static final Settings DEFAULT =
      new Settings(Theme.Look.DARK, 1, 1, new Reading("exemplar", Map.of(), ""));

  /** The window's theme. */
  public Theme theme() {
    return new Theme(look, scale);
  }

  /** The same with another look. */
  public Settings withLook(Theme.Look other) {
    return new Settings(other, scale, lastDoor, reading);
  }

  /** The same with another size. */
  public Settings withScale(double other) {
    return new Settings(look, other, lastDoor, reading);
  }

  /** The same with another door. */
  public Settings withLastDoor(int door) {
    return new Settings(look, scale, door, reading);
  }

  /** The same with other keys. */
  public Settings withKeys(String preset, Map<String, String> own) {
    return new Settings(look, scale, lastDoor, new Reading(preset, own, reading.monitor()));
  }

  /** The same with another monitor for reading. */
  public Settings withMonitor(String monitor) {
    return new Settings(
        look, scale, lastDoor, new Reading(reading.keyPreset(), reading.keys(), monitor));
  }

  /**
   * Reads the settings. A file that cannot be read costs the user their settings, never the start
   * of the program.
   */
  public static Settings load(Path file) {
    if (!Files.isRegularFile(file)) {
      return DEFAULT;
    }
    try {
      JsonNode json = JsonMapper.shared().readTree(file);
      Map<String, String> keys = new TreeMap<>();
      json.path("keys").properties().forEach(e -> keys.put(e.getKey(), e.getValue().asString()));
      return new Settings(
          Theme.Look.valueOf(json.path("look").asString("DARK")),
          Math.clamp(json.path("scale").asDouble(1), 0.75, 3),
          Math.clamp(json.path("last_door").asInt(1), 1, 3),
          new Reading(
              json.path("key_preset").asString("exemplar"),
              keys,
              json.path("reading_monitor").asString("")));
    } catch (JacksonException | IllegalArgumentException e) {
      LOG.warn("the settings cannot be read and start anew", e);
      return DEFAULT;
    }
  }

  /** Writes the settings beside the old ones and moves them into place. */
  public void save(Path file) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("format", FORMAT);
    json.put("look", look.name());
    json.put("scale", scale);
    json.put("last_door", lastDoor);
    json.put("key_preset", reading.keyPreset());
    json.put("reading_monitor", reading.monitor());
    ObjectNode own = json.putObject("keys");
    new TreeMap<>(reading.keys()).forEach(own::put);
    WholeFile.write(file, json.toPrettyString());
  }
}
