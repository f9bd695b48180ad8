package org.exemplar.classifier.images;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.exemplar.classifier.comparison.ImageCounts;
import org.exemplar.classifier.comparison.ImageRow;
import org.exemplar.classifier.comparison.ImageTable;
import org.exemplar.classifier.comparison.LeftOut;
import org.exemplar.classifier.images.ImagePlan.Planned;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.Gray8;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;

/** Reads, decodes and resizes every image once, on several threads, into the cache. */
public final class Decoding {
  private static final double TOLERATED_SHARE = 0.01;

  private final RadiographFiles radiographs;
  private final GrayCache cache;
  private final int size;

  /**
   * A decoder into a cache.
   *
   * @param size side of the cache's pictures
   */
  public Decoding(RadiographFiles radiographs, GrayCache cache, int size) {
    this.radiographs = radiographs;
    this.cache = cache;
    this.size = size;
  }

  /**
   * What came of it.
   *
   * @param table rows of the images that could be read
   * @param pictures by row
   * @param counts with everything left out
   */
  public record Decoded(ImageTable table, Pictures pictures, ImageCounts counts) {}

  /** Begins to decode all, on threads of its own. */
  public Running start(
      ImagePlan plan, Settings settings, Progress progress, Cancellation cancellation) {
    return new Running(plan, settings, progress, cancellation);
  }

  /** Decoding under way. Closing it gives up what has not begun, and waits for the rest. */
  public final class Running implements AutoCloseable {
    private final ImagePlan plan;
    private final Settings settings;
    private final Cancellation cancellation;
    private final List<Future<Result>> results = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private final ExecutorService pool;

    private Running(
        ImagePlan plan, Settings settings, Progress progress, Cancellation cancellation) {
      this.plan = plan;
      this.settings = settings;
      this.cancellation = cancellation;
      pool = Executors.newFixedThreadPool(settings.threads());
      for (Planned image : plan.images()) {
        Callable<Result> task =
            () -> {
              cancellation.throwIfRequested();
              Result result = decode(image);
              progress.report("Reading images", done.incrementAndGet(), plan.images().size());
              return result;
            };
        results.add(pool.submit(task));
      }
    }

    /** How many images there are to look at. */
    public int planned() {
      return plan.images().size();
    }

    /** Whether every image was looked at. */
    public boolean isOver() {
      return done.get() == plan.images().size();
    }

    /**
     * The pictures in row order, each as soon as those before it are known. Valid until this is
     * closed. Rows end early where decoding fails; {@link #finish} says why.
     */
    public Pictures pictures() {
      return new GrowingPictures(
          cache, results.stream().<GrowingPictures.Slot>map(each -> () -> slot(each)).toList());
    }

    private static int slot(Future<Result> future) throws ExecutionException, InterruptedException {
      return future.get().slot;
    }

    /**
     * Waits for all.
     *
     * @throws Problem if too many images are missing or unreadable, or none is left
     */
    public Decoded finish() {
      pool.close();
      cancellation.throwIfRequested();
      return collect(plan, results, settings);
    }

    @Override
    public void close() {
      results.forEach(each -> each.cancel(false));
      pool.close();
    }
  }

  /**
   * How to decode.
   *
   * @param findings columns of the labels; ignored where the plan has none
   * @param allowMissing whether more than 1 % may be missing or unreadable
   * @param threads at least 1
   */
  public record Settings(List<String> findings, boolean allowMissing, int threads) {}

  /** {@code slot} is negative where there is no picture. */
  private record Result(@Nullable Sha256 sha256, int slot, String reason) {}

  private Result decode(Planned image) {
    byte[] content;
    try {
      content = Files.readAllBytes(image.file());
    } catch (IOException e) {
      return new Result(null, -1, "cannot be read: " + e.getClass().getSimpleName());
    }
    Sha256 sha256 = Sha256.of(content);
    Integer slot = cache.find(sha256);
    if (slot != null) {
      return new Result(sha256, slot, "");
    }
    Gray8 gray;
    try {
      gray = radiographs.gray8(image.file(), content, size, size);
    } catch (Problem e) {
      return new Result(null, -1, String.valueOf(e.getMessage()));
    }
    return new Result(sha256, cache.add(sha256, gray), "");
  }

  private Decoded collect(ImagePlan plan, List<Future<Result>> results, Settings settings) {
    var rows = new ArrayList<ImageRow>();
    var slots = new ArrayList<Integer>();
    var leftOut = new ArrayList<>(plan.leftOut());
    int unreadable = 0;
    for (int i = 0; i < results.size(); i++) {
      Planned image = plan.images().get(i);
      Result result = get(results.get(i));
      if (result.sha256 == null) {
        leftOut.add(new LeftOut(image.id(), result.reason));
        unreadable++;
      } else {
        rows.add(
            new ImageRow(
                image.id(), image.path(), result.sha256.hex(), image.labels(), image.extras()));
        slots.add(result.slot);
      }
    }
    requireEnough(plan, unreadable, rows.size(), leftOut, settings);
    boolean labelled = !plan.images().isEmpty() && !plan.images().getFirst().labels().isEmpty();
    var table = new ImageTable(labelled ? settings.findings : List.of(), plan.extraColumns(), rows);
    int[] slotOfRow = slots.stream().mapToInt(Integer::intValue).toArray();
    return new Decoded(
        table, cache.map(slotOfRow), new ImageCounts(plan.listed(), rows.size(), leftOut));
  }

  private static void requireEnough(
      ImagePlan plan, int unreadable, int used, List<LeftOut> leftOut, Settings settings) {
    int lost = plan.missing() + unreadable;
    String example =
        leftOut.isEmpty()
            ? ""
            : " (the first: " + leftOut.getFirst().id() + ": " + leftOut.getFirst().reason() + ")";
    if (used == 0) {
      throw new Problem("No image can be used" + example + "; check --images and --labels.");
    }
    if (!settings.allowMissing && lost > TOLERATED_SHARE * plan.listed()) {
      throw new Problem(
          String.format(
              Locale.ROOT,
              "%d of %d images are missing or unreadable%s; correct them, or go on without them with"
                  + " --allow-missing.",
              lost,
              plan.listed(),
              example));
    }
  }

  private static Result get(Future<Result> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
