package org.exemplar.classifier.torch;

import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.comparison.Precision;
import org.exemplar.classifier.network.Tensor;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.classifier.prune.PrunableWeights;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A network built from its steps; the weights are handed to every call. */
final class GraphNetwork implements Network {
  /** For a first try, which shows whether this libtorch has the operations. */
  private static final int ANY_SIZE = 256;

  private final Path checkpoint;
  private final TorchRuntime runtime;
  private final PtNDManager manager;
  private final PtSymbolBlock block;
  private final FoldedWeights folded;
  private final PrunableWeights prunable;
  private final Map<String, Integer> layerOf = new HashMap<>();
  private final ByteBuffer[] memory;
  private final PtNDArray[] arrays;
  private final GraphScript script;
  private @Nullable IValue packed;

  private GraphNetwork(TorchRuntime runtime, Checkpoint.Weights checkpoint, GraphScript script) {
    this.checkpoint = checkpoint.file();
    this.runtime = runtime;
    folded = new FoldedWeights(checkpoint.tensors(), script.slots());
    prunable = PrunableWeights.of(checkpoint.tensors(), checkpoint.prunable());
    for (String name : prunable.names()) {
      layerOf.put(name, layerOf.size());
    }
    manager = runtime.newManager();
    block = runtime.compile(manager, script.source());
    arrays = new PtNDArray[script.slots().size()];
    memory = new ByteBuffer[arrays.length];
    for (int slot = 0; slot < arrays.length; slot++) {
      Tensor tensor = folded.dense(slot);
      memory[slot] = Inputs.memory(tensor.values().length);
      Inputs.fill(memory[slot], tensor.values());
      arrays[slot] = Inputs.view(manager, memory[slot], tensor.shape());
    }
    this.script = script;
    pack(new Batch(1, checkpoint.graph().channels(), ANY_SIZE, 0)).close();
  }

  /** The weights as such batches want them; packed by the first that comes after they were set. */
  private synchronized IValue packed(Batch batch) {
    if (packed == null) {
      packed = pack(batch);
    }
    return packed;
  }

  private IValue pack(Batch batch) {
    try (IValue weights = IValue.listFrom(arrays);
        IValue sizes = IValue.listFrom(script.inputSizes(batch.images(), batch.size()))) {
      return IValueUtils.runMethod(block, "pack", weights, sizes);
    }
  }

  private synchronized void unpack() {
    if (packed != null) {
      packed.close();
      packed = null;
    }
  }

  /** With oneDNN's fused operations where this libtorch has them, else with plain ones. */
  static GraphNetwork load(TorchRuntime runtime, Checkpoint.Weights checkpoint) {
    if (runtime.precision() == Precision.BF16) {
      return new GraphNetwork(runtime, checkpoint, GraphScript.inBfloat16(checkpoint.graph()));
    }
    if (runtime.device().equals("cpu")) {
      try {
        return new GraphNetwork(runtime, checkpoint, GraphScript.of(checkpoint.graph(), true));
      } catch (EngineException withoutOneDnn) {
        return loadPlain(runtime, checkpoint);
      }
    }
    return loadPlain(runtime, checkpoint);
  }

  /** With plain operations only. */
  static GraphNetwork loadPlain(TorchRuntime runtime, Checkpoint.Weights checkpoint) {
    return new GraphNetwork(runtime, checkpoint, GraphScript.of(checkpoint.graph(), false));
  }

  @Override
  public PrunableWeights prunable() {
    return prunable;
  }

  @Override
  public void prune(KeepMask mask) {
    setKernels((layer, dense) ->
        new Tensor(dense.shape(), mask.applied(dense.values(), prunable.start(layer))));
  }

  @Override
  public void restore() {
    setKernels((_, dense) -> dense);
  }

  private interface Masking {
    Tensor apply(int layer, Tensor dense);
  }

  private void setKernels(Masking masking) {
    for (int slot = 0; slot < arrays.length; slot++) {
      String name = folded.kernelName(slot);
      Integer layer = name == null ? null : layerOf.get(name);
      if (layer != null) {
        Tensor kernel = folded.kernel(slot, masking.apply(layer, prunable.layers().get(layer)));
        arrays[slot].close();
        Inputs.fill(memory[slot], kernel.values());
        arrays[slot] = Inputs.view(manager, memory[slot], kernel.shape());
      }
    }
    unpack();
  }

  @Override
  public float[] predict(ByteBuffer input, Batch batch) {
    try (PtNDManager scope = runtime.newManager();
        IValue x = IValue.from(Inputs.view(scope, input, batch));
        IValue output = block.forward(x, packed(batch))) {
      return Outputs.of(List.of(output.toTensor(scope)), batch);
    } catch (EngineException e) {
      throw new Problem(
          checkpoint
              + " does not take images of "
              + batch.channels()
              + " x "
              + batch.size()
              + " x "
              + batch.size()
              + "; check --image-size and --channels.",
          e);
    }
  }

  @Override
  public void close() {
    unpack();
    block.close();
    manager.close();
  }
}
