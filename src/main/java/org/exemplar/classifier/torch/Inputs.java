package org.exemplar.classifier.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.FloatBuffer;

/** Image batches on their way into the engine. */
final class Inputs {
  private Inputs() {}

  static PtNDArray array(PtNDManager manager, FloatBuffer input, Network.Batch batch) {
    var shape = new Shape(batch.images(), batch.channels(), batch.size(), batch.size());
    return manager.create(input.duplicate().limit((int) shape.size()), shape, DataType.FLOAT32);
  }
}
