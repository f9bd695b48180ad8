package org.exemplar.app.coordination.design;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The drafts of this computer, each in a folder of its own with {@code draft.json} and {@code
 * protocol.md}. What is drawn (seed, images, decisions on text) is never written, so that nothing
 * on the disk names an arm or an image.
 */
public final class Drafts {
  /** Format of {@code draft.json}. */
  static final String FORMAT = "exemplar-draft/1";

  private static final String FILE = "draft.json";
  private static final String PROTOCOL = "protocol.md";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path folder;
  private final InstantSource clock;
  private final SecureDraw names = new SecureDraw();

  /**
   * @param folder in the application's data; made when needed
   * @param clock tells when a draft was kept
   */
  public Drafts(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** A new draft; on the disk once it is kept. */
  public Draft fresh() {
    return new Draft(names.identifier().substring(0, 12), Draft.Form.EMPTY, "", clock.instant());
  }

  /** All that can be read, the one kept last first. */
  public List<Draft> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .flatMap(path -> read(path).stream())
          .sorted(Comparator.comparing(Draft::changed).reversed())
          .toList();
    } catch (IOException e) {
      throw new Problem("The drafts in " + folder + " cannot be read: check the folder.", e);
    }
  }

  /** Where a draft's own copy of its protocol lies. */
  Path protocol(String id) {
    return folder.resolve(id).resolve(PROTOCOL);
  }

  /** The text of a draft's protocol as it lies on the disk; empty before it was kept. */
  Optional<String> saved(String id) {
    try {
      Path file = protocol(id);
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps a draft.
   *
   * @return the same with the time of keeping
   * @throws Problem when it cannot be written
   */
  public Draft keep(Draft draft) {
    Instant now = clock.instant();
    ObjectNode node = JSON.createObjectNode();
    node.put("format", FORMAT);
    node.put("changed", now.toString());
    node.put("comparison", draft.form().comparison());
    node.put("images", draft.form().images());
    node.put("answers", draft.form().answers());
    node.put("readers", draft.form().readers());
    node.put("out", draft.form().out());
    WholeFile.write(protocol(draft.id()), draft.protocol());
    WholeFile.write(folder.resolve(draft.id()).resolve(FILE), JSON.writeValueAsString(node));
    return new Draft(draft.id(), draft.form(), draft.protocol(), now);
  }

  /**
   * Removes a draft; nothing happens when it is not there.
   *
   * @throws Problem when it cannot be removed
   */
  public void remove(String id) {
    Path place = folder.resolve(id);
    try {
      Files.deleteIfExists(place.resolve(FILE));
      Files.deleteIfExists(place.resolve(PROTOCOL));
      Files.deleteIfExists(place);
    } catch (IOException e) {
      throw new Problem("The draft " + place + " cannot be removed: check the folder.", e);
    }
  }

  private static Optional<Draft> read(Path place) {
    try {
      JsonNode node = JSON.readTree(Files.readString(place.resolve(FILE)));
      if (!text(node, "format").equals(FORMAT)) {
        return Optional.empty();
      }
      Path name = place.getFileName();
      Draft.Form form =
          new Draft.Form(
              text(node, "comparison"),
              text(node, "images"),
              text(node, "answers"),
              text(node, "readers"),
              text(node, "out"));
      return Optional.of(
          new Draft(
              name == null ? "" : name.toString(),
              form,
              Files.readString(place.resolve(PROTOCOL)),
              Instant.parse(text(node, "changed"))));
    } catch (IOException | JacksonException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asString("");
  }
}
