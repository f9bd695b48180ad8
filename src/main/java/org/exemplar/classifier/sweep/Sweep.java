package org.exemplar.classifier.sweep;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.classifier.comparison.ComparedRun;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ImageRow;
import org.exemplar.classifier.comparison.ImageTable;
import org.exemplar.classifier.comparison.OutputKind;
import org.exemplar.classifier.comparison.Precision;
import org.exemplar.classifier.comparison.PredictionTableWriter;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PrunedWeights;
import org.exemplar.classifier.comparison.PrunedWeights.GivenCopy;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.PruningPlan;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.classifier.prune.PrunableWeights;
import org.exemplar.classifier.prune.Pruning;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;

/** Every run at every sparsity, one table after the other. */
final class Sweep {
  private final Inputs inputs;
  private final ComparisonOptions options;
  private final Workplace workplace;
  private final Watch watch;
  private final String imagesDigest;

  /** What is compared. */
  record Inputs(
      List<RunFacts> runs,
      List<RunFacts> copies,
      List<String> findings,
      ImageTable images,
      Preprocessing preprocessing) {}

  /** Who hears of it. */
  record Watch(Progress progress, Cancellation cancellation, Consumer<String> warning) {}

  /** What came of it. */
  record Outcome(List<ComparedRun> runs, OutputKind output, int tablesMade) {}

  Sweep(Inputs inputs, ComparisonOptions options, Workplace workplace, Watch watch) {
    this.inputs = inputs;
    this.options = options;
    this.workplace = workplace;
    this.watch = watch;
    Sha256.Running digest = Sha256.running();
    for (ImageRow row : inputs.images.rows()) {
      digest.add(Sha256.parse(row.sha256()).bytes());
    }
    imagesDigest = digest.digest().hex();
  }

  /** What is being done, for people. */
  static String stage(int run, int runs, Sparsity sparsity) {
    return "Run " + (run + 1) + " of " + runs + ", sparsity " + sparsity;
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

  /** Makes the tables that are not finished. */
  Outcome run(PruningPlan plan, Path out) {
    try (var ahead = new Ahead()) {
      var tables = new Tables(ahead, out, plan.sparsities().size() + 1);
      var runs = new ArrayList<ComparedRun>();
      for (int run = 0; run < inputs.runs.size(); run++) {
        runs.add(tables.run(run, plan));
      }
      ahead.awaitWritten();
      return new Outcome(runs, tables.output(), tables.made);
    }
  }

  /** The tables of all runs under way. */
  private final class Tables {
    private final Ahead ahead;
    private final Path out;
    private final FinishedTables finished;
    private final ExistingComparison existing;
    private final long total;
    private @Nullable OutputKind output;
    private long images;
    private int made;

    Tables(Ahead ahead, Path out, int tablesPerRun) {
      this.ahead = ahead;
      this.out = out;
      this.existing = new ExistingComparison(out);
      this.finished = FinishedTables.open(out.resolve("predictions"));
      this.output = options.prediction().output();
      this.total = (long) tablesPerRun * inputs.runs.size() * inputs.images.size();
    }

    OutputKind output() {
      return output == null ? OutputKind.LOGITS : output;
    }

    ComparedRun run(int run, PruningPlan plan) {
      RunFacts facts = inputs.runs.get(run);
      var pruned = new TreeMap<Sparsity, PrunedWeights>();
      String architecture;
      try (RunningNetwork network = workplace.open(facts)) {
        if (output == null) {
          output = detect(network);
        }
        Checkpoint checkpoint = network.checkpoint();
        PrunableWeights weights = PrunableWeights.of(checkpoint.tensors(), checkpoint.prunable());
        Deque<Sparsity> left = new ArrayDeque<>(plan.sparsities());
        Supplier<Pruning.Choice> next = choice(run, left.peek(), weights);
        table(run, Sparsity.DENSE, facts.sha256() + " dense", network::dense);
        while (!left.isEmpty()) {
          watch.cancellation.throwIfRequested();
          Sparsity sparsity = left.remove();
          if (plan.method() == PruningMethod.GIVEN) {
            pruned.put(sparsity, copy(run, sparsity));
          } else {
            requirePrunable(weights, network);
            Pruning.Choice choice = next.get();
            next = choice(run, left.peek(), weights);
            pruned.put(sparsity, masked(run, sparsity, choice, network));
          }
        }
        architecture =
            network.ranAs().or(() -> existing.architecture(run)).orElse(facts.architecture());
      }
      return new ComparedRun(facts.file().toString(), facts.sha256().hex(), architecture, pruned);
    }

    private static void requirePrunable(PrunableWeights weights, RunningNetwork network) {
      if (weights.total() == 0) {
        network.requirePrunable();
      }
    }

    /** Chosen beside the work. */
    private Supplier<Pruning.Choice> choice(
        int run, @Nullable Sparsity sparsity, PrunableWeights weights) {
      PruningMethod method = method();
      if (sparsity == null || method == PruningMethod.GIVEN) {
        return () -> {
          throw new IllegalStateException("nothing to choose");
        };
      }
      Future<Pruning.Choice> choice =
          ahead.begin(() ->
              method == PruningMethod.MASK
                  ? new Pruning.Choice(givenMask(weights.total()), 0)
                  : Pruning.choose(method, weights, sparsity, options.pruning().seed() + run));
      return () -> Ahead.get(choice);
    }

    private PrunedWeights masked(
        int run, Sparsity sparsity, Pruning.Choice choice, RunningNetwork network) {
      String sha256 = choice.keep().sha256().hex();
      String source = inputs.runs.get(run).sha256() + " mask " + sha256;
      table(run, sparsity, source, sink -> network.pruned(choice.keep(), sink));
      return new PrunedWeights(
          choice.keep().pruned(), choice.keep().total(), sha256, choice.ties(), null);
    }

    private PrunedWeights copy(int run, Sparsity sparsity) {
      RunFacts facts = inputs.copies.get(run);
      PrunableWeights weights;
      try (RunningNetwork network = workplace.open(facts)) {
        Checkpoint checkpoint = network.checkpoint();
        weights = PrunableWeights.of(checkpoint.tensors(), checkpoint.prunable());
        table(run, sparsity, facts.sha256() + " copy", network::dense);
      }
      KeepMask zeros = KeepMask.ofZeros(weights);
      return new PrunedWeights(
          zeros.pruned(),
          weights.total(),
          zeros.sha256().hex(),
          0,
          new GivenCopy(facts.file().toString(), facts.sha256().hex()));
    }

    private OutputKind detect(RunningNetwork network) {
      if (network.checkpoint() instanceof Checkpoint.Weights weights) {
        return weights.graph().endsInSigmoid() ? OutputKind.PROBABILITIES : OutputKind.LOGITS;
      }
      for (float value : network.first()) {
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

    private void settle(PredictionTableWriter writer, Path file, Sha256 key) {
      try (writer) {
        writer.commit();
      }
      finished.add(file, key);
    }

    private void table(
        int run, Sparsity sparsity, String source, Consumer<BatchPredictor.Sink> outputs) {
      Path file = ComparisonFolder.tableFile(out, run, sparsity);
      String stage = stage(run, inputs.runs.size(), sparsity);
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
                inputs.images,
                inputs.findings.size(),
                output(),
                "run "
                    + (run + 1)
                    + " ("
                    + inputs.runs.get(run).file()
                    + ") at sparsity "
                    + sparsity);
        PredictionTableWriter writer =
            table.write(file, outputs, done -> watch.progress.report(stage, images + done, total));
        ahead.write(() -> settle(writer, file, key));
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
      images += inputs.images.size();
      watch.progress.report(stage, images, total);
    }
  }
}
