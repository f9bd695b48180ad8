package org.exemplar.classifier.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.classifier.comparison.ComparedRun;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ImageRow;
import org.exemplar.classifier.comparison.OutputKind;
import org.exemplar.classifier.comparison.Precision;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PrunedWeights;
import org.exemplar.classifier.comparison.PrunedWeights.GivenCopy;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.PruningPlan;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.images.Decoding;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.classifier.prune.PrunableWeights;
import org.exemplar.classifier.prune.Pruning;
import org.exemplar.classifier.torch.Network;
import org.exemplar.classifier.torch.TorchRuntime;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;

/** Every run at every sparsity, one table after the other. */
final class Sweep {
  /** Pixels in one call on a CPU: what the layers give so stays near the core. */
  private static final int CPU_PIXELS = 4 * 256 * 256;

  private static final int CPU_BATCH_MIN = 4;
  private static final int CPU_BATCH_MAX = 16;
  private static final int GPU_BATCH = 128;

  private final Inputs inputs;
  private final ComparisonOptions options;
  private final TorchRuntime runtime;
  private final Watch watch;
  private final String imagesDigest;

  /** What is compared. */
  record Inputs(
      List<RunFacts> runs,
      List<RunFacts> copies,
      List<String> findings,
      Decoding.Decoded images,
      Preprocessing preprocessing) {}

  /** Who hears of it. */
  record Watch(Progress progress, Cancellation cancellation, Consumer<String> warning) {}

  /** What came of it. */
  record Outcome(List<ComparedRun> runs, OutputKind output, int tablesMade) {}

  Sweep(Inputs inputs, ComparisonOptions options, TorchRuntime runtime, Watch watch) {
    this.inputs = inputs;
    this.options = options;
    this.runtime = runtime;
    this.watch = watch;
    Sha256.Running digest = Sha256.running();
    for (ImageRow row : inputs.images.table().rows()) {
      digest.add(Sha256.parse(row.sha256()).bytes());
    }
    imagesDigest = digest.digest().hex();
  }

  List<String> findings() {
    return inputs.findings;
  }

  PruningMethod method() {
    if (!inputs.copies.isEmpty()) {
      return PruningMethod.GIVEN;
    }
    return options.pruning().mask() != null ? PruningMethod.MASK : options.pruning().method();
  }

  /** The sparsities asked for; one measured on the first run where a mask or copies are given. */
  List<Sparsity> sparsities(List<Sparsity> wanted) {
    PruningMethod method = method();
    if (method != PruningMethod.GIVEN && method != PruningMethod.MASK) {
      return wanted;
    }
    if (wanted.size() > 1) {
      throw new Problem(
          "A mask or pruned copies have one sparsity; name it with a single --sparsity.");
    }
    return wanted.isEmpty() ? List.of(measured(method)) : wanted;
  }

  private Sparsity measured(PruningMethod method) {
    RunFacts first =
        method == PruningMethod.GIVEN ? inputs.copies.getFirst() : inputs.runs.getFirst();
    Checkpoint checkpoint = CheckpointReader.read(first.file());
    PrunableWeights weights = PrunableWeights.of(checkpoint.tensors(), checkpoint.prunable());
    KeepMask mask =
        method == PruningMethod.GIVEN ? KeepMask.ofZeros(weights) : givenMask(weights.total());
    double share = weights.total() == 0 ? 0 : (double) mask.pruned() / weights.total();
    var sparsity = new Sparsity(Math.min(0.99, Math.rint(share * 100) / 100));
    if (sparsity.isDense()) {
      throw new Problem(
          first.file()
              + " shows no weights set to zero, so its sparsity is not known; name it with"
              + " --sparsity.");
    }
    return sparsity;
  }

  private KeepMask givenMask(int total) {
    Path mask = options.pruning().mask();
    if (mask == null) {
      throw new IllegalStateException("no mask");
    }
    return KeepMask.read(mask, total);
  }

  ExistingComparison.Fingerprint fingerprint(PruningPlan plan) {
    return new ExistingComparison.Fingerprint(
        inputs.findings,
        inputs.runs.stream().map(run -> run.sha256().hex()).toList(),
        plan.method(),
        plan.seed(),
        inputs.preprocessing,
        options.prediction().machine().precision());
  }

  Outcome run(PruningPlan plan, Path out) {
    int rows = inputs.images.table().size();
    boolean gpu = runtime.device().equals("gpu");
    int threads = gpu ? 2 : options.prediction().machine().threadsOr(ComparisonRun.cores());
    int fair = Math.max(1, (rows + threads - 1) / threads);
    int batch =
        Math.min(fair, options.prediction().machine().batchOr(gpu ? GPU_BATCH : cpuBatch()));
    runtime.threads(1);
    try (var predictor =
        new BatchPredictor(
            inputs.images.pictures(),
            inputs.preprocessing,
            inputs.findings.size(),
            new BatchPredictor.Load(batch, threads))) {
      var tables = new Tables(predictor, out, plan.sparsities().size() + 1);
      var runs = new ArrayList<ComparedRun>();
      for (int run = 0; run < inputs.runs.size(); run++) {
        runs.add(tables.run(run, plan));
      }
      return new Outcome(runs, tables.output(), tables.made);
    }
  }

  private int cpuBatch() {
    int size = inputs.preprocessing.size();
    return Math.clamp((long) CPU_PIXELS / size / size, CPU_BATCH_MIN, CPU_BATCH_MAX);
  }

  /** The tables of all runs under way. */
  private final class Tables {
    private final BatchPredictor predictor;
    private final Path out;
    private final FinishedTables finished;
    private final ExistingComparison existing;
    private final long total;
    private @Nullable OutputKind output;
    private long images;
    private int made;

    Tables(BatchPredictor predictor, Path out, int tablesPerRun) {
      this.predictor = predictor;
      this.out = out;
      this.existing = new ExistingComparison(out);
      this.finished = FinishedTables.open(out.resolve("predictions"));
      this.output = options.prediction().output();
      this.total = (long) tablesPerRun * inputs.runs.size() * inputs.images.table().size();
    }

    OutputKind output() {
      return output == null ? OutputKind.LOGITS : output;
    }

    ComparedRun run(int run, PruningPlan plan) {
      RunFacts facts = inputs.runs.get(run);
      Checkpoint checkpoint = readAgain(facts);
      var pruned = new TreeMap<Sparsity, PrunedWeights>();
      String architecture;
      try (var network = new LazyNetwork(runtime, checkpoint)) {
        if (output == null) {
          output = detect(checkpoint, network);
        }
        table(run, Sparsity.DENSE, facts.sha256() + " dense", network::dense);
        PrunableWeights weights = PrunableWeights.of(checkpoint.tensors(), checkpoint.prunable());
        for (Sparsity sparsity : plan.sparsities()) {
          watch.cancellation.throwIfRequested();
          pruned.put(
              sparsity,
              plan.method() == PruningMethod.GIVEN
                  ? copy(run, sparsity)
                  : masked(run, sparsity, weights, network));
        }
        architecture =
            network.ranAs().or(() -> existing.architecture(run)).orElse(facts.architecture());
      }
      return new ComparedRun(facts.file().toString(), facts.sha256().hex(), architecture, pruned);
    }

    private Checkpoint readAgain(RunFacts facts) {
      Checkpoint checkpoint = CheckpointReader.read(facts.file());
      if (!Sha256.ofFile(facts.file()).equals(facts.sha256())) {
        throw new Problem(facts.file() + " changed while the comparison ran; start it again.");
      }
      return checkpoint;
    }

    private PrunedWeights masked(
        int run, Sparsity sparsity, PrunableWeights weights, LazyNetwork network) {
      if (weights.total() == 0) {
        network.requirePrunable();
      }
      Pruning.Choice choice =
          options.pruning().mask() != null
              ? new Pruning.Choice(givenMask(weights.total()), 0)
              : Pruning.choose(method(), weights, sparsity, options.pruning().seed() + run);
      String sha256 = choice.keep().sha256().hex();
      String source = inputs.runs.get(run).sha256() + " mask " + sha256;
      table(run, sparsity, source, () -> network.pruned(choice.keep()));
      return new PrunedWeights(
          choice.keep().pruned(), weights.total(), sha256, choice.ties(), null);
    }

    private PrunedWeights copy(int run, Sparsity sparsity) {
      RunFacts facts = inputs.copies.get(run);
      Checkpoint checkpoint = readAgain(facts);
      PrunableWeights weights = PrunableWeights.of(checkpoint.tensors(), checkpoint.prunable());
      KeepMask zeros = KeepMask.ofZeros(weights);
      try (var network = new LazyNetwork(runtime, checkpoint)) {
        table(run, sparsity, facts.sha256() + " copy", network::dense);
      }
      return new PrunedWeights(
          zeros.pruned(),
          weights.total(),
          zeros.sha256().hex(),
          0,
          new GivenCopy(facts.file().toString(), facts.sha256().hex()));
    }

    private OutputKind detect(Checkpoint checkpoint, LazyNetwork network) {
      if (checkpoint instanceof Checkpoint.Weights weights) {
        return weights.graph().endsInSigmoid() ? OutputKind.PROBABILITIES : OutputKind.LOGITS;
      }
      for (float value : predictor.first(network.dense())) {
        if (value < 0 || value > 1) {
          return OutputKind.LOGITS;
        }
      }
      return OutputKind.PROBABILITIES;
    }

    /** Nothing for float32: tables of earlier versions stay finished. */
    private String inPrecision() {
      Precision precision = options.prediction().machine().precision();
      return precision == Precision.FLOAT32 ? "" : " " + precision.text();
    }

    private interface NetworkSource {
      Network get();
    }

    private void table(int run, Sparsity sparsity, String source, NetworkSource network) {
      Path file = ComparisonFolder.tableFile(out, run, sparsity);
      String stage = "Run " + (run + 1) + " of " + inputs.runs.size() + ", sparsity " + sparsity;
      Sha256 key =
          Sha256.ofText(
              String.join(
                  "\n",
                  source,
                  imagesDigest,
                  inputs.preprocessing.toString(),
                  output().text() + inPrecision(),
                  String.join("\n", inputs.findings)));
      if (!finished.has(file, key)) {
        var table =
            new TableWriting(
                inputs.images.table(),
                inputs.findings.size(),
                output(),
                "run "
                    + (run + 1)
                    + " ("
                    + inputs.runs.get(run).file()
                    + ") at sparsity "
                    + sparsity);
        table.write(
            file,
            sink -> predictor.all(network.get(), watch.cancellation, sink),
            done -> watch.progress.report(stage, images + done, total));
        finished.add(file, key);
        made++;
        if (table.isConstant()) {
          watch.warning.accept(
              "Run "
                  + (run + 1)
                  + " at sparsity "
                  + sparsity
                  + " gives the same outputs for every image: nothing of the network is left.");
        }
      }
      images += inputs.images.table().size();
      watch.progress.report(stage, images, total);
    }
  }
}
