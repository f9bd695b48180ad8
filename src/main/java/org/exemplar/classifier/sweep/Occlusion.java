package org.exemplar.classifier.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.classifier.comparison.ComparedRun;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ComparisonManifest;
import org.exemplar.classifier.comparison.OutputKind;
import org.exemplar.classifier.comparison.PrunedWeights;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.images.Pictures;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.classifier.prune.PrunableWeights;
import org.exemplar.classifier.prune.Pruning;
import org.exemplar.classifier.torch.Device;
import org.exemplar.classifier.torch.Network;
import org.exemplar.classifier.torch.TorchRuntime;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.BilinearResize;
import org.exemplar.radiograph.Gray8;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Where the networks of a comparison look, by occlusion sensitivity (Zeiler and Fergus, Visualizing
 * and Understanding Convolutional Networks, ECCV 2014, section 4.2): a square in the image's mean
 * gray, a sixth of its side, slides over the network's input in {@value #CELLS} × {@value #CELLS}
 * steps; the map holds how far each finding's logit falls while the square lies there. Dense and
 * pruned networks are those of the comparison, pruned again in the same way.
 *
 * <p>Such a map says which parts this output hung on. It does not say what a radiologist would call
 * evidence: a part whose loss another part makes up for does not show, a gray square is itself
 * something the network was never trained on, and nothing finer than the square can be told.
 */
public final class Occlusion {
  /** Positions along each side. */
  public static final int CELLS = 14;

  private static final int PATCH = 6;
  private static final int BATCH = 8;
  private static final double EDGE = 1e-6;

  private final Request request;
  private final ComparisonManifest manifest;
  private final TorchRuntime runtime;
  private final Progress progress;
  private final Cancellation cancellation;
  private long done;

  /**
   * What is asked for.
   *
   * @param folder the comparison
   * @param film the radiograph as it was read for the comparison
   * @param sparsity of the pruned networks, one of the comparison's
   * @param cache of the application, where the engine unpacks itself
   */
  public record Request(ComparisonFolder folder, Gray8 film, Sparsity sparsity, Path cache) {}

  /**
   * The maps of one run.
   *
   * @param run from 0
   */
  public record RunMaps(int run, OcclusionMap dense, OcclusionMap pruned) {}

  private Occlusion(Request request, Progress progress, Cancellation cancellation) {
    this.request = request;
    this.manifest = request.folder.manifest();
    this.progress = progress;
    this.cancellation = cancellation;
    boolean cpu = manifest.settings().device().equals("cpu");
    runtime =
        TorchRuntime.start(
            request.cache.resolve("libtorch"),
            cpu ? Device.CPU : Device.AUTO,
            manifest.settings().precision());
  }

  /**
   * Computes the maps of all runs.
   *
   * @param each told a run's maps as soon as they are there
   * @throws Problem if a checkpoint is gone or changed, or a network cannot be pruned again as it
   *     was
   */
  public static List<RunMaps> of(
      Request request, Consumer<RunMaps> each, Progress progress, Cancellation cancellation) {
    ComparisonManifest manifest = request.folder.manifest();
    for (int run = 0; run < manifest.runs().size(); run++) {
      ComparedRun compared = manifest.runs().get(run);
      checked(request, compared.checkpoint(), compared.sha256(), run);
    }
    return new Occlusion(request, progress, cancellation).all(each);
  }

  private List<RunMaps> all(Consumer<RunMaps> each) {
    List<RunMaps> all = new ArrayList<>();
    var preprocessing = manifest.settings().preprocessing();
    int size = preprocessing.size();
    Covered covered = new Covered(BilinearResize.to(request.film, size, size).toBytes(), size);
    int threads = Runtime.getRuntime().availableProcessors();
    runtime.threads(1);
    try (var predictor =
        new BatchPredictor(
            covered,
            preprocessing,
            manifest.findings().size(),
            new BatchPredictor.Load(BATCH, threads))) {
      for (int run = 0; run < manifest.runs().size(); run++) {
        RunMaps maps = run(run, predictor);
        all.add(maps);
        each.accept(maps);
      }
    }
    return all;
  }

  private RunMaps run(int run, BatchPredictor predictor) {
    ComparedRun compared = manifest.runs().get(run);
    Path file = checked(request, compared.checkpoint(), compared.sha256(), run);
    Checkpoint checkpoint = CheckpointReader.read(file);
    try (var network = new LazyNetwork(runtime, checkpoint)) {
      OcclusionMap dense = map(network.dense(), predictor, run, "dense");
      PrunedWeights pruned = compared.pruned().get(request.sparsity);
      if (pruned == null) {
        throw new Problem("Sparsity " + request.sparsity + " was not compared.");
      }
      PrunedWeights.GivenCopy copy = pruned.copy();
      if (copy != null) {
        Path other = checked(request, copy.checkpoint(), copy.sha256(), run);
        try (var second = new LazyNetwork(runtime, CheckpointReader.read(other))) {
          return new RunMaps(run, dense, map(second.dense(), predictor, run, "pruned"));
        }
      }
      Network again = network.pruned(mask(run, checkpoint, pruned));
      return new RunMaps(run, dense, map(again, predictor, run, "pruned"));
    }
  }

  private KeepMask mask(int run, Checkpoint checkpoint, PrunedWeights pruned) {
    PruningMethod method = manifest.plan().method();
    if (method == PruningMethod.MASK || method == PruningMethod.GIVEN) {
      throw new Problem(
          "These networks were pruned by a mask from a file, which the comparison does not keep;"
              + " they cannot be pruned again.");
    }
    PrunableWeights weights = PrunableWeights.of(checkpoint.tensors(), checkpoint.prunable());
    KeepMask keep =
        Pruning.choose(method, weights, request.sparsity, manifest.plan().seed() + run).keep();
    if (!keep.sha256().hex().equals(pruned.maskSha256())) {
      throw new Problem(
          "Run "
              + (run + 1)
              + " cannot be pruned again exactly as it was; run the comparison again with this"
              + " version of the program.");
    }
    return keep;
  }

  /** The checkpoint's file, as it was named or beside the comparison. */
  private static Path checked(Request request, String named, String sha256, int run) {
    Path asGiven = Path.of(named);
    Path file = Files.isRegularFile(asGiven) ? asGiven : beside(request.folder.path(), asGiven);
    if (file == null) {
      throw new Problem(
          "The checkpoint of run "
              + (run + 1)
              + ", "
              + named
              + ", is no longer there; put it back, or compare again.");
    }
    if (!Sha256.ofFile(file).hex().equals(sha256)) {
      throw new Problem(
          "The checkpoint of run "
              + (run + 1)
              + ", "
              + named
              + ", has changed since the comparison; put the old one back, or compare again.");
    }
    return file;
  }

  private static @Nullable Path beside(Path comparison, Path named) {
    Path parent = comparison.toAbsolutePath().normalize().getParent();
    Path file = parent == null ? named : parent.resolve(named);
    return Files.isRegularFile(file) ? file : null;
  }

  private OcclusionMap map(Network network, BatchPredictor predictor, int run, String which) {
    int findings = manifest.findings().size();
    int positions = CELLS * CELLS;
    float[] whole = new float[findings];
    float[] drops = new float[positions * findings];
    long total = 2L * manifest.runs().size() * (positions + 1);
    String stage = "Run " + (run + 1) + " of " + manifest.runs().size() + ", " + which;
    predictor.all(
        network,
        cancellation,
        (first, outputs) -> {
          for (int i = 0; i < outputs.length; i++) {
            int row = first + i / findings;
            int finding = i % findings;
            float logit = logit(outputs[i]);
            if (row == 0) {
              whole[finding] = logit;
            } else {
              drops[(row - 1) * findings + finding] = whole[finding] - logit;
            }
          }
          progress.report(stage, done + first, total);
        });
    done += positions + 1;
    progress.report(stage, done, total);
    return new OcclusionMap(CELLS, findings, drops);
  }

  private float logit(float output) {
    if (manifest.settings().output() == OutputKind.LOGITS) {
      return output;
    }
    double p = Math.clamp(output, EDGE, 1 - EDGE);
    return (float) Math.log(p / (1 - p));
  }

  /** The picture itself, then with the square at each position. */
  private static final class Covered implements Pictures {
    private final byte[] picture;
    private final int size;

    Covered(byte[] picture, int size) {
      this.picture = picture;
      this.size = size;
    }

    @Override
    public int count() {
      return 1 + CELLS * CELLS;
    }

    @Override
    public void copy(int row, byte[] into) {
      System.arraycopy(picture, 0, into, 0, picture.length);
      if (row > 0) {
        int cell = row - 1;
        int half = Math.max(1, size / PATCH) / 2;
        int top = centre(cell / CELLS) - half;
        int left = centre(cell % CELLS) - half;
        byte gray = mean();
        for (int y = Math.max(0, top); y < Math.min(size, top + 2 * half + 1); y++) {
          int from = y * size + Math.max(0, left);
          int to = y * size + Math.min(size, left + 2 * half + 1);
          java.util.Arrays.fill(into, from, to, gray);
        }
      }
    }

    private int centre(int cell) {
      return (2 * cell + 1) * size / (2 * CELLS);
    }

    private byte mean() {
      long sum = 0;
      for (byte value : picture) {
        sum += value & 0xff;
      }
      return (byte) (sum / picture.length);
    }
  }
}
