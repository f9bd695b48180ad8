package org.exemplar.app.explorer;

import java.nio.file.Path;
import java.util.List;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.classifier.network.Tensor;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;

/**
 * What a checkpoint is, found as soon as it is named.
 *
 * @param file its file
 * @param architecture what it is; empty when refused
 * @param findings width of its output; 0 when the file does not tell
 * @param weights what pruning may touch
 * @param sha256 of the file; empty when refused
 * @param refusal why it cannot be used, one sentence; empty when it can
 */
public record CheckpointFacts(
    Path file, String architecture, int findings, Weights weights, String sha256, String refusal) {
  /**
   * Prunable weights.
   *
   * @param prunable how many
   * @param zero how many of them are zero already
   */
  public record Weights(long prunable, long zero) {
    /** The share that is zero already. */
    public double zeroShare() {
      return prunable == 0 ? 0 : (double) zero / prunable;
    }
  }

  /** Above this share of zeros a network counts as pruned already. */
  private static final double PRUNED = 0.02;

  /** Reads a checkpoint; what cannot be used becomes a refusal. */
  public static CheckpointFacts of(Path file) {
    try {
      Checkpoint checkpoint = CheckpointReader.read(file);
      long all = 0;
      long zero = 0;
      for (String name : checkpoint.prunable()) {
        Tensor tensor = checkpoint.tensors().get(name);
        if (tensor != null) {
          for (float value : tensor.values()) {
            all++;
            zero += value == 0 ? 1 : 0;
          }
        }
      }
      return new CheckpointFacts(
          file,
          checkpoint.architecture(),
          checkpoint.findings(),
          new Weights(all, zero),
          Sha256.ofFile(file).hex(),
          all == 0 ? "Its weights are folded into its code, so that they cannot be pruned." : "");
    } catch (Problem e) {
      return new CheckpointFacts(
          file, "", 0, new Weights(0, 0), "", String.valueOf(e.getMessage()));
    }
  }

  /** Whether it cannot be used. */
  public boolean refused() {
    return !refusal.isEmpty();
  }

  /** Whether many weights are zero already. */
  public boolean prunedAlready() {
    return !refused() && weights.zeroShare() > PRUNED;
  }

  /** Reads several, in order. */
  static List<CheckpointFacts> all(List<Path> files) {
    return files.stream().map(CheckpointFacts::of).toList();
  }
}
