package org.exemplar.export;

import java.nio.file.Path;
import java.util.List;

/**
 * What an export wrote.
 *
 * @param files in the order written
 * @param notes what a user should know, such as cases left out; one sentence each
 */
public record Exported(List<Path> files, List<String> notes) {
  /** Copies. */
  public Exported {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  static Exported of(Path... files) {
    return new Exported(List.of(files), List.of());
  }
}
