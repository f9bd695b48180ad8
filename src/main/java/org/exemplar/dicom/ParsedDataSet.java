package org.exemplar.dicom;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Attributes in the bytes of a file that {@link ElementReader} read; nothing is copied. */
final class ParsedDataSet extends DataSet {
  private static final int MOST_NUMBERS = 1 << 17;

  /** Where a value lies in the bytes; {@code items} for sequences only. */
  record Element(int offset, int length, List<DataSet> items) {}

  private final ByteBuffer bytes;
  private final Map<Integer, Element> elements = new HashMap<>();

  /**
   * @param bytes the whole data set in its byte order; positions are never changed
   */
  ParsedDataSet(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  void put(int tag, Element element) {
    elements.put(tag, element);
  }

  @Override
  boolean has(int tag) {
    Element element = elements.get(tag);
    return element != null && (element.length > 0 || !element.items.isEmpty());
  }

  @Override
  List<DataSet> items(int tag) {
    Element element = elements.get(tag);
    return element == null ? List.of() : element.items;
  }

  @Override
  int[] unsignedShorts(int tag) throws DicomFault {
    Element element = elements.get(tag);
    if (element == null) {
      return new int[0];
    }
    if (element.length % 2 != 0 || element.length / 2 > MOST_NUMBERS) {
      throw new DicomFault("attribute " + Tag.words(tag) + " has an impossible length");
    }
    int[] values = new int[element.length / 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.getShort(element.offset + 2 * i) & 0xFFFF;
    }
    return values;
  }

  @Override
  byte[] raw(int tag) {
    Element element = elements.get(tag);
    byte[] raw = new byte[element == null ? 0 : element.length];
    if (element != null) {
      bytes.get(element.offset, raw);
    }
    return raw;
  }
}
