package org.exemplar.classifier.comparison;

import java.util.List;

/**
 * One radiograph of a comparison.
 *
 * @param id the label file's first column verbatim, else the path below the image folder
 * @param path of the file below the image folder, with {@code /}
 * @param sha256 of the file, in hexadecimal
 * @param labels one per finding; empty when no labels were given
 * @param extras cells of the kept columns
 */
public record ImageRow(
    String id, String path, String sha256, List<Boolean> labels, List<String> extras) {
  /** Keeps copies. */
  public ImageRow {
    labels = List.copyOf(labels);
    extras = List.copyOf(extras);
  }
}
