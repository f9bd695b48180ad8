package org.exemplar.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.exemplar.classifier.comparison.OutputKind;
import org.exemplar.classifier.comparison.Precision;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.sweep.ComparisonOptions;
import org.exemplar.classifier.sweep.ComparisonResult;
import org.exemplar.classifier.sweep.ComparisonRun;
import org.exemplar.classifier.torch.Device;
import org.exemplar.export.ComparisonFigures;
import org.exemplar.folders.AppFolders;
import org.exemplar.pie.PieAnalysis;
import org.exemplar.pie.PieOptions;
import org.exemplar.pie.PieResults;
import org.exemplar.pie.PieSummary;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** {@code exemplar compare}: prunes, predicts, and says where dense and pruned disagree. */
@CommandLine.Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Prunes networks in process, runs dense and pruned over the images, and finds the PIEs.",
      "Started again with the same options, it goes on where it stopped."
    })
final class CompareCommand extends Command {
  @ArgGroup(exclusive = false, multiplicity = "1", heading = "Images%n")
  private ImageOptions image = new ImageOptions();

  @ArgGroup(exclusive = false, multiplicity = "1", heading = "Networks%n")
  private ModelOptions model = new ModelOptions();

  @ArgGroup(exclusive = false, heading = "Pruning%n")
  private PruningOptions pruning = new PruningOptions();

  @ArgGroup(exclusive = false, heading = "Machine%n")
  private MachineOptions machine = new MachineOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The comparison's folder.")
  private @Nullable Path out;

  static final class ImageOptions {
    @Option(
        names = "--images",
        required = true,
        paramLabel = "DIR",
        description = "Folder of DICOM, PNG or JPEG images (or a CSV of paths).")
    private @Nullable Path images;

    @Option(
        names = "--labels",
        paramLabel = "CSV",
        description = "Labels; first column the image, 0/1 columns named like the findings.")
    private @Nullable Path labels;

    @Option(
        names = "--allow-missing",
        description = "Go on when more than 1 %% of the images are missing or unreadable.")
    private boolean allowMissing;

    @Option(
        names = "--image-size",
        paramLabel = "N",
        defaultValue = "256",
        description = "Side of the network's input (default: 256).")
    private int size;

    @Option(
        names = "--channels",
        paramLabel = "1|3",
        description = "Planes of the network's input (default: 3, or what the network takes).")
    private @Nullable Integer channels;

    @Option(
        names = "--mean",
        paramLabel = "a,b,c",
        split = ",",
        description = "Subtracted after division by 255 (default: ImageNet's).")
    private List<Double> mean = new ArrayList<>();

    @Option(
        names = "--deviation",
        paramLabel = "a,b,c",
        split = ",",
        description = "Divisor after that (default: ImageNet's).")
    private List<Double> deviation = new ArrayList<>();

    Preprocessing preprocessing() {
      Preprocessing paper = Preprocessing.PAPER;
      int planes = channels == null ? paper.channels() : channels;
      return new Preprocessing(
          size,
          planes,
          mean.isEmpty() ? paper.mean().subList(0, Math.min(planes, 3)) : mean,
          deviation.isEmpty() ? paper.deviation().subList(0, Math.min(planes, 3)) : deviation,
          paper.resize());
    }
  }

  static final class ModelOptions {
    @Option(
        names = "--models",
        required = true,
        arity = "1..*",
        paramLabel = "FILE|DIR",
        description = "One checkpoint for each run, or folders of them.")
    private List<Path> models = new ArrayList<>();

    @Option(
        names = "--architecture",
        paramLabel = "NAME",
        description =
            "What the networks must be, e.g. resnet50 (default: recognised from their shapes).")
    private @Nullable String architecture;

    @Option(
        names = "--findings",
        paramLabel = "FILE",
        description = "One finding per line, in the order of the outputs.")
    private @Nullable Path findings;

    @Option(
        names = "--output",
        paramLabel = "logits|probabilities",
        description = "What the networks give (default: detected).")
    private @Nullable String output;
  }

  static final class PruningOptions {
    @Option(
        names = "--method",
        paramLabel = "NAME",
        defaultValue = "l1",
        description = "l1 (default), random, layer-l1, structured-l1, structured-l2.")
    private String method = "l1";

    @Option(
        names = "--mask",
        paramLabel = "FILE",
        description = "A packed keep mask to use instead of a method.")
    private @Nullable Path mask;

    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "0",
        description = "Of random pruning (default: 0).")
    private long seed;

    @Option(
        names = "--sparsity",
        paramLabel = "LIST",
        description = "0.9, or 0.5,0.9, or 0.05:0.95:0.05 (default: 0.9).")
    private @Nullable String sparsity;

    @Option(
        names = "--pruned",
        arity = "1..*",
        paramLabel = "FILE|DIR",
        description = "Copies pruned elsewhere, one for each model in the same order.")
    private List<Path> pruned = new ArrayList<>();
  }

  static final class MachineOptions {
    @Option(
        names = "--device",
        paramLabel = "auto|cpu|gpu",
        defaultValue = "auto",
        description = "Where networks run (default: auto).")
    private String device = "auto";

    @Option(
        names = "--precision",
        paramLabel = "NAME",
        defaultValue = "float32",
        description = {
          "float32 (default); tf32: rounded products on NVIDIA GPUs, without effect on a CPU;",
          "bf16: kernels and images in bfloat16, on GPU and CPU; not for TorchScript files.",
          "Lay the result beside one in float32 with: exemplar pies FLOAT32 OTHER"
        })
    private String precision = "float32";

    @Option(
        names = "--batch",
        paramLabel = "N",
        defaultValue = "0",
        description = "Images in one call (default: chosen).")
    private int batch;

    @Option(
        names = "--threads",
        paramLabel = "N",
        defaultValue = "0",
        description = "Threads (default: one per core).")
    private int threads;
  }

  private final CompareLine.Comparing comparing;

  CompareCommand(Surroundings surroundings) {
    this(surroundings, ComparisonRun::run);
  }

  CompareCommand(Surroundings surroundings, CompareLine.Comparing comparing) {
    super(surroundings);
    this.comparing = comparing;
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    ComparisonResult result = comparing.run(options(), progress, cancellation);
    result.warnings().forEach(this::warn);
    PieResults results = PieAnalysis.run(result.folder(), PieOptions.PAPER, progress, cancellation);
    Path figures = result.folder().path().resolve("figures");
    var _ = ComparisonFigures.write(results, figures);
    PieSummary pies = results.summary();
    pies.warnings().forEach(this::warn);
    var manifest = result.folder().manifest();
    say(
        manifest.images().used()
            + " images, "
            + manifest.runs().size()
            + " runs, "
            + manifest.plan().sparsities().size()
            + " sparsities; "
            + result.tablesMade()
            + " tables computed now; device: "
            + result.device());
    say(
        pies.pies().size()
            + " PIEs at sparsity "
            + pies.criterion().text()
            + "; tables in "
            + result.folder().path()
            + ", figures in "
            + figures);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("out", result.folder().path().toString());
    facts.put("images", manifest.images().used());
    facts.put("left_out", manifest.images().leftOut().size());
    facts.put("runs", manifest.runs().size());
    facts.put("tables_computed", result.tablesMade());
    facts.put("sparsity", pies.criterion().text());
    facts.put("pies", pies.pies());
    facts.put("device", result.device());
    summary(facts);
  }

  private ComparisonOptions options() {
    AppFolders folders = AppFolders.ofThisSystem();
    List<Sparsity> sparsities =
        pruning.sparsity == null ? List.of() : Sparsity.parseList(pruning.sparsity);
    return new ComparisonOptions(
        new ComparisonOptions.Images(
            Objects.requireNonNull(image.images), image.labels, image.allowMissing),
        new ComparisonOptions.Models(
            model.models, pruning.pruned, model.findings, model.architecture),
        new ComparisonOptions.Pruned(
            PruningMethod.parse(pruning.method), pruning.seed, sparsities, pruning.mask),
        new ComparisonOptions.Prediction(
            image.preprocessing(),
            image.channels != null,
            model.output == null ? null : OutputKind.parse(model.output),
            new ComparisonOptions.Machine(
                Device.parse(machine.device),
                Precision.parse(machine.precision),
                machine.batch,
                machine.threads)),
        new ComparisonOptions.Place(
            Objects.requireNonNull(out), folders.cache(), Version.number()));
  }
}
