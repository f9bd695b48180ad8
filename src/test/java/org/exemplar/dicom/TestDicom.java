package org.exemplar.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes small DICOM files attribute by attribute, in any native transfer syntax. */
final class TestDicom {
  private sealed interface Value {}

  private record Text(String vr, String text) implements Value {}

  private record Words(String vr, int... words) implements Value {}

  private record Bytes(byte[] bytes) implements Value {}

  private record Items(List<TestDicom> items) implements Value {}

  private record Fragments(List<byte[]> fragments) implements Value {}

  private final Map<Integer, Value> values = new TreeMap<>(Integer::compareUnsigned);

  /** A gray picture of one row. */
  static TestDicom row(String photometric, int stored, boolean signed, int... pixels) {
    return new TestDicom()
        .text(Tag.PHOTOMETRIC, "CS", photometric)
        .words(Tag.SAMPLES_PER_PIXEL, 1)
        .words(Tag.ROWS, 1)
        .words(Tag.COLUMNS, pixels.length)
        .words(Tag.BITS_ALLOCATED, 16)
        .words(Tag.BITS_STORED, stored)
        .words(Tag.HIGH_BIT, stored - 1)
        .words(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0)
        .put(Tag.PIXEL_DATA, new Words("OW", pixels));
  }

  TestDicom text(int tag, String vr, String text) {
    return put(tag, new Text(vr, text));
  }

  TestDicom words(int tag, int... words) {
    return put(tag, new Words("US", words));
  }

  TestDicom bytes(int tag, byte... bytes) {
    return put(tag, new Bytes(bytes));
  }

  TestDicom items(int tag, TestDicom... items) {
    return put(tag, new Items(List.of(items)));
  }

  TestDicom fragments(byte[]... fragments) {
    return put(Tag.PIXEL_DATA, new Fragments(List.of(fragments)));
  }

  private TestDicom put(int tag, Value value) {
    values.put(tag, value);
    return this;
  }

  /** The whole file. */
  byte[] file(TransferSyntax syntax) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[128]);
    out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    TestDicom meta = new TestDicom().text(Tag.TRANSFER_SYNTAX, "UI", syntax.uid());
    meta.write(out, ByteOrder.LITTLE_ENDIAN, true);
    boolean big = syntax == TransferSyntax.EXPLICIT_BIG;
    write(
        out,
        big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
        syntax != TransferSyntax.IMPLICIT_LITTLE);
    return out.toByteArray();
  }

  private void write(ByteArrayOutputStream out, ByteOrder order, boolean explicit) {
    for (Map.Entry<Integer, Value> entry : values.entrySet()) {
      int tag = entry.getKey();
      switch (entry.getValue()) {
        case Text(String vr, String text) -> {
          String even = text.length() % 2 == 0 ? text : text + " ";
          header(out, tag, vr, even.length(), order, explicit);
          out.writeBytes(even.getBytes(StandardCharsets.ISO_8859_1));
        }
        case Words(String vr, int[] words) -> {
          header(out, tag, vr, 2 * words.length, order, explicit);
          ByteBuffer bytes = ByteBuffer.allocate(2 * words.length).order(order);
          for (int word : words) {
            bytes.putShort((short) word);
          }
          out.writeBytes(bytes.array());
        }
        case Bytes(byte[] bytes) -> {
          header(out, tag, "OB", bytes.length, order, explicit);
          out.writeBytes(bytes);
        }
        case Items(List<TestDicom> items) -> {
          header(out, tag, "SQ", -1, order, explicit);
          for (TestDicom item : items) {
            out.writeBytes(delimiter(Tag.ITEM, -1, order));
            item.write(out, order, explicit);
            out.writeBytes(delimiter(Tag.ITEM_END, 0, order));
          }
          out.writeBytes(delimiter(Tag.SEQUENCE_END, 0, order));
        }
        case Fragments(List<byte[]> fragments) -> {
          header(out, tag, "OB", -1, order, explicit);
          List<byte[]> all = new ArrayList<>(List.of(new byte[0]));
          all.addAll(fragments);
          for (byte[] fragment : all) {
            out.writeBytes(delimiter(Tag.ITEM, fragment.length, order));
            out.writeBytes(fragment);
          }
          out.writeBytes(delimiter(Tag.SEQUENCE_END, 0, order));
        }
      }
    }
  }

  private static void header(
      ByteArrayOutputStream out,
      int tag,
      String vr,
      int length,
      ByteOrder order,
      boolean explicit) {
    ByteBuffer head = ByteBuffer.allocate(12).order(order);
    head.putShort((short) (tag >>> 16)).putShort((short) tag);
    if (!explicit) {
      head.putInt(length);
    } else {
      head.put(vr.getBytes(StandardCharsets.US_ASCII));
      if (List.of("OB", "OW", "SQ").contains(vr)) {
        head.putShort((short) 0).putInt(length);
      } else {
        head.putShort((short) length);
      }
    }
    out.write(head.array(), 0, head.position());
  }

  private static byte[] delimiter(int tag, int length, ByteOrder order) {
    return ByteBuffer.allocate(8)
        .order(order)
        .putShort((short) (tag >>> 16))
        .putShort((short) tag)
        .putInt(length)
        .array();
  }
}
