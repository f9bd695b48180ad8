package org.exemplar.classifier.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the values of one or several tensors lie; read only when a tensor is wanted. */
interface TensorStorage {
  /** Values in it. */
  long elements();

  /** Their format. */
  ElementType type();

  /** All bytes, little-endian order set. */
  ByteBuffer read() throws IOException;
}
