package org.exemplar.classifier.sweep;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.images.Decoding;
import org.exemplar.classifier.images.GrayCache;
import org.exemplar.classifier.images.ImageTally;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.classifier.torch.TorchRuntime;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * This computer: images are decoded into the cache on several threads while the first network
 * already predicts, then every network runs over the cache.
 */
final class ThisComputer implements Workplace {
  private static final long CACHE_LIMIT = 8L << 30;

  private final ComparisonOptions options;
  private final Progress progress;
  private final Cancellation cancellation;
  private final FutureTask<TorchRuntime> engine;
  private @Nullable EarlyOutputs early;
  private @Nullable BatchPredictor predictor;

  ThisComputer(ComparisonOptions options, Progress progress, Cancellation cancellation) {
    this.options = options;
    this.progress = progress;
    this.cancellation = cancellation;
    engine = startEngine();
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

  private TorchRuntime started() {
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

  @Override
  public String device() {
    return started().device();
  }

  @Override
  public String note() {
    return started().note();
  }

  @Override
  public ImageTally look(Order order) {
    Preprocessing preprocessing = order.preprocessing();
    int findings = order.settings().findings().size();
    early = isBegun() ? null : new EarlyOutputs(order.runs().getFirst(), preprocessing, findings);
    Decoding.Decoded images = decode(order);
    TorchRuntime runtime = started();
    var load =
        BatchPredictor.Load.suited(
            runtime.device().equals("gpu"),
            options.prediction().machine(),
            preprocessing.size(),
            images.table().size());
    runtime.threads(1);
    predictor = new BatchPredictor(images.pictures(), preprocessing, findings, load);
    return new ImageTally(images.table(), images.counts());
  }

  /** Whether some table may be there: then the images have to be known first. */
  private boolean isBegun() {
    Path out = options.place().out();
    return new ExistingComparison(out).isThere()
        || !FinishedTables.open(out.resolve("predictions")).isEmpty();
  }

  private Decoding.Decoded decode(Order order) {
    RadiographFiles radiographs = RadiographFiles.installed();
    int size = order.preprocessing().size();
    Path root = options.place().cache().resolve("images");
    try (GrayCache cache = GrayCache.open(root, size, CACHE_LIMIT);
        Decoding.Running decoding =
            new Decoding(radiographs, cache, size)
                .start(order.images(), order.settings(), progress, cancellation)) {
      if (early != null) {
        predictEarly(early, decoding, order.runs().size());
      }
      return decoding.finish();
    }
  }

  private void predictEarly(EarlyOutputs outputs, Decoding.Running decoding, int runs) {
    int rows = decoding.planned();
    long total = (long) (Math.max(1, options.sparsities().size()) + 1) * runs * rows;
    String stage = Sweep.stage(0, runs, Sparsity.DENSE);
    outputs.predict(
        started(),
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

  @Override
  public RunningNetwork open(RunFacts run) {
    if (predictor == null) {
      throw new IllegalStateException("no image was looked at");
    }
    if (early != null && early.isOf(run)) {
      return new Here(early.take(), predictor, early);
    }
    Checkpoint checkpoint = run.readAgain();
    var network = new LazyNetwork(started(), checkpoint);
    return new Here(new EarlyOutputs.Opened(checkpoint, network), predictor, null);
  }

  @Override
  public void close() {
    if (predictor != null) {
      predictor.close();
    }
    if (early != null) {
      early.close();
    }
  }

  /** A network in this process. */
  private final class Here implements RunningNetwork {
    private final EarlyOutputs.Opened opened;
    private final BatchPredictor over;
    private final @Nullable EarlyOutputs known;

    Here(EarlyOutputs.Opened opened, BatchPredictor over, @Nullable EarlyOutputs known) {
      this.opened = opened;
      this.over = over;
      this.known = known;
    }

    @Override
    public Checkpoint checkpoint() {
      return opened.checkpoint();
    }

    @Override
    public float[] first() {
      return over.first(opened.network().dense());
    }

    @Override
    public void dense(BatchPredictor.Sink sink) {
      if (known == null) {
        over.all(opened.network().dense(), cancellation, sink);
      } else {
        known.replay(sink);
      }
    }

    @Override
    public void pruned(KeepMask keep, BatchPredictor.Sink sink) {
      over.all(opened.network().pruned(keep), cancellation, sink);
    }

    @Override
    public void requirePrunable() {
      opened.network().requirePrunable();
    }

    @Override
    public Optional<String> ranAs() {
      return opened.network().ranAs();
    }

    @Override
    public void close() {
      opened.network().close();
    }
  }
}
