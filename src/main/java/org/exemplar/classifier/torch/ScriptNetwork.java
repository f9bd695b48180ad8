package org.exemplar.classifier.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.comparison.Precision;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.classifier.prune.PrunableWeights;
import org.exemplar.problem.Problem;

/** A TorchScript file run as it is; pruning writes into its parameters. */
final class ScriptNetwork implements Network {
  /** Writes values into a parameter in place. */
  private static final String COPY =
      """
      class Net(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        def forward(self: __torch__.Net,
          target: Tensor,
          source: Tensor) -> Tensor:
          return torch.copy_(target, source)
        def planes(self: __torch__.Net,
          x: Tensor) -> Tensor:
          return torch.contiguous(x)
      """;

  private final TorchRuntime runtime;
  private final Checkpoint.Script checkpoint;
  private final PtNDManager manager;
  private final PtSymbolBlock block;
  private final PtSymbolBlock copy;
  private final Map<String, NDArray> parameters = new HashMap<>();
  private final PrunableWeights prunable;
  private final ByteBuffer scratch;

  private ScriptNetwork(TorchRuntime runtime, Checkpoint.Script checkpoint) {
    this.runtime = runtime;
    this.checkpoint = checkpoint;
    prunable = PrunableWeights.of(checkpoint.tensors(), checkpoint.prunable());
    scratch =
        Inputs.memory(
            prunable.layers().stream().mapToInt(layer -> layer.values().length).max().orElse(0));
    manager = runtime.newManager();
    block =
        JniUtils.loadModule(manager, checkpoint.file(), true, new String[0], new String[0], true);
    copy = runtime.compile(manager, COPY);
    NDList all = JniUtils.moduleGetParams(block, manager);
    for (NDArray array : all) {
      array.setRequiresGradient(false);
      parameters.put(array.getName(), array);
    }
  }

  static ScriptNetwork load(TorchRuntime runtime, Checkpoint.Script checkpoint) {
    if (runtime.precision() == Precision.BF16) {
      throw new Problem(
          checkpoint.file()
              + " is TorchScript, which is run as it is, in float32; give its state dict, or leave"
              + " --precision bf16 out.");
    }
    try {
      return new ScriptNetwork(runtime, checkpoint);
    } catch (EngineException e) {
      throw new Problem(
          checkpoint.file()
              + " is a TorchScript file that libtorch refuses; save it again with"
              + " torch.jit.save.",
          e);
    }
  }

  @Override
  public PrunableWeights prunable() {
    if (prunable.total() == 0 || !parameters.keySet().containsAll(prunable.names())) {
      throw new Problem(
          checkpoint.file()
              + " is frozen TorchScript, which shows no weights to prune; save it"
              + " without torch.jit.freeze, or give pruned copies with --pruned.");
    }
    return prunable;
  }

  @Override
  public void prune(KeepMask mask) {
    PrunableWeights weights = prunable();
    for (int layer = 0; layer < weights.layers().size(); layer++) {
      set(layer, mask.applied(weights.layers().get(layer).values(), weights.start(layer)));
    }
  }

  @Override
  public void restore() {
    PrunableWeights weights = prunable();
    for (int layer = 0; layer < weights.layers().size(); layer++) {
      set(layer, weights.layers().get(layer).values());
    }
  }

  private void set(int layer, float[] values) {
    NDArray parameter = parameters.get(prunable.names().get(layer));
    if (parameter == null) {
      throw new IllegalStateException("no parameter " + prunable.names().get(layer));
    }
    Inputs.fill(scratch, values);
    List<Integer> shape = prunable.layers().get(layer).shape();
    try (PtNDManager scope = runtime.newManager();
        IValue target = IValue.from((PtNDArray) parameter);
        IValue source = IValue.from(Inputs.view(scope, scratch, shape))) {
      copy.forward(target, source).close();
    }
  }

  @Override
  public float[] predict(ByteBuffer input, Batch batch) {
    try (PtNDManager scope = runtime.newManager();
        IValue x = IValue.from(Inputs.view(scope, input, batch));
        IValue planes = IValueUtils.runMethod(copy, "planes", x);
        IValue output = block.forward(planes)) {
      return Outputs.of(output.toNDList(scope), batch);
    } catch (EngineException e) {
      if (firstLine(e).contains("and weight type (")) {
        throw new Problem(
            checkpoint.file()
                + " is TorchScript with weights in another precision than float32; save it again"
                + " behind model.float(), or give its state dict, which is widened.",
            e);
      }
      throw new Problem(
          checkpoint.file()
              + " does not take images of "
              + batch.channels()
              + " x "
              + batch.size()
              + " x "
              + batch.size()
              + " ("
              + firstLine(e)
              + "); check --image-size and --channels.",
          e);
    }
  }

  private static String firstLine(EngineException e) {
    String message = String.valueOf(e.getMessage()).strip();
    String[] lines = message.split("\n", -1);
    return lines[lines.length - 1].strip();
  }

  @Override
  public void close() {
    copy.close();
    block.close();
    manager.close();
  }
}
