package org.exemplar.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the demonstration's parts lie.
 *
 * @param folder all of it
 * @param comparison the comparison of dense and pruned
 * @param study the sealed study
 * @param readings the reading files, one a reader
 * @param report the report; absent file when a person has yet to read
 * @param passphrases the text file with the passphrases that were drawn
 */
public record DemoResult(
    Path folder, Path comparison, Path study, List<Path> readings, Path report, Path passphrases) {
  public DemoResult {
    readings = List.copyOf(readings);
  }
}
