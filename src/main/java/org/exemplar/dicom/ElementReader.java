package org.exemplar.dicom;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A cursor over data elements (DICOM PS3.5 7.1). Not thread-safe. */
final class ElementReader {
  private static final int DEEPEST = 16;
  private static final int UNDEFINED = -1;
  private static final Set<String> LONG_FORM =
      Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

  private static final Set<String> MAY_HAVE_ITEMS = Set.of("SQ", "UN", "OB", "OW");

  /** Sequences whose items are kept; the others are stepped over. */
  private static final Set<Integer> KEPT = Set.of(Tag.MODALITY_LUT_SEQUENCE, Tag.VOI_LUT_SEQUENCE);

  private final ByteBuffer bytes;
  private final boolean explicit;
  private int at;

  private int tag;
  private String vr = "";
  private int length;

  ElementReader(ByteBuffer bytes, int start, boolean explicit) {
    this.bytes = bytes;
    this.at = start;
    this.explicit = explicit;
  }

  int position() {
    return at;
  }

  /** The elements of group 2; stops before the first of another group. */
  DataSet readMeta() throws DicomFault {
    ParsedDataSet meta = new ParsedDataSet(bytes);
    while (remaining() >= 4 && bytes.getShort(at) == 2) {
      readElement(meta, 0);
    }
    return meta;
  }

  /** The elements before the pixel data, or all when there is none. */
  DataSet readUpToPixels() throws DicomFault {
    ParsedDataSet attributes = new ParsedDataSet(bytes);
    while (remaining() >= 8 && !atPixels()) {
      readElement(attributes, 0);
    }
    return attributes;
  }

  /** Whether the next element is the pixel data. */
  boolean atPixels() {
    return remaining() >= 8 && peekTag() == Tag.PIXEL_DATA;
  }

  /** The pixel data element, up to its end. */
  PixelData readPixels(byte[] source, TransferSyntax syntax, List<String> warnings)
      throws DicomFault {
    readHeader();
    boolean encapsulated = length == UNDEFINED;
    if (encapsulated == (syntax.coding() == TransferSyntax.Coding.NATIVE)) {
      throw new DicomFault("its pixel data contradict its transfer syntax");
    }
    if (!encapsulated) {
      int there = Math.toIntExact(Math.min(length & 0xFFFFFFFFL, remaining()));
      if (there < (length & 0xFFFFFFFFL)) {
        throw new DicomFault(
            "it ends in the middle of its pixel data ("
                + there
                + " of "
                + (length & 0xFFFFFFFFL)
                + " bytes)");
      }
      boolean words = syntax == TransferSyntax.EXPLICIT_BIG && vr.equals("OW");
      return new PixelData(source, List.of(new PixelData.Fragment(at, there)), List.of(), words);
    }
    return readFragments(source, warnings);
  }

  private PixelData readFragments(byte[] source, List<String> warnings) throws DicomFault {
    List<PixelData.Fragment> fragments = new ArrayList<>();
    List<Long> offsets = new ArrayList<>();
    boolean first = true;
    while (true) {
      if (remaining() == 0 && !fragments.isEmpty()) {
        warnings.add("It ends without closing its pixel data.");
        break;
      }
      requireLeft(8, "its pixel data");
      int item = peekTag();
      int size = bytes.getInt(at + 4);
      at += 8;
      if (item == Tag.SEQUENCE_END) {
        break;
      }
      if (item != Tag.ITEM || size < 0 || size > remaining()) {
        throw new DicomFault("it ends in the middle of its pixel data");
      }
      if (first) {
        for (int i = 0; i < size / 4; i++) {
          offsets.add(bytes.getInt(at + 4 * i) & 0xFFFFFFFFL);
        }
      } else {
        fragments.add(new PixelData.Fragment(at, size));
      }
      first = false;
      at += size;
    }
    if (fragments.isEmpty()) {
      throw new DicomFault("its pixel data are empty");
    }
    return new PixelData(source, List.copyOf(fragments), List.copyOf(offsets), false);
  }

  private void readElement(ParsedDataSet into, int depth) throws DicomFault {
    readHeader();
    if (length == UNDEFINED) {
      // OB and OW have items where an icon within a sequence is compressed.
      if (!vr.isEmpty() && !MAY_HAVE_ITEMS.contains(vr)) {
        throw new DicomFault("attribute " + Tag.words(tag) + " has no length");
      }
      int sequence = tag;
      // A sequence of unknown VR is encoded implicitly (PS3.5 6.2.2).
      ElementReader items = vr.equals("UN") ? new ElementReader(bytes, at, false) : this;
      List<DataSet> kept = items.readItems(sequence, Integer.MAX_VALUE, depth);
      at = items.at;
      into.put(sequence, new ParsedDataSet.Element(at, 0, kept));
      return;
    }
    if (length < 0 || length > remaining()) {
      throw new DicomFault("attribute " + Tag.words(tag) + " runs past the end of the file");
    }
    int value = at;
    if (KEPT.contains(tag)) {
      int sequence = tag;
      List<DataSet> kept = readItems(sequence, at + length, depth);
      into.put(sequence, new ParsedDataSet.Element(value, 0, kept));
      return;
    }
    into.put(tag, new ParsedDataSet.Element(value, length, List.of()));
    at += length;
  }

  /** Items up to {@code end}, or up to the delimiter when that is the largest integer. */
  private List<DataSet> readItems(int sequence, int end, int depth) throws DicomFault {
    if (depth >= DEEPEST) {
      throw new DicomFault("its sequences are nested too deeply");
    }
    List<DataSet> items = new ArrayList<>();
    while (at < end) {
      requireLeft(8, "sequence " + Tag.words(sequence));
      int item = peekTag();
      int size = bytes.getInt(at + 4);
      at += 8;
      if (item == Tag.SEQUENCE_END && end == Integer.MAX_VALUE) {
        return items;
      }
      if (item != Tag.ITEM || size < UNDEFINED || size > Math.min(end, bytes.limit()) - at) {
        throw new DicomFault("sequence " + Tag.words(sequence) + " is damaged");
      }
      ParsedDataSet attributes = new ParsedDataSet(bytes);
      if (size != UNDEFINED && !KEPT.contains(sequence)) {
        at += size;
      } else {
        readItem(attributes, size == UNDEFINED ? Integer.MAX_VALUE : at + size, depth + 1);
        items.add(attributes);
      }
    }
    return KEPT.contains(sequence) ? items : List.of();
  }

  private void readItem(ParsedDataSet into, int end, int depth) throws DicomFault {
    while (at < end) {
      requireLeft(8, "an item of a sequence");
      if (peekTag() == Tag.ITEM_END) {
        at += 8;
        return;
      }
      readElement(into, depth);
    }
    if (at > end) {
      throw new DicomFault("an item of a sequence is longer than it says");
    }
  }

  private void readHeader() throws DicomFault {
    requireLeft(8, "its header");
    tag = peekTag();
    if (!explicit) {
      vr = "";
      length = bytes.getInt(at + 4);
      at += 8;
      return;
    }
    char first = (char) bytes.get(at + 4);
    char second = (char) bytes.get(at + 5);
    if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') {
      throw new DicomFault("attribute " + Tag.words(tag) + " is damaged");
    }
    vr = "" + first + second;
    if (LONG_FORM.contains(vr)) {
      requireLeft(12, "its header");
      length = bytes.getInt(at + 8);
      at += 12;
    } else {
      length = bytes.getShort(at + 6) & 0xFFFF;
      at += 8;
    }
  }

  private int peekTag() {
    return ((bytes.getShort(at) & 0xFFFF) << 16) | (bytes.getShort(at + 2) & 0xFFFF);
  }

  private int remaining() {
    return bytes.limit() - at;
  }

  private void requireLeft(int wanted, String where) throws DicomFault {
    if (remaining() < wanted) {
      throw new DicomFault("it ends inside " + where);
    }
  }
}
