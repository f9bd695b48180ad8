package org.exemplar.classifier.prune;

import java.util.BitSet;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.network.Tensor;

/**
 * Chooses the weights to remove.
 *
 * <p>Counts are {@code round-half-even(sparsity · n)}, as {@code torch.nn.utils.prune} has them; of
 * equal magnitudes the earlier weights go first.
 */
public final class Pruning {
  private Pruning() {}

  /**
   * A mask, and whether it could have been another.
   *
   * @param keep what stays
   * @param ties kept weights whose magnitude equals the largest removed one of the same ranking; 0
   *     where the choice was unique, and for random draws
   */
  public record Choice(KeepMask keep, long ties) {}

  /**
   * Chooses.
   *
   * @param seed of {@link PruningMethod#RANDOM}; other methods do not draw
   * @throws IllegalArgumentException for methods that do not choose: a mask or copies are given
   */
  public static Choice choose(
      PruningMethod method, PrunableWeights weights, Sparsity sparsity, long seed) {
    var pruned = new BitSet(weights.total());
    long ties =
        switch (method) {
          case L1 -> global(weights, sparsity, pruned);
          case LAYER_L1 -> layerwise(weights, sparsity, pruned);
          case RANDOM -> random(weights.total(), sparsity, seed, pruned);
          case STRUCTURED_L1, STRUCTURED_L2 -> structured(method, weights, sparsity, pruned);
          case MASK, GIVEN -> throw new IllegalArgumentException(method + " does not choose");
        };
    return new Choice(KeepMask.removing(pruned, weights.total()), ties);
  }

  private static int count(Sparsity sparsity, int total) {
    return (int) Math.rint(sparsity.value() * total);
  }

  private static long global(PrunableWeights weights, Sparsity sparsity, BitSet pruned) {
    float[][] layers = weights.layers().stream().map(Tensor::values).toArray(float[][]::new);
    return Magnitudes.smallest(layers, count(sparsity, weights.total()), 0, pruned);
  }

  private static long layerwise(PrunableWeights weights, Sparsity sparsity, BitSet pruned) {
    long ties = 0;
    for (int layer = 0; layer < weights.layers().size(); layer++) {
      float[] values = weights.layers().get(layer).values();
      ties +=
          Magnitudes.smallest(
              new float[][] {values}, count(sparsity, values.length), weights.start(layer), pruned);
    }
    return ties;
  }

  /** Selection sampling (Knuth, The Art of Computer Programming 2, algorithm 3.4.2S). */
  private static long random(int total, Sparsity sparsity, long seed, BitSet pruned) {
    UniformRandomProvider draw = RandomSource.XO_SHI_RO_256_PP.create(seed);
    int left = count(sparsity, total);
    for (int i = 0; i < total && left > 0; i++) {
      if (draw.nextInt(total - i) < left) {
        pruned.set(i);
        left--;
      }
    }
    return 0;
  }

  private static long structured(
      PruningMethod method, PrunableWeights weights, Sparsity sparsity, BitSet pruned) {
    long ties = 0;
    for (int layer = 0; layer < weights.layers().size(); layer++) {
      Tensor tensor = weights.layers().get(layer);
      int channels = tensor.shape().getFirst();
      int width = tensor.values().length / channels;
      var removed = new BitSet(channels);
      float[] norms = norms(method, tensor.values(), channels, width);
      ties += Magnitudes.smallest(new float[][] {norms}, count(sparsity, channels), 0, removed);
      int start = weights.start(layer);
      removed.stream().forEach(c -> pruned.set(start + c * width, start + (c + 1) * width));
    }
    return ties;
  }

  private static float[] norms(PruningMethod method, float[] values, int channels, int width) {
    var norms = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      double sum = 0;
      for (int i = channel * width; i < (channel + 1) * width; i++) {
        sum +=
            method == PruningMethod.STRUCTURED_L1
                ? Math.abs(values[i])
                : (double) values[i] * values[i];
      }
      norms[channel] = (float) (method == PruningMethod.STRUCTURED_L1 ? sum : Math.sqrt(sum));
    }
    return norms;
  }
}
