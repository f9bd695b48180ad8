package org.exemplar.classifier.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.stream.Collectors;
import org.exemplar.problem.Problem;

/** What a network gave, on its way out of the engine. */
final class Outputs {
  private Outputs() {}

  /** The first tensor that is images × findings, as an array. */
  static float[] of(List<? extends NDArray> outputs, Network.Batch batch) {
    for (NDArray output : outputs) {
      long[] shape = output.getShape().getShape();
      boolean table = shape.length >= 2 && shape[0] == batch.images();
      for (int axis = 2; axis < shape.length; axis++) {
        table &= shape[axis] == 1;
      }
      if (table && (batch.findings() == 0 || shape[1] == batch.findings())) {
        return output.getDataType() == DataType.FLOAT32
            ? output.toFloatArray()
            : output.toType(DataType.FLOAT32, false).toFloatArray();
      }
    }
    throw new Problem(
        "The network gives "
            + outputs.stream()
                .map(o -> o.getShape().toString())
                .collect(Collectors.joining(" and "))
            + " for "
            + batch.images()
            + " images, which is no table of "
            + (batch.findings() == 0 ? "findings" : batch.findings() + " findings")
            + "; give a list of findings that fits its outputs.");
  }
}
