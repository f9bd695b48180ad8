package org.exemplar.classifier.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.exemplar.classifier.images.LabelFile;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The names of a network's outputs, in their order, and where they come from.
 *
 * @param names one per output
 * @param source for people
 */
record FindingNames(List<String> names, String source) {
  private static final String BESIDE = "classes.txt";

  FindingNames {
    names = List.copyOf(names);
    if (new HashSet<>(names).size() != names.size()) {
      throw new Problem("The findings from " + source + " name one finding twice; correct them.");
    }
  }

  /**
   * From the file that was given, else from {@code classes.txt} beside or above the first model,
   * else from the labels' 0/1 columns, else numbered.
   *
   * @param first of the networks; a script's width is a guess from its last kernel, so that names
   *     are believed rather than it, and the first batch decides
   * @throws Problem if the number of names is not the number of outputs
   */
  static FindingNames choose(@Nullable Path given, RunFacts first, @Nullable LabelFile labels) {
    int outputs = first.findings();
    Path beside = beside(first.file());
    FindingNames chosen;
    if (given != null) {
      chosen = new FindingNames(read(given), given.toString());
    } else if (Files.isRegularFile(beside)) {
      chosen = new FindingNames(read(beside), beside.toString());
    } else if (labels != null) {
      chosen = new FindingNames(labels.binaryColumns(), "the 0/1 columns of the labels");
    } else if (outputs > 0) {
      chosen =
          new FindingNames(
              IntStream.rangeClosed(1, outputs).mapToObj(i -> "Finding " + i).toList(),
              "the number of outputs");
    } else {
      throw new Problem("The findings are not known; give --findings FILE with one per line.");
    }
    if (!first.isScript()) {
      chosen.requireCount(outputs);
    }
    return chosen;
  }

  /** In the model's folder, or in the one above: PruneCXR has a folder for each seed. */
  private static Path beside(Path model) {
    Path folder = model.toAbsolutePath().getParent();
    Path near = model.resolveSibling(BESIDE);
    Path above = folder == null ? near : folder.resolveSibling(BESIDE);
    return !Files.isRegularFile(near) && Files.isRegularFile(above) ? above : near;
  }

  private void requireCount(int outputs) {
    if (outputs > 0 && names.size() != outputs) {
      throw new Problem(
          "The networks give "
              + outputs
              + " outputs, but "
              + source
              + " names "
              + names.size()
              + " findings; give --findings FILE with one name per output, in order.");
    }
  }

  private static List<String> read(Path file) {
    try {
      List<String> names =
          Files.readAllLines(file).stream()
              .map(line -> line.replace("\uFEFF", "").strip())
              .filter(name -> !name.isEmpty())
              .toList();
      if (names.isEmpty()) {
        throw new Problem("The findings file " + file + " is empty; write one finding per line.");
      }
      return names;
    } catch (IOException e) {
      throw new Problem("The findings file " + file + " cannot be read; check the path.", e);
    }
  }
}
