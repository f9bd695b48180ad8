package org.exemplar.classifier.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.exemplar.classifier.network.Tensor;

/**
 * A tensor as a view of a storage, in elements.
 *
 * @param storage where its values lie
 * @param offset of the first value
 * @param shape one per axis; empty for a number
 * @param stride one per axis
 */
record StoredTensor(TensorStorage storage, long offset, List<Long> shape, List<Long> stride) {
  StoredTensor {
    shape = List.copyOf(shape);
    stride = List.copyOf(stride);
    long last = offset;
    boolean empty = shape.contains(0L);
    boolean wrong = offset < 0 || shape.size() != stride.size();
    for (int axis = 0; !wrong && axis < shape.size(); axis++) {
      long size = shape.get(axis);
      long step = stride.get(axis);
      wrong = size < 0 || size > Integer.MAX_VALUE || step < 0 || step > Integer.MAX_VALUE;
      last += Math.max(0, size - 1) * step;
      wrong |= last < 0;
    }
    if (wrong || (!empty && last >= storage.elements())) {
      throw new BadCheckpointException("a tensor reaches outside its data");
    }
  }

  /** A tensor whose values lie in row-major order from the start of its storage. */
  static StoredTensor contiguous(TensorStorage storage, List<Long> shape) {
    var stride = new ArrayList<Long>(shape);
    long step = 1;
    for (int axis = shape.size() - 1; axis >= 0; axis--) {
      stride.set(axis, step);
      step = Math.multiplyExact(step, Math.max(1, shape.get(axis)));
    }
    return new StoredTensor(storage, 0, shape, stride);
  }

  /** Number of values. */
  long elements() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /** The values as float32 in row-major order. */
  Tensor read() throws IOException {
    var values = new float[Math.toIntExact(elements())];
    ByteBuffer data = storage.read();
    List<Integer> axes = shape.stream().map(Math::toIntExact).toList();
    if (values.length > 0 && storage.type() == ElementType.FLOAT32 && isRowMajor()) {
      data.slice(Math.toIntExact(offset * Float.BYTES), values.length * Float.BYTES)
          .order(data.order())
          .asFloatBuffer()
          .get(values);
    } else {
      gather(data, values);
    }
    return new Tensor(axes, values);
  }

  /** Whether values lie one after the other; an axis of one has no stride to speak of. */
  private boolean isRowMajor() {
    long step = 1;
    for (int axis = shape.size() - 1; axis >= 0; axis--) {
      if (shape.get(axis) != 1 && stride.get(axis) != step) {
        return false;
      }
      step *= shape.get(axis);
    }
    return true;
  }

  private void gather(ByteBuffer data, float[] values) {
    var at = new int[shape.size()];
    long position = offset;
    for (int i = 0; i < values.length; i++) {
      values[i] = storage.type().value(data, Math.toIntExact(position));
      for (int axis = at.length - 1; axis >= 0; axis--) {
        position += stride.get(axis);
        if (++at[axis] < shape.get(axis)) {
          break;
        }
        position -= stride.get(axis) * at[axis];
        at[axis] = 0;
      }
    }
  }
}
