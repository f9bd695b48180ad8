package org.exemplar.cluster;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.exemplar.classifier.images.ImageReading.Looked;
import org.exemplar.classifier.images.ImageTally;
import org.exemplar.classifier.sweep.ComparisonOptions;
import org.exemplar.classifier.sweep.RunFacts;
import org.exemplar.classifier.sweep.RunningNetwork;
import org.exemplar.classifier.sweep.Workplace;
import org.exemplar.classifier.torch.TorchRuntime;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The executors of a Spark application. Decoded pictures stay where they were decoded, in Spark's
 * own storage (memory, then disk); Spark decodes again what is lost with an executor.
 */
final class SparkWorkplace implements Workplace {
  /** A share is held in memory as a whole while networks run over it. */
  private static final long LARGEST_SHARE_BYTES = 64L << 20;

  private static final int SMALLEST_SHARE = 16;

  /** Shares per core, so that slow images even out. */
  private static final int ROUNDS = 3;

  private final JavaSparkContext spark;
  private final ComparisonOptions options;
  private final Progress progress;
  private final Jobs jobs;
  private @Nullable State state;

  /** What is known once the images were looked at. */
  private record State(SparkNetwork.Place place, String note) {}

  /** What an executor says of its engine. */
  private record Node(String device, String note) implements Serializable {}

  /**
   * A place in an application.
   *
   * @param spark stays open when the place is closed
   */
  SparkWorkplace(
      JavaSparkContext spark,
      ComparisonOptions options,
      Progress progress,
      Cancellation cancellation) {
    this.spark = spark;
    this.options = options;
    this.progress = progress;
    this.jobs = new Jobs(spark, cancellation);
  }

  @Override
  public ImageTally look(Order order) {
    int threads = spark.getConf().getInt("spark.task.cpus", 1);
    TaskSettings settings =
        TaskSettings.of(
            options, order.preprocessing(), order.settings().findings().size(), threads);
    List<PlannedImage> planned =
        order.images().images().stream()
            .map(image -> new PlannedImage(image.file().toAbsolutePath().toString()))
            .toList();
    int perShare = perShare(planned.size(), spark.defaultParallelism(), settings.size());
    int shares = Math.max(1, (planned.size() + perShare - 1) / perShare);
    JavaRDD<SeenImage> pictures =
        spark
            .parallelize(planned, shares)
            .mapPartitions(new SeeImages(settings))
            .persist(StorageLevel.MEMORY_AND_DISK());
    List<Looked> looked = looked(pictures, planned.size(), perShare);
    ImageTally tally = ImageTally.of(order.images(), looked, order.settings());
    Node node = node(settings);
    var cut = new SparkNetwork.Shares(pictures, firstShare(looked, shares));
    state = new State(new SparkNetwork.Place(spark, jobs, settings, cut, node.device), node.note);
    return tally;
  }

  private List<Looked> looked(JavaRDD<SeenImage> pictures, int images, int perShare) {
    List<SeenImage> seen =
        jobs.collect(
            pictures.map(SeenImage::withoutPicture),
            "reading images",
            done -> progress.report("Reading images", Math.min(images, done * perShare), images));
    progress.report("Reading images", images, images);
    return seen.stream().map(SeenImage::looked).toList();
  }

  /** How many images one task takes. */
  static int perShare(int images, int cores, int size) {
    long largest = Math.max(1, LARGEST_SHARE_BYTES / size / size);
    long even = images / Math.max(1, (long) ROUNDS * cores);
    return (int) Math.clamp(even, Math.min(SMALLEST_SHARE, largest), largest);
  }

  /** The share of the first image that can be used; shares are cut as Spark cuts a list. */
  static int firstShare(List<Looked> looked, int shares) {
    int first = 0;
    while (first < looked.size() && looked.get(first).sha256() == null) {
      first++;
    }
    for (int share = 0; share < shares; share++) {
      if (first < (share + 1L) * looked.size() / shares) {
        return share;
      }
    }
    return shares - 1;
  }

  private Node node(TaskSettings settings) {
    return jobs.collect(
            spark
                .parallelize(List.of(settings), 1)
                .map(each -> {
                  TorchRuntime runtime = each.runtime();
                  return new Node(runtime.device(), runtime.note());
                }),
            "starting PyTorch",
            _ -> {})
        .getFirst();
  }

  private State state() {
    if (state == null) {
      throw new IllegalStateException("no image was looked at");
    }
    return state;
  }

  @Override
  public RunningNetwork open(RunFacts run) {
    return new SparkNetwork(state().place, run);
  }

  @Override
  public String device() {
    return state().place.device();
  }

  @Override
  public String note() {
    return state().note + ", on " + spark.master();
  }

  /** Executors in this very process (master {@code local}) give their network back here. */
  @Override
  public void close() {
    if (state != null) {
      state.place.shares().pictures().unpersist(false);
    }
    ExecutorNetwork.HERE.close();
  }
}
