package org.exemplar.classifier.checkpoint;

import java.nio.ByteBuffer;

/** The number formats of stored tensors, all little-endian; each widens or narrows to float32. */
public enum ElementType {
  /** IEEE binary64. */
  FLOAT64(8),
  /** IEEE binary32. */
  FLOAT32(4),
  /** IEEE binary16. */
  FLOAT16(2),
  /** The upper half of a binary32. */
  BFLOAT16(2),
  /** Signed. */
  INT64(8),
  /** Signed. */
  INT32(4),
  /** Signed. */
  INT16(2),
  /** Signed. */
  INT8(1),
  /** Unsigned. */
  UINT8(1),
  /** 0 or 1. */
  BOOL(1);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Size of one value. */
  public int bytes() {
    return bytes;
  }

  /** Whether values are floating point. */
  public boolean isFloat() {
    return switch (this) {
      case FLOAT64, FLOAT32, FLOAT16, BFLOAT16 -> true;
      default -> false;
    };
  }

  /**
   * One value.
   *
   * @param data little-endian
   * @param index of the value, not of its byte
   */
  float value(ByteBuffer data, int index) {
    return switch (this) {
      case FLOAT64 -> (float) data.getDouble(index * 8);
      case FLOAT32 -> data.getFloat(index * 4);
      case FLOAT16 -> Float.float16ToFloat(data.getShort(index * 2));
      case BFLOAT16 -> Float.intBitsToFloat(data.getShort(index * 2) << 16);
      case INT64 -> data.getLong(index * 8);
      case INT32 -> data.getInt(index * 4);
      case INT16 -> data.getShort(index * 2);
      case INT8 -> data.get(index);
      case UINT8, BOOL -> Byte.toUnsignedInt(data.get(index));
    };
  }
}
