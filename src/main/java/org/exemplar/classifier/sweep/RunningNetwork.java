package org.exemplar.classifier.sweep;

import java.util.Optional;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.problem.Problem;

/** One network over all images of a comparison, wherever it runs. For one thread. */
public interface RunningNetwork extends AutoCloseable {
  /** What it is made from. */
  Checkpoint checkpoint();

  /** The dense network's outputs of some first images, at least of one. */
  float[] first();

  /**
   * All outputs of the dense network.
   *
   * @throws Problem if it does not take the images, or the place where it runs fails
   */
  void dense(BatchPredictor.Sink sink);

  /**
   * All outputs with a mask applied.
   *
   * @throws Problem as {@link #dense}
   */
  void pruned(KeepMask keep, BatchPredictor.Sink sink);

  /**
   * Makes sure that the network can be pruned.
   *
   * @throws Problem if it shows no weights
   */
  void requirePrunable();

  /** As what it ran, where that is not what its file says; empty when nothing ran. */
  Optional<String> ranAs();

  @Override
  void close();
}
