package org.exemplar.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.exemplar.problem.Problem;

/**
 * The inputs that ship with the program: training runs of a small classifier of synthetic films.
 * The films themselves are made when they are needed, by {@link FilmSet}.
 *
 * @param side of the classifiers' square input, pixels
 * @param findings one finding per line, in the classifiers' output order
 * @param checkpoints one for each training run, in run order
 */
public record DemoAssets(int side, Path findings, List<Path> checkpoints) {
  private static final int TRAINED_SIDE = 96;

  /** Keeps a copy. */
  public DemoAssets {
    checkpoints = List.copyOf(checkpoints);
  }

  /**
   * Finds the assets below the program's folder.
   *
   * @param programFolder the checkout or the installed folder
   * @throws Problem if they are not there
   */
  public static DemoAssets in(Path programFolder) {
    Path models = programFolder.resolve("assets").resolve("demo").resolve("models");
    DemoAssets assets =
        new DemoAssets(TRAINED_SIDE, models.resolve("classes.txt"), checkpointsIn(models));
    if (assets.checkpoints.isEmpty()) {
      throw new Problem(
          "The demonstration's classifiers are not at "
              + models
              + "; start the program from its own folder, or fetch the checkout again.");
    }
    return assets;
  }

  private static List<Path> checkpointsIn(Path models) {
    if (!Files.isDirectory(models)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(models)) {
      return files.filter(f -> f.getFileName().toString().endsWith("chkpt.pt")).sorted().toList();
    } catch (IOException e) {
      throw new Problem("The folder " + models + " cannot be read; check that you may read it.", e);
    }
  }
}
