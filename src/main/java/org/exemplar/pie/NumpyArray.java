package org.exemplar.pie;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.exemplar.classifier.pickle.PickleState;
import org.exemplar.classifier.pickle.PickleTuple;

/** A numpy array out of a pickle: decimal or whole numbers, or objects. */
final class NumpyArray implements PickleState {
  /** Sizes of the axes. */
  List<Integer> shape = List.of();

  /** Elements when they are objects, else empty. */
  List<?> objects = List.of();

  /** Whether the first axis runs fastest (Fortran's order). */
  boolean byColumn;

  private NumpyType type = new NumpyType("O8");
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  /** Takes {@code (version, shape, dtype, fortran order, data)}. */
  @Override
  public void set(Object state) {
    List<Object> parts = ((PickleTuple) state).values();
    shape =
        ((PickleTuple) parts.get(1))
            .values().stream().map(size -> Math.toIntExact((Long) size)).toList();
    type = (NumpyType) parts.get(2);
    byColumn = (Boolean) parts.get(3);
    int count = shape.stream().reduce(1, Math::multiplyExact);
    if (parts.get(4) instanceof byte[] data) {
      if (data.length != (long) count * type.size()) {
        throw new IndexOutOfBoundsException(data.length + " bytes for " + count + " numbers");
      }
      bytes = ByteBuffer.wrap(data).order(type.order());
    } else {
      objects = (List<?>) parts.get(4);
      if (objects.size() != count) {
        throw new IndexOutOfBoundsException(objects.size() + " objects for " + count);
      }
    }
  }

  boolean isFloat() {
    return type.kind() == 'f';
  }

  /** The element at a place in memory. */
  double number(int index) {
    return switch (type.kind() + "" + type.size()) {
      case "f2" -> Float.float16ToFloat(bytes.getShort(2 * index));
      case "f4" -> bytes.getFloat(4 * index);
      case "f8" -> bytes.getDouble(8 * index);
      case "i4" -> bytes.getInt(4 * index);
      case "i8" -> bytes.getLong(8 * index);
      default -> throw new IndexOutOfBoundsException("numbers of type " + type.kind());
    };
  }

  /** The elements of an array with one axis, numbers or objects. */
  List<?> elements() {
    return type.kind() == 'O'
        ? objects
        : IntStream.range(0, shape.isEmpty() ? 0 : shape.getFirst())
            .mapToObj(this::object)
            .toList();
  }

  /** The element at a place in memory, a number or an object. */
  Object object(int index) {
    return type.kind() == 'O' ? objects.get(index) : (Object) (long) number(index);
  }
}
