package org.exemplar.classifier.pickle;

import java.io.IOException;

/** The bytes are not a complete pickle, or use an opcode that data never needs. */
public final class PickleFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  PickleFormatException(String message) {
    super(message);
  }
}
