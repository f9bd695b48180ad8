package org.exemplar.classifier.sweep;

import java.nio.file.Path;
import java.util.List;
import org.exemplar.classifier.comparison.OutputKind;
import org.exemplar.classifier.comparison.Precision;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.torch.Device;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What to compare, on what, and where to.
 *
 * @param images the radiographs
 * @param models the networks
 * @param pruning how they are pruned
 * @param prediction how they are run
 * @param place folders of the result and of what can be made again
 */
public record ComparisonOptions(
    Images images, Models models, Pruned pruning, Prediction prediction, Place place) {
  private static final Sparsity DEFAULT_SPARSITY = new Sparsity(0.9);

  /**
   * The radiographs.
   *
   * @param images a folder, or a CSV whose first column holds paths
   * @param labels a label CSV; null: none
   * @param allowMissing whether more than 1 % may be missing or unreadable
   */
  public record Images(Path images, @Nullable Path labels, boolean allowMissing) {}

  /**
   * The networks.
   *
   * @param models files or folders; see {@link ModelFiles}
   * @param copies networks pruned elsewhere, one per model in the same order; empty: prune here
   * @param findings a file with one finding per line; null: {@code classes.txt} beside the first
   *     model, else the 0/1 columns of the labels
   * @param architecture what the networks must be recognised as; null: whatever they are
   */
  public record Models(
      List<Path> models,
      List<Path> copies,
      @Nullable Path findings,
      @Nullable String architecture) {
    /** Keeps copies. */
    public Models {
      models = List.copyOf(models);
      copies = List.copyOf(copies);
      if (models.isEmpty()) {
        throw new Problem("No model is given; name checkpoint files or folders with --models.");
      }
    }
  }

  /**
   * How the networks are pruned.
   *
   * @param method how weights are chosen
   * @param seed of random pruning
   * @param sparsities empty: 0.90, or what a given mask or copy has
   * @param mask a packed keep mask to use instead of a method; null: none
   */
  public record Pruned(
      PruningMethod method, long seed, List<Sparsity> sparsities, @Nullable Path mask) {
    /** Keeps a copy. */
    public Pruned {
      sparsities = List.copyOf(sparsities);
    }
  }

  /**
   * How the networks are run.
   *
   * @param preprocessing from image to input
   * @param channelsGiven whether the number of channels was asked for; otherwise a network that
   *     takes one plane gets one
   * @param output what the networks give; null: detect it
   * @param machine where and how they run
   */
  public record Prediction(
      Preprocessing preprocessing,
      boolean channelsGiven,
      @Nullable OutputKind output,
      Machine machine) {}

  /**
   * Where networks run, and sizes that change speed and memory, not results.
   *
   * @param device CPU or GPU
   * @param precision of the arithmetic
   * @param batch images in one call; 0: choose
   * @param threads at least 1; 0: one per core
   */
  public record Machine(Device device, Precision precision, int batch, int threads) {
    /** Let the program choose; float32. */
    public static final Machine AUTO = of(Device.AUTO);

    /** Checks ranges. */
    public Machine {
      if (batch < 0 || batch > 4096 || threads < 0 || threads > 1024) {
        throw new Problem("--batch must be 1 to 4096 and --threads 1 to 1024.");
      }
    }

    /** A device in float32, sizes chosen by the program. */
    public static Machine of(Device device) {
      return new Machine(device, Precision.FLOAT32, 0, 0);
    }

    /** The same with other sizes; 0: choose. */
    public Machine with(int newBatch, int newThreads) {
      return new Machine(device, precision, newBatch, newThreads);
    }

    /** The same in another precision. */
    public Machine with(Precision other) {
      return new Machine(device, other, batch, threads);
    }

    int threadsOr(int cores) {
      return threads == 0 ? Math.max(1, cores) : threads;
    }

    int batchOr(int otherwise) {
      return batch == 0 ? otherwise : batch;
    }
  }

  /**
   * Folders.
   *
   * @param out the comparison's folder
   * @param cache of the application: decoded images and unpacked native libraries
   * @param version of the program, for the manifest
   */
  public record Place(Path out, Path cache, String version) {}

  /** Options with the defaults of the command line: global L1 at 0.90, the paper's loader. */
  public static ComparisonOptions of(Path images, List<Path> models, Place place) {
    return new ComparisonOptions(
        new Images(images, null, false),
        new Models(models, List.of(), null, null),
        new Pruned(PruningMethod.L1, 0, List.of(), null),
        new Prediction(Preprocessing.PAPER, false, null, Machine.AUTO),
        place);
  }

  /** What is asked for; empty where a mask or copies tell. */
  List<Sparsity> sparsities() {
    boolean named = pruning.mask != null || !models.copies.isEmpty();
    return pruning.sparsities.isEmpty() && !named ? List.of(DEFAULT_SPARSITY) : pruning.sparsities;
  }

  /** The same with other radiographs. */
  public ComparisonOptions with(Images other) {
    return new ComparisonOptions(other, models, pruning, prediction, place);
  }

  /** The same with other networks. */
  public ComparisonOptions with(Models other) {
    return new ComparisonOptions(images, other, pruning, prediction, place);
  }

  /** The same with other pruning. */
  public ComparisonOptions with(Pruned other) {
    return new ComparisonOptions(images, models, other, prediction, place);
  }

  /** The same with another way to run. */
  public ComparisonOptions with(Prediction other) {
    return new ComparisonOptions(images, models, pruning, other, place);
  }
}
