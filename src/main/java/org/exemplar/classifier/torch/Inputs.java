package org.exemplar.classifier.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Float values on their way into the engine. Arrays are views of direct buffers: nothing is copied
 * on a CPU, and no memory waits for the garbage collector.
 */
final class Inputs {
  private Inputs() {}

  /** Memory for so many values. */
  static ByteBuffer memory(int values) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(values, Float.BYTES))
        .order(ByteOrder.nativeOrder());
  }

  /** Overwrites memory from its start. */
  static void fill(ByteBuffer memory, float[] values) {
    memory.asFloatBuffer().put(values);
  }

  /**
   * A view of an image batch, whose pixels' channels lie side by side, with the axes that networks
   * take: images, channels, rows, columns.
   */
  static PtNDArray view(PtNDManager manager, ByteBuffer memory, Network.Batch batch) {
    return view(
            manager,
            memory,
            new Shape(batch.images(), batch.size(), batch.size(), batch.channels()))
        .transpose(0, 3, 1, 2);
  }

  /** A view of weights. */
  static PtNDArray view(PtNDManager manager, ByteBuffer memory, List<Integer> shape) {
    return view(manager, memory, new Shape(shape.stream().mapToLong(Integer::longValue).toArray()));
  }

  private static PtNDArray view(PtNDManager manager, ByteBuffer memory, Shape shape) {
    ByteBuffer part =
        memory.slice(0, Math.toIntExact(shape.size() * Float.BYTES)).order(ByteOrder.nativeOrder());
    return manager.create(part, shape, DataType.FLOAT32);
  }
}
