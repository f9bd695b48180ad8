package org.exemplar.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a file or of an item of a sequence, by tag. Values stay in the file's bytes
 * until asked for; asking for one that is malformed is a fault that names it.
 */
abstract class DataSet {
  /** Whether the attribute is there and not empty. */
  abstract boolean has(int tag);

  /** Items of a sequence; empty when it is absent. */
  abstract List<DataSet> items(int tag);

  /** Unsigned 16-bit numbers; none when absent. */
  abstract int[] unsignedShorts(int tag) throws DicomFault;

  /** The value's own bytes; none when absent. */
  abstract byte[] raw(int tag);

  /** A single unsigned 16-bit number; null when absent. */
  @Nullable Integer unsignedShort(int tag) throws DicomFault {
    if (!has(tag)) {
      return null;
    }
    int[] values = unsignedShorts(tag);
    return values.length == 0 ? null : values[0];
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
