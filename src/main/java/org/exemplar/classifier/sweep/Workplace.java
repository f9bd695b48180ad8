package org.exemplar.classifier.sweep;

import java.util.List;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.images.Decoding;
import org.exemplar.classifier.images.ImagePlan;
import org.exemplar.classifier.images.ImageTally;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * Where the images of one comparison are decoded and its networks run: on this computer, or on
 * others. All else (what is compared, which weights are removed, which tables are finished, what is
 * written) is {@link ComparisonRun}'s and the same everywhere.
 */
public interface Workplace extends AutoCloseable {
  /** Opens the place for one comparison. */
  @FunctionalInterface
  interface Opener {
    /**
     * Opens.
     *
     * @throws Problem if the options cannot be met there
     */
    Workplace open(ComparisonOptions options, Progress progress, Cancellation cancellation);
  }

  /**
   * What is to be done.
   *
   * @param images to look at, in row order
   * @param settings how
   * @param preprocessing from image to input
   * @param runs the networks
   */
  record Order(
      ImagePlan images,
      Decoding.Settings settings,
      Preprocessing preprocessing,
      List<RunFacts> runs) {}

  /**
   * Decodes every image; called once, before all else.
   *
   * @throws Problem if too many images are missing or unreadable, or none is left
   */
  ImageTally look(Order order);

  /**
   * A network over the images that can be used; asked for by one thread.
   *
   * @throws Problem if its checkpoint changed
   */
  RunningNetwork open(RunFacts run);

  /** {@code cpu} or {@code gpu}, as the manifest writes it. */
  String device();

  /** Which device was taken and why, for people. */
  String note();

  @Override
  void close();
}
