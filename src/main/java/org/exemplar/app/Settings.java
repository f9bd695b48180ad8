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
 * @param keyPreset the name of the reading room's key preset
 * @param keys the reader's own keys by action, above the preset
 */
public record Settings(
    Theme.Look look, double scale, int lastDoor, String keyPreset, Map<String, String> keys) {
  private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
  private static final String FORMAT = "exemplar-settings/1";

  /** What a new user gets. */
  public static final Settings DEFAULT = new Settings(Theme.Look.DARK, 1, 1, "exemplar", Map.of());

  /** Keeps its own copy of the keys. */
  public Settings {
    keys = Map.copyOf(keys);
  }

  /** The window's theme. */
  public Theme theme() {
    return new Theme(look, scale);
  }

  /** The same with another look. */
  public Settings withLook(Theme.Look other) {
    return new Settings(other, scale, lastDoor, keyPreset, keys);
  }

  /** The same with another size. */
  public Settings withScale(double other) {
    return new Settings(look, other, lastDoor, keyPreset, keys);
  }

  /** The same with another door. */
  public Settings withLastDoor(int door) {
    return new Settings(look, scale, door, keyPreset, keys);
  }

  /** The same with other keys. */
  public Settings withKeys(String preset, Map<String, String> own) {
    return new Settings(look, scale, lastDoor, preset, own);
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
          json.path("key_preset").asString("exemplar"),
          keys);
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
    json.put("key_preset", keyPreset);
    ObjectNode own = json.putObject("keys");
    new TreeMap<>(keys).forEach(own::put);
    WholeFile.write(file, json.toPrettyString());
  }
}
