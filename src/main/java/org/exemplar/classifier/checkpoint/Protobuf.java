package org.exemplar.classifier.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One protocol-buffer message as its fields, without a schema (Protocol Buffers, "Encoding"): what
 * reading an ONNX file needs and no more.
 *
 * @param fields in the order of the file
 */
record Protobuf(List<Field> fields) {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  /**
   * One field.
   *
   * @param number in the schema
   * @param value of a number field; bits of a float
   * @param bytes of a text, a message or packed values; empty for numbers
   */
  record Field(int number, long value, ByteBuffer bytes) {}

  /** Splits a message. */
  static Protobuf parse(ByteBuffer message) {
    ByteBuffer in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    var fields = new ArrayList<Field>();
    while (in.hasRemaining()) {
      long tag = varint(in);
      int number = (int) (tag >>> 3);
      fields.add(
          switch ((int) tag & 7) {
            case VARINT -> new Field(number, varint(in), ByteBuffer.allocate(0));
            case FIXED64 -> new Field(number, fixed(in, Long.BYTES), ByteBuffer.allocate(0));
            case FIXED32 -> new Field(number, fixed(in, Integer.BYTES), ByteBuffer.allocate(0));
            case LENGTH -> new Field(number, 0, slice(in, varint(in)));
            default -> throw new BadCheckpointException("it is no ONNX file or damaged");
          });
    }
    return new Protobuf(fields);
  }

  private static long fixed(ByteBuffer in, int bytes) {
    if (in.remaining() < bytes) {
      throw new BadCheckpointException("the file is cut off");
    }
    return bytes == Long.BYTES ? in.getLong() : in.getInt();
  }

  private static ByteBuffer slice(ByteBuffer in, long length) {
    if (length < 0 || length > in.remaining()) {
      throw new BadCheckpointException("the file is cut off");
    }
    ByteBuffer part = in.slice(in.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + (int) length);
    return part;
  }

  static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (!in.hasRemaining()) {
        throw new BadCheckpointException("the file is cut off");
      }
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new BadCheckpointException("it is no ONNX file or damaged");
  }

  /** Messages in a repeated field. */
  List<Protobuf> messages(int number) {
    return all(number).stream().map(field -> parse(field.bytes)).toList();
  }

  /** Texts in a repeated field. */
  List<String> texts(int number) {
    return all(number).stream().map(field -> text(field.bytes)).toList();
  }

  /** A text, or the empty one. */
  String text(int number) {
    List<String> texts = texts(number);
    return texts.isEmpty() ? "" : texts.getLast();
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }

  /** A number, or another one where the field is absent. */
  long number(int number, long otherwise) {
    List<Field> found = all(number);
    return found.isEmpty() ? otherwise : found.getLast().value;
  }

  /** Numbers in a repeated field, packed or not. */
  List<Long> numbers(int number) {
    var values = new ArrayList<Long>();
    for (Field field : all(number)) {
      if (!field.bytes.hasRemaining()) {
        values.add(field.value);
      }
      for (ByteBuffer packed = field.bytes.duplicate(); packed.hasRemaining(); ) {
        values.add(varint(packed));
      }
    }
    return values;
  }

  /** All fields of a number. */
  List<Field> all(int number) {
    return fields.stream().filter(field -> field.number == number).toList();
  }
}
