package org.exemplar.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;

/** Attributes that dcm4che parsed. */
final class Dcm4cheDataSet extends DataSet {
  private static final int MOST_NUMBERS = 1 << 17;

  private final Attributes attributes;

  Dcm4cheDataSet(Attributes attributes) {
    this.attributes = attributes;
  }

  @Override
  boolean has(int tag) {
    return attributes.containsValue(tag);
  }

  @Override
  List<DataSet> items(int tag) {
    return attributes.getValue(tag) instanceof Sequence sequence
        ? sequence.stream().<DataSet>map(Dcm4cheDataSet::new).toList()
        : List.of();
  }

  @Override
  int[] unsignedShorts(int tag) throws DicomFault {
    byte[] raw = raw(tag);
    if (raw.length % 2 != 0 || raw.length / 2 > MOST_NUMBERS) {
      throw new DicomFault("attribute " + Tag.words(tag) + " has an impossible length");
    }
    ByteBuffer bytes =
        ByteBuffer.wrap(raw)
            .order(attributes.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int[] values = new int[raw.length / 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.getShort() & 0xFFFF;
    }
    return values;
  }

  @Override
  byte[] raw(int tag) {
    try {
      byte[] bytes = attributes.getBytes(tag);
      return bytes == null ? new byte[0] : bytes;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
