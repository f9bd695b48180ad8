package org.exemplar.classifier.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.exemplar.classifier.comparison.ComparedRun;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ComparisonManifest;
import org.exemplar.classifier.comparison.ImageCounts;
import org.exemplar.classifier.comparison.PredictionSettings;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.PruningPlan;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.images.Decoding;
import org.exemplar.classifier.images.ImageFiles;
import org.exemplar.classifier.images.ImagePlan;
import org.exemplar.classifier.images.ImageTally;
import org.exemplar.classifier.images.LabelFile;
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
   * Runs on this computer: on the calling thread and as many more as the options say.
   *
   * @return the finished folder, opened
   * @throws Problem if an input cannot be used, the disk is full, or the folder is taken
   * @throws java.util.concurrent.CancellationException if cancelled; finished tables stay
   */
  public static ComparisonResult run(
      ComparisonOptions options, Progress progress, Cancellation cancellation) {
    return run(options, ThisComputer::new, progress, cancellation);
  }

  /** The same with its images decoded and its networks run at another place. */
  public static ComparisonResult run(
      ComparisonOptions options,
      Workplace.Opener place,
      Progress progress,
      Cancellation cancellation) {
    try (FolderLock _ = FolderLock.take(options.place().out());
        Workplace workplace = place.open(options, progress, cancellation)) {
      return new ComparisonRun(options, progress, cancellation).run(workplace);
    }
  }

  private ComparisonResult run(Workplace workplace) {
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
    FindingNames findings = FindingNames.choose(models.findings(), runs.getFirst(), labels);
    if (models.findings() == null) {
      warnings.add("The names of the findings were taken from " + findings.source() + ".");
    }
    Preprocessing preprocessing = preprocessing(runs.getFirst());
    ImageTally images =
        workplace.look(
            new Workplace.Order(
                plan(labels, findings.names()), settings(findings), preprocessing, runs));
    if (!images.counts().leftOut().isEmpty()) {
      warnings.add(
          images.counts().leftOut().size()
              + " images or label rows were left out; manifest.json gives the reason of each.");
    }
    var inputs = new Sweep.Inputs(runs, copies, findings.names(), images.table(), preprocessing);
    return finish(inputs, images.counts(), workplace);
  }

  private ComparisonResult finish(Sweep.Inputs inputs, ImageCounts counts, Workplace workplace) {
    var sweep =
        new Sweep(
            inputs, options, workplace, new Sweep.Watch(progress, cancellation, warnings::add));
    var existing = new ExistingComparison(out);
    List<Sparsity> sparsities = existing.joined(sweep.sparsities(options.sparsities()));
    PruningMethod method = sweep.method();
    var plan = new PruningPlan(method, options.pruning().seed(), sparsities);
    existing.requireSame(sweep.fingerprint(plan), inputs.images());
    if (!existing.isThere()) {
      inputs.images().write(out.resolve("images.csv"));
    }
    Sweep.Outcome outcome = sweep.run(plan, out);
    List<ComparedRun> compared = outcome.runs();
    new ComparisonManifest(
            inputs.findings(),
            compared,
            plan,
            new PredictionSettings(
                options.place().version(),
                inputs.preprocessing(),
                outcome.output(),
                workplace.device(),
                options.prediction().machine().precision()),
            counts)
        .write(out.resolve("manifest.json"));
    return new ComparisonResult(
        ComparisonFolder.open(out), workplace.note(), outcome.tablesMade(), warnings);
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

  private Decoding.Settings settings(FindingNames findings) {
    int threads = options.prediction().machine().threadsOr(cores());
    return new Decoding.Settings(findings.names(), options.images().allowMissing(), threads);
  }

  static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }
}
