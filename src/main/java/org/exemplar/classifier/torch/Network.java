package org.exemplar.classifier.torch;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.classifier.prune.PrunableWeights;
import org.exemplar.problem.Problem;

/**
 * A network in the engine. {@link #predict} may be called from several threads at once; {@link
 * #prune} and {@link #restore} only while nobody predicts.
 */
public interface Network extends AutoCloseable {
  /**
   * The dense weights.
   *
   * @throws Problem if the network shows none: a frozen script cannot be pruned
   */
  PrunableWeights prunable();

  /** Sets the weights to the dense ones with those the mask removes set to zero. */
  void prune(KeepMask mask);

  /** Sets the dense weights again, bit for bit. */
  void restore();

  /**
   * Raw outputs.
   *
   * @param input direct, in native order: float32 values, images × size × size × channels,
   *     row-major, so that the channels of a pixel lie side by side; read where it lies, so it must
   *     not change during the call
   * @param shape of the input
   * @return images × {@link Batch#findings}, row-major
   * @throws Problem if the network does not take the input or gives another number of outputs
   */
  float[] predict(ByteBuffer input, Batch shape);

  /**
   * As what it ran, for people, where that is not what its file says by itself.
   *
   * @return empty also while nothing was predicted
   */
  default Optional<String> ranAs() {
    return Optional.empty();
  }

  /**
   * The sizes of one call.
   *
   * @param images in this call
   * @param channels planes
   * @param size side of a plane in pixels
   * @param findings outputs wanted per image; 0: take what the network gives
   */
  record Batch(int images, int channels, int size, int findings) {}

  @Override
  void close();
}
