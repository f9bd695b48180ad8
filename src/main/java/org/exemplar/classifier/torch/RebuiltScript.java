package org.exemplar.classifier.torch;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.network.NetworkGraph;
import org.exemplar.classifier.network.Recognition;
import org.exemplar.classifier.network.UnknownNetworkException;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.classifier.prune.PrunableWeights;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A TorchScript file whose tensors have the names and shapes of a network that this program builds.
 * The first batch runs through both, with dense weights. Where the outputs agree within {@value
 * #TOLERANCE}, the built network runs from then on, which is faster; otherwise the script, as it
 * is: its code may do what its tensors do not show.
 */
final class RebuiltScript implements Network {
  static final double TOLERANCE = 1e-5;

  private final String architecture;
  private final ScriptNetwork script;
  private final GraphNetwork built;
  private volatile @Nullable Network chosen;
  private @Nullable KeepMask mask;

  RebuiltScript(String architecture, ScriptNetwork script, GraphNetwork built) {
    this.architecture = architecture;
    this.script = script;
    this.built = built;
  }

  /** The weights of a script whose network is known, in the order of its masks. */
  static Optional<Checkpoint.Weights> weights(Checkpoint.Script script) {
    try {
      NetworkGraph graph = Recognition.recognise(script.tensors());
      return graph.prunable().equals(script.prunable())
          ? Optional.of(
              new Checkpoint.Weights(script.file(), script.kind(), script.tensors(), graph))
          : Optional.empty();
    } catch (UnknownNetworkException _) {
      return Optional.empty();
    }
  }

  @Override
  public PrunableWeights prunable() {
    return script.prunable();
  }

  @Override
  public void prune(KeepMask keep) {
    mask = keep;
    if (chosen != null) {
      chosen.prune(keep);
    }
  }

  @Override
  public void restore() {
    mask = null;
    if (chosen != null) {
      chosen.restore();
    }
  }

  @Override
  public float[] predict(ByteBuffer input, Batch shape) {
    Network network = chosen;
    return (network == null ? choose(input, shape) : network).predict(input, shape);
  }

  private synchronized Network choose(ByteBuffer input, Batch shape) {
    if (chosen == null) {
      float[] expected = script.predict(input, shape);
      Network network = isBuilt(expected, input, shape) ? built : script;
      if (mask != null) {
        network.prune(mask);
      }
      chosen = network;
    }
    return chosen;
  }

  private boolean isBuilt(float[] expected, ByteBuffer input, Batch shape) {
    try {
      return agree(expected, built.predict(input, shape));
    } catch (Problem otherInput) {
      return false;
    }
  }

  /** Whether outputs are the same within the tolerance, as they are and as probabilities. */
  static boolean agree(float[] expected, float[] outputs) {
    if (expected.length != outputs.length) {
      return false;
    }
    double largest = 1;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < expected.length; i++) {
      boolean same =
          Math.abs(expected[i] - outputs[i]) <= TOLERANCE * largest
              && Math.abs(sigmoid(expected[i]) - sigmoid(outputs[i])) <= TOLERANCE;
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static double sigmoid(float logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  @Override
  public Optional<String> ranAs() {
    return chosen == built
        ? Optional.of("TorchScript, run as " + architecture + " after the first batch agreed")
        : Optional.empty();
  }

  @Override
  public void close() {
    script.close();
    built.close();
  }
}
