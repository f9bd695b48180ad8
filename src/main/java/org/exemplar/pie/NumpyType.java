package org.exemplar.pie;

import java.nio.ByteOrder;
import java.util.List;
import org.exemplar.classifier.pickle.PickleState;
import org.exemplar.classifier.pickle.PickleTuple;

/** A numpy element type out of a pickle, such as {@code f4}; its state says the byte order. */
final class NumpyType implements PickleState {
  private final String code;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  NumpyType(String code) {
    this.code = code;
  }

  /** Takes {@code (version, byte order, …)}. */
  @Override
  public void set(Object state) {
    List<Object> parts = ((PickleTuple) state).values();
    order = ">".equals(parts.get(1)) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /** {@code f}, {@code i}, {@code O} and so on. */
  char kind() {
    return code.charAt(0);
  }

  /** Bytes of one element. */
  int size() {
    return Integer.parseInt(code.substring(1));
  }

  ByteOrder order() {
    return order;
  }
}
