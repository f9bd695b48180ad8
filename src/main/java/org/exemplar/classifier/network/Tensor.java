package org.exemplar.classifier.network;

import java.util.List;

/**
 * Float32 values with a shape. The array is shared, not copied: nobody writes to it.
 *
 * @param shape one per axis; empty for a number
 * @param values row-major
 */
@SuppressWarnings("ArrayRecordComponent") // millions of values; identity is the only equality used
public record Tensor(List<Integer> shape, float[] values) {
  /** Checks that shape and values agree. */
  public Tensor {
    shape = List.copyOf(shape);
    if (shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact)
        != values.length) {
      throw new IllegalArgumentException(values.length + " values for the shape " + shape);
    }
  }

  /** Whether every value is a finite number. */
  public boolean isFinite() {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
