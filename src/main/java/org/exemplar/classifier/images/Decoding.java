package org.exemplar.classifier.images;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.exemplar.classifier.comparison.ImageCounts;
import org.exemplar.classifier.comparison.ImageTable;
import org.exemplar.classifier.images.ImagePlan.Planned;
import org.exemplar.classifier.images.ImageReading.Looked;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/** Reads, decodes and resizes every image once, on several threads, into the cache. */
public final class Decoding {
  private final ImageReading reading;
  private final GrayCache cache;

  /**
   * A decoder into a cache.
   *
   * @param size side of the cache's pictures
   */
  public Decoding(RadiographFiles radiographs, GrayCache cache, int size) {
    this.reading = new ImageReading(radiographs, cache, size);
    this.cache = cache;
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
    private final List<Future<Looked>> results = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private final ExecutorService pool;

    private Running(
        ImagePlan plan, Settings settings, Progress progress, Cancellation cancellation) {
      this.plan = plan;
      this.settings = settings;
      this.cancellation = cancellation;
      pool = Executors.newFixedThreadPool(settings.threads());
      for (Planned image : plan.images()) {
        Callable<Looked> task =
            () -> {
              cancellation.throwIfRequested();
              Looked result = reading.look(image.file());
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

    private static int slot(Future<Looked> future) throws ExecutionException, InterruptedException {
      return future.get().slot();
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

  private Decoded collect(ImagePlan plan, List<Future<Looked>> results, Settings settings) {
    List<Looked> looked = results.stream().map(Decoding::get).toList();
    ImageTally tally = ImageTally.of(plan, looked, settings);
    int[] slotOfRow = looked.stream().mapToInt(Looked::slot).filter(slot -> slot >= 0).toArray();
    return new Decoded(tally.table(), cache.map(slotOfRow), tally.counts());
  }

  private static Looked get(Future<Looked> future) {
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
