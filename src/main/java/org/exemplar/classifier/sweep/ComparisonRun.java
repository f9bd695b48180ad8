package org.exemplar.classifier.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.exemplar.classifier.comparison.ComparedRun;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ComparisonManifest;
import org.exemplar.classifier.comparison.PredictionSettings;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.PruningPlan;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.images.Decoding;
import org.exemplar.classifier.images.GrayCache;
import org.exemplar.classifier.images.ImageFiles;
import org.exemplar.classifier.images.ImagePlan;
import org.exemplar.classifier.images.LabelFile;
import org.exemplar.classifier.torch.TorchRuntime;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Makes a comparison: checks the models, decodes the images once, predicts every run at every
 * sparsity, and writes the folder's {@code manifest.json} last.
 *
 * <p>Started again with the same options it goes on where it stopped; started again after it
 * finished it computes nothing, or only sparsities that were not there.
 */
public final class ComparisonRun {
  private static final long CACHE_LIMIT = 8L << 30;
  private static final Sparsity DEFAULT_SPARSITY = new Sparsity(0.9);

  private final ComparisonOptions options;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Path out;
  private final List<String> warnings = new ArrayList<>();

  private ComparisonRun(ComparisonOptions options, Progress progress, Cancellation cancellation) {
    this.options = options;
    this.progress = progress;
    this.cancellation = cancellation;
    this.out = options.place().out();
  }

  /**
   * Runs, on the calling thread and as many more as the options say.
   *
   * @return the finished folder, opened
   * @throws Problem if an input cannot be used, the disk is full, or the folder is taken
   * @throws java.util.concurrent.CancellationException if cancelled; finished tables stay
   */
  public static ComparisonResult run(
      ComparisonOptions options, Progress progress, Cancellation cancellation) {
    try (FolderLock _ = FolderLock.take(options.place().out())) {
      return new ComparisonRun(options, progress, cancellation).run();
    }
  }

  private ComparisonResult run() {
    FutureTask<TorchRuntime> engine = startEngine();
    ComparisonOptions.Models models = options.models();
    List<RunFacts> runs =
        RunFacts.readAll(
            ModelFiles.resolve(models.models()), models.architecture(), progress, cancellation);
    List<RunFacts> copies =
        models.copies().isEmpty()
            ? List.of()
            : RunFacts.readAll(ModelFiles.resolve(models.copies()), null, progress, cancellation);
    requireOneCopyEach(runs, copies);
    if (runs.stream().anyMatch(run -> run.architecture().startsWith("ONNX"))) {
      warnings.add(
          "ONNX models carry folded batch normalisation: pruning by magnitude chooses other weights"
              + " than in PyTorch.");
    }
    Path labelPath = options.images().labels();
    LabelFile labels = labelPath == null ? null : LabelFile.read(labelPath);
    FindingNames findings =
        FindingNames.choose(
            models.findings(), runs.getFirst().file(), labels, runs.getFirst().findings());
    if (models.findings() == null) {
      warnings.add("The names of the findings were taken from " + findings.source() + ".");
    }
    Preprocessing preprocessing = preprocessing(runs.getFirst());
    try (EarlyOutputs early = early(runs.getFirst(), preprocessing, findings.names().size())) {
      Decoding.Decoded images =
          decode(
              plan(labels, findings.names()),
              findings.names(),
              preprocessing,
              decoding -> {
                if (early != null) {
                  predictEarly(early, started(engine), decoding, runs.size());
                }
              });
      if (!images.counts().leftOut().isEmpty()) {
        warnings.add(
            images.counts().leftOut().size()
                + " images or label rows were left out; manifest.json gives the reason of each.");
      }
      var inputs = new Sweep.Inputs(runs, copies, findings.names(), images, preprocessing);
      return finish(inputs, started(engine), early);
    }
  }

  /** Null where some table may be there: then the images have to be known first. */
  private @Nullable EarlyOutputs early(RunFacts first, Preprocessing preprocessing, int findings) {
    boolean begun =
        new ExistingComparison(out).isThere()
            || !FinishedTables.open(out.resolve("predictions")).isEmpty();
    return begun ? null : new EarlyOutputs(first, preprocessing, findings);
  }

  private void predictEarly(
      EarlyOutputs early, TorchRuntime runtime, Decoding.Running decoding, int runs) {
    int rows = decoding.planned();
    long total = (long) (Math.max(1, wanted().size()) + 1) * runs * rows;
    String stage = Sweep.stage(0, runs, Sparsity.DENSE);
    early.predict(
        runtime,
        decoding.pictures(),
        new EarlyOutputs.Work(
            options.prediction().machine(),
            rows,
            cancellation,
            done -> {
              if (decoding.isOver()) {
                progress.report(stage, done, total);
              }
            }));
  }

  private ComparisonResult finish(
      Sweep.Inputs inputs, TorchRuntime runtime, @Nullable EarlyOutputs early) {
    var sweep =
        new Sweep(inputs, options, runtime, new Sweep.Watch(progress, cancellation, warnings::add));
    Decoding.Decoded images = inputs.images();
    var existing = new ExistingComparison(out);
    List<Sparsity> sparsities = existing.joined(sweep.sparsities(wanted()));
    PruningMethod method = sweep.method();
    var plan = new PruningPlan(method, options.pruning().seed(), sparsities);
    existing.requireSame(sweep.fingerprint(plan), images.table());
    if (!existing.isThere()) {
      images.table().write(out.resolve("images.csv"));
    }
    Sweep.Outcome outcome = sweep.run(plan, out, early);
    List<ComparedRun> compared = outcome.runs();
    new ComparisonManifest(
            inputs.findings(),
            compared,
            plan,
            new PredictionSettings(
                options.place().version(),
                inputs.preprocessing(),
                outcome.output(),
                runtime.device(),
                options.prediction().machine().precision()),
            images.counts())
        .write(out.resolve("manifest.json"));
    return new ComparisonResult(
        ComparisonFolder.open(out), runtime.note(), outcome.tablesMade(), warnings);
  }

  private List<Sparsity> wanted() {
    List<Sparsity> given = options.pruning().sparsities();
    boolean named = options.pruning().mask() != null || !options.models().copies().isEmpty();
    return given.isEmpty() && !named ? List.of(DEFAULT_SPARSITY) : given;
  }

  private FutureTask<TorchRuntime> startEngine() {
    var task =
        new FutureTask<>(() ->
            TorchRuntime.start(
                options.place().cache().resolve("libtorch"),
                options.prediction().machine().device(),
                options.prediction().machine().precision()));
    Thread.ofPlatform().daemon().name("engine-start").start(task);
    return task;
  }

  private static TorchRuntime started(FutureTask<TorchRuntime> engine) {
    try {
      return engine.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Problem problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void requireOneCopyEach(List<RunFacts> runs, List<RunFacts> copies) {
    if (!copies.isEmpty() && copies.size() != runs.size()) {
      throw new Problem(
          copies.size()
              + " pruned copies are given for "
              + runs.size()
              + " models; give --pruned one copy per model, in the same order.");
    }
  }

  private Preprocessing preprocessing(RunFacts first) {
    ComparisonOptions.Prediction prediction = options.prediction();
    Preprocessing asked = prediction.preprocessing();
    if (first.channels() == 1 && asked.channels() == 3 && !prediction.channelsGiven()) {
      warnings.add(
          first.file()
              + " takes one channel: the first mean and deviation are used. If it"
              + " normalises inside, give --channels 1 --mean 0 --deviation 1.");
      return asked.withOneChannel();
    }
    if (first.channels() > 0 && first.channels() != asked.channels()) {
      throw new Problem(
          first.file()
              + " takes "
              + first.channels()
              + " channels, not "
              + asked.channels()
              + "; give --channels "
              + first.channels()
              + ".");
    }
    return asked;
  }

  private ImagePlan plan(@Nullable LabelFile labels, List<String> findings) {
    ImageFiles files = ImageFiles.list(options.images().images(), RadiographFiles.installed());
    Path labelPath = options.images().labels();
    return labels == null || labelPath == null
        ? ImagePlan.withoutLabels(files)
        : ImagePlan.withLabels(files, labels, labelPath, findings);
  }

  private Decoding.Decoded decode(
      ImagePlan plan,
      List<String> findings,
      Preprocessing preprocessing,
      Consumer<Decoding.Running> meanwhile) {
    int threads = options.prediction().machine().threadsOr(cores());
    Path root = options.place().cache().resolve("images");
    var settings = new Decoding.Settings(findings, options.images().allowMissing(), threads);
    try (GrayCache cache = GrayCache.open(root, preprocessing.size(), CACHE_LIMIT);
        Decoding.Running decoding =
            new Decoding(RadiographFiles.installed(), cache, preprocessing.size())
                .start(plan, settings, progress, cancellation)) {
      meanwhile.accept(decoding);
      return decoding.finish();
    }
  }

  static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }
}
