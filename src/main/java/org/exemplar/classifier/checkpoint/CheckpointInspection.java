package org.exemplar.classifier.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exemplar.classifier.network.Tensor;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;

/**
 * What a checkpoint is and what would go wrong with it, for {@code exemplar inspect}.
 *
 * @param file as given
 * @param kind of file, for people
 * @param sha256 of the file, in hexadecimal
 * @param architecture what it was recognised as
 * @param weights what it holds
 * @param warnings sentences in plain words
 */
public record CheckpointInspection(
    Path file,
    String kind,
    String sha256,
    String architecture,
    Weights weights,
    List<String> warnings) {
  private static final double WORTH_SAYING = 0.005;

  /** Keeps a copy. */
  public CheckpointInspection {
    warnings = List.copyOf(warnings);
  }

  /**
   * Counts.
   *
   * @param findings width of the output; 0 when the file does not tell
   * @param parameters trained values: weights and biases, not running statistics
   * @param prunable weights of convolutions and linear layers
   * @param sparsity share of prunable weights that are zero already
   */
  public record Weights(int findings, long parameters, long prunable, double sparsity) {}

  /** Whether the first bytes, or the ending, are those of a checkpoint of any kind. */
  public static boolean looksLikeOne(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.matches(".*\\.(pt|pth|tar|ckpt|chkpt|safetensors|onnx)")) {
      return true;
    }
    try {
      return Files.isRegularFile(file)
          && Files.size(file) > 0
          && switch (Container.of(file)) {
            case LEGACY, SAFETENSORS, ONNX, TAR, SHARD_INDEX -> true;
            case ZIP, UNKNOWN -> false;
          };
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * Inspects.
   *
   * @throws Problem if the file cannot be used
   */
  public static CheckpointInspection of(Path file) {
    Checkpoint checkpoint = CheckpointReader.read(file);
    long parameters =
        checkpoint.tensors().entrySet().stream()
            .filter(entry -> isTrained(entry.getKey()))
            .mapToLong(entry -> entry.getValue().values().length)
            .sum();
    long prunable = 0;
    long zeros = 0;
    for (String name : checkpoint.prunable()) {
      Tensor tensor = checkpoint.tensors().get(name);
      if (tensor != null) {
        prunable += tensor.values().length;
        zeros += zeros(tensor.values());
      }
    }
    double sparsity = prunable == 0 ? 0 : (double) zeros / prunable;
    return new CheckpointInspection(
        file,
        checkpoint.kind(),
        Sha256.ofFile(file).hex(),
        checkpoint.architecture(),
        new Weights(checkpoint.findings(), parameters, prunable, sparsity),
        warnings(checkpoint, sparsity));
  }

  private static boolean isTrained(String name) {
    return !(name.endsWith("running_mean")
        || name.endsWith("running_var")
        || name.endsWith("num_batches_tracked"));
  }

  private static long zeros(float[] values) {
    long zeros = 0;
    for (float value : values) {
      zeros += value == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static List<String> warnings(Checkpoint checkpoint, double sparsity) {
    var warnings = new ArrayList<String>();
    if (checkpoint instanceof Checkpoint.Script script && script.isFrozen()) {
      warnings.add(
          "Frozen TorchScript shows no weights: it can predict, but not be pruned; save it without"
              + " torch.jit.freeze.");
    }
    if (checkpoint instanceof Checkpoint.Script script
        && !script.isFrozen()
        && script.prunable().isEmpty()) {
      warnings.add(
          "Shows no weights of convolutions or linear layers, as quantised networks do: it can"
              + " predict, but not be pruned; give it with --pruned.");
    }
    if (checkpoint.channels() == 1) {
      warnings.add(
          "Takes one channel; if it normalises inside, give --channels 1 --mean 0 --deviation 1.");
    }
    if (sparsity > WORTH_SAYING) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%.1f %% of the prunable weights are zero already; it is not a dense network.",
              100 * sparsity));
    }
    if (checkpoint.kind().equals("ONNX")) {
      warnings.add(
          "Exporting to ONNX folds batch normalisation into the kernels, so pruning by magnitude"
              + " chooses other weights than in PyTorch; prefer the PyTorch checkpoint.");
    }
    if (checkpoint.kind().contains("widened from")) {
      warnings.add("Its weights are stored in another precision and are widened to float32.");
    }
    for (Map.Entry<String, Tensor> entry : checkpoint.tensors().entrySet()) {
      if (entry.getKey().endsWith("num_batches_tracked") && isZero(entry.getValue())) {
        warnings.add("Batch normalisation has seen no batch: the network looks untrained.");
        break;
      }
    }
    return warnings;
  }

  private static boolean isZero(Tensor tensor) {
    return tensor.values().length == 1 && tensor.values()[0] == 0;
  }
}
