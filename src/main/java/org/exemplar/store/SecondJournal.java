package org.exemplar.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.exemplar.crypto.ContentKey;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.problem.Problem;
import tools.jackson.core.JacksonException;

/**
 * Where answers go when their reading file cannot be written: a text file with one line for each
 * audit entry, encrypted under the reading file's content key, forced to the disk before the answer
 * counts as taken. What was cut off while it was written does not decrypt and was never taken.
 */
final class SecondJournal {
  private final List<Path> places;
  private final String readingId;
  private final ContentKey key;
  private final SecureDraw draw = new SecureDraw();
  private final List<Path> given = new ArrayList<>();

  /**
   * @param places where it may lie, the first that can be written is taken
   * @param key lent, not closed here
   */
  SecondJournal(List<Path> places, String readingId, ContentKey key) {
    this.places = List.copyOf(places);
    this.readingId = readingId;
    this.key = key;
  }

  /**
   * Adds an entry; it is on disk when this returns.
   *
   * @param besideToo whether the folder of the reading file, the first place, may be used
   * @return where
   * @throws Problem when no place takes it
   */
  Path add(Kept kept, boolean besideToo) {
    String line = Base64.getEncoder().encodeToString(key.encrypt(kept.json(), name(), draw));
    IOException last = new IOException("no place to write to");
    for (Path place : places) {
      boolean tried = given.contains(place) || (!besideToo && place.equals(places.getFirst()));
      if (!tried) {
        try {
          append(place, line);
          return place;
        } catch (IOException e) {
          given.add(place);
          last = e;
        }
      }
    }
    throw new Problem(
        "This answer could not be stored: neither the reading file nor a second place can be"
            + " written. Everything before it is safe. Free some space on this computer, or connect"
            + " the file's drive, close the window and open the file again.",
        last);
  }

  private static void append(Path place, String line) throws IOException {
    Path folder = place.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    // A line of its own even after one that was cut off.
    ByteBuffer bytes = ByteBuffer.wrap(("\n" + line + "\n").getBytes(StandardCharsets.US_ASCII));
    try (FileChannel channel =
        FileChannel.open(
            place,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Places where something is kept. */
  List<Path> found() {
    return places.stream().filter(Files::isRegularFile).toList();
  }

  /**
   * Everything kept, by sequence; an entry kept twice is there once.
   *
   * @throws Problem when a journal cannot be read or is not this reading's
   */
  List<Kept> read() {
    TreeMap<Long, Kept> all = new TreeMap<>();
    for (Path place : found()) {
      List<Kept> here = read(place);
      here.forEach(kept -> all.putIfAbsent(kept.entry().sequence(), kept));
    }
    return List.copyOf(all.values());
  }

  private List<Kept> read(Path place) {
    List<String> lines;
    try {
      lines =
          Files.readAllLines(place, StandardCharsets.ISO_8859_1).stream()
              .filter(line -> !line.isBlank())
              .toList();
    } catch (IOException e) {
      throw new Problem(
          "The answers kept in %s cannot be read: check its drive and its rights, then open the"
                  .formatted(place)
              + " file again.",
          e);
    }
    List<Kept> kept = lines.stream().flatMap(line -> decrypt(line).stream()).toList();
    if (kept.isEmpty() && lines.size() > 1) {
      throw new Problem(
          "The answers kept in %s belong to another reading file or were changed; move that file"
                  .formatted(place)
              + " away, keep it, and tell the coordinator.");
    }
    return kept;
  }

  private Optional<Kept> decrypt(String line) {
    try {
      return key.decrypt(Base64.getDecoder().decode(line), name()).map(Kept::of);
    } catch (IllegalArgumentException | JacksonException e) {
      return Optional.empty();
    }
  }

  /** Removes it after everything in it was taken over; what cannot be removed does no harm. */
  void discard() {
    for (Path place : found()) {
      try {
        Files.delete(place);
      } catch (IOException e) {
        given.add(place);
      }
    }
  }

  private String name() {
    return readingId + "/answers";
  }
}
