package org.exemplar.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a file or of an item of a sequence, by tag. Values stay in the file's bytes
 * until asked for; asking for one that is malformed is a fault that names it.
 */
final class DataSet {
  private static final int MOST_NUMBERS = 1 << 17;

  /** Where a value lies in the bytes; {@code items} for sequences only. */
  record Element(int offset, int length, List<DataSet> items) {}

  private final ByteBuffer bytes;
  private final Map<Integer, Element> elements = new HashMap<>();

  /**
   * @param bytes the whole data set in its byte order; positions are never changed
   */
  DataSet(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  void put(int tag, Element element) {
    elements.put(tag, element);
  }

  boolean has(int tag) {
    Element element = elements.get(tag);
    return element != null && (element.length > 0 || !element.items.isEmpty());
  }

  /** Items of a sequence; empty when it is absent. */
  List<DataSet> items(int tag) {
    Element element = elements.get(tag);
    return element == null ? List.of() : element.items;
  }

  /** A single unsigned 16-bit number; null when absent. */
  @Nullable Integer unsignedShort(int tag) throws DicomFault {
    if (!has(tag)) {
      return null;
    }
    int[] values = unsignedShorts(tag);
    return values.length == 0 ? null : values[0];
  }

  /** Unsigned 16-bit numbers; none when absent. */
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

  /** The value's own bytes; none when absent. */
  byte[] raw(int tag) {
    Element element = elements.get(tag);
    byte[] raw = new byte[element == null ? 0 : element.length];
    if (element != null) {
      bytes.get(element.offset, raw);
    }
    return raw;
  }

  /** A text value, all of it, trimmed; empty when absent. */
  String text(int tag) {
    byte[] raw = raw(tag);
    Charset charset = StandardCharsets.ISO_8859_1;
    if (tag != Tag.CHARACTER_SET && text(Tag.CHARACTER_SET).contains("ISO_IR 192")) {
      charset = StandardCharsets.UTF_8;
    }
    int end = raw.length;
    while (end > 0 && (raw[end - 1] == 0 || raw[end - 1] == ' ')) {
      end--;
    }
    return new String(raw, 0, end, charset).strip();
  }

  /** Values of a text attribute; none when absent. */
  String[] texts(int tag) {
    String text = text(tag);
    return text.isEmpty() ? new String[0] : text.split("\\\\", -1);
  }

  /** Numbers written as text (DS, IS); none when absent or empty. */
  double[] numbers(int tag) throws DicomFault {
    String[] texts = texts(tag);
    double[] numbers = new double[texts.length];
    for (int i = 0; i < texts.length; i++) {
      try {
        numbers[i] = Double.parseDouble(texts[i].strip());
      } catch (NumberFormatException notANumber) {
        throw new DicomFault(
            "attribute " + Tag.words(tag) + " is not a number: " + DicomFault.quoted(texts[i]),
            notANumber);
      }
      if (!Double.isFinite(numbers[i])) {
        throw new DicomFault("attribute " + Tag.words(tag) + " is not a finite number");
      }
    }
    return numbers;
  }
}
