package org.exemplar.classifier.prune;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;

/**
 * One bit per prunable weight, set where the weight stays; layers in the order of the checkpoint,
 * each row-major. Immutable.
 */
public final class KeepMask {
  private final BitSet pruned;
  private final int total;

  private KeepMask(BitSet pruned, int total) {
    this.pruned = pruned;
    this.total = total;
  }

  /**
   * A mask from the weights to remove.
   *
   * @param pruned handed over, not copied: the caller must not change it
   * @param total number of prunable weights
   */
  static KeepMask removing(BitSet pruned, int total) {
    return new KeepMask(pruned, total);
  }

  /** The mask of weights that are exactly zero already. */
  public static KeepMask ofZeros(PrunableWeights weights) {
    var zero = new BitSet(weights.total());
    for (int layer = 0; layer < weights.layers().size(); layer++) {
      int start = weights.start(layer);
      float[] values = weights.layers().get(layer).values();
      for (int i = 0; i < values.length; i++) {
        if (values[i] == 0) {
          zero.set(start + i);
        }
      }
    }
    return new KeepMask(zero, weights.total());
  }

  /**
   * Reads a packed mask: most significant bit first, 1 keeps, zero-padded at the end.
   *
   * @param total number of prunable weights
   * @throws Problem if the file is missing or was made for another network
   */
  public static KeepMask read(Path file, int total) {
    byte[] packed;
    try {
      packed = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Problem("The mask " + file + " cannot be read; check the path.", e);
    }
    if (packed.length != (total + 7L) / 8) {
      throw new Problem(
          "The mask "
              + file
              + " has "
              + packed.length
              + " bytes, not the "
              + (total + 7L) / 8
              + " that "
              + total
              + " prunable weights need; give the mask of this network.");
    }
    return unpacked(packed, total)
        .orElseThrow(() ->
            new Problem("The mask " + file + " is not zero at its end; it is of another network."));
  }

  /**
   * A mask from its packed form.
   *
   * @param packed as {@link #packed} gives it
   * @param total number of prunable weights
   */
  public static KeepMask of(byte[] packed, int total) {
    return unpacked(packed, total).orElseThrow(IllegalArgumentException::new);
  }

  private static Optional<KeepMask> unpacked(byte[] packed, int total) {
    var pruned = new BitSet(total);
    for (int i = 0; i < packed.length * 8; i++) {
      boolean keep = (packed[i >> 3] >> (7 - (i & 7)) & 1) == 1;
      if (i < total) {
        pruned.set(i, !keep);
      } else if (keep) {
        return Optional.empty();
      }
    }
    return Optional.of(new KeepMask(pruned, total));
  }

  /** Number of prunable weights. */
  public int total() {
    return total;
  }

  /** Number of weights removed. */
  public int pruned() {
    return pruned.cardinality();
  }

  /** Whether the weight stays. */
  public boolean keeps(int index) {
    return !pruned.get(index);
  }

  /** Removed weights from {@code from} (inclusive) to {@code to} (exclusive). */
  public int pruned(int from, int to) {
    return pruned.get(from, to).cardinality();
  }

  /** The packed form, as {@link #read} takes it. */
  public byte[] packed() {
    var packed = new byte[(total + 7) / 8];
    for (int i = pruned.nextClearBit(0); i < total; i = pruned.nextClearBit(i + 1)) {
      packed[i >> 3] |= (byte) (0x80 >> (i & 7));
    }
    return packed;
  }

  /** Digest of the packed form. */
  public Sha256 sha256() {
    return Sha256.of(packed());
  }

  /**
   * A layer with its removed weights set to zero.
   *
   * @param dense the layer's values
   * @param start index of its first weight among all prunable ones
   * @return a new array
   */
  public float[] applied(float[] dense, int start) {
    float[] sparse = dense.clone();
    int end = start + dense.length;
    for (int i = pruned.nextSetBit(start); i >= 0 && i < end; i = pruned.nextSetBit(i + 1)) {
      sparse[i - start] = 0;
    }
    return sparse;
  }
}
