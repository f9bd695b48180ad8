package org.exemplar.app.coordination.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exemplar.crypto.Sha256;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Protocols with changes that were not saved, kept aside while they are typed so that no crash
 * loses them: one small file each, gone when the document is saved or its changes are discarded.
 */
final class UnsavedProtocols {
  private static final String FORMAT = "exemplar-unsaved-protocol/1";
  private static final String ENDING = ".json";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path folder;

  /**
   * @param folder in the application's data; made when needed
   */
  UnsavedProtocols(Path folder) {
    this.folder = folder;
  }

  /**
   * A document with changes.
   *
   * @param key what it is a version of: the path of a file or of a study, or any other words
   * @param name what people call it
   * @param text as typed
   */
  record Work(String key, String name, String text) {}

  /**
   * Keeps a document aside.
   *
   * @throws Problem when it cannot be written
   */
  void keep(Work work) {
    ObjectNode node = JSON.createObjectNode();
    node.put("format", FORMAT);
    node.put("key", work.key());
    node.put("name", work.name());
    node.put("text", work.text());
    WholeFile.write(file(work.key()), JSON.writeValueAsString(node));
  }

  /** Forgets a document; nothing happens when it is not there. */
  void forget(String key) {
    try {
      Files.deleteIfExists(file(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was kept under a key. */
  Optional<Work> find(String key) {
    return read(file(key)).filter(work -> work.key().equals(key));
  }

  /** All that can be read, by name. */
  List<Work> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(path -> path.toString().endsWith(ENDING))
          .flatMap(path -> read(path).stream())
          .sorted(Comparator.comparing(Work::name))
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private Path file(String key) {
    return folder.resolve(Sha256.ofText(key).hex().substring(0, 24) + ENDING);
  }

  private static Optional<Work> read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      JsonNode node = JSON.readTree(Files.readString(file));
      return node.path("format").asString("").equals(FORMAT)
          ? Optional.of(
              new Work(
                  node.path("key").asString(""),
                  node.path("name").asString(""),
                  node.path("text").asString("")))
          : Optional.empty();
    } catch (IOException | JacksonException unreadable) {
      return Optional.empty();
    }
  }
}
