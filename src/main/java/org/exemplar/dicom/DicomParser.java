package org.exemplar.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses a DICOM Part 10 file, or a bare data set (DICOM PS3.10 7.1, PS3.5 7), up to its pixels.
 * Nothing is trusted: every length is checked against what is left of the file, and nothing is
 * copied.
 */
final class DicomParser {
  private static final int PREAMBLE = 128;
  private final byte[] content;
  private final List<String> warnings = new ArrayList<>();

  private DicomParser(byte[] content) {
    this.content = content;
  }

  static DicomFile parse(byte[] content) throws DicomFault {
    return new DicomParser(content).parse();
  }

  /** Whether the bytes begin as a Part 10 file or a bare data set does. */
  static boolean recognises(byte[] head) {
    if (isPart10(head)) {
      return true;
    }
    if (head.length < 16) {
      return false;
    }
    ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    int group = bytes.getShort(0);
    int element = bytes.getShort(2) & 0xFFFF;
    if ((group != 2 && group != 8) || element > 0x0100) {
      return false;
    }
    int length = bytes.getInt(4);
    return explicitVr(head, 4) || (length >= 0 && length <= 1024);
  }

  private DicomFile parse() throws DicomFault {
    int start = isPart10(content) ? PREAMBLE + 4 : 0;
    if (!isPart10(content)) {
      warnings.add("It has no DICOM preamble.");
    }
    boolean hasMeta = start + 4 <= content.length && content[start] == 2 && content[start + 1] == 0;
    TransferSyntax syntax;
    int dataStart = start;
    if (hasMeta) {
      ElementReader meta = new ElementReader(littleEndian(content), start, true);
      DataSet group = meta.readMeta();
      dataStart = meta.position();
      String uid = group.text(Tag.TRANSFER_SYNTAX);
      syntax = uid.isEmpty() ? sniffed(dataStart) : TransferSyntax.of(uid);
    } else {
      syntax = sniffed(start);
    }
    byte[] data =
        syntax == TransferSyntax.DEFLATED ? Deflated.inflate(content, dataStart) : content;
    ByteBuffer bytes = littleEndian(data);
    if (syntax == TransferSyntax.EXPLICIT_BIG) {
      bytes.order(ByteOrder.BIG_ENDIAN);
    }
    ElementReader reader =
        new ElementReader(
            bytes,
            syntax == TransferSyntax.DEFLATED ? 0 : dataStart,
            syntax != TransferSyntax.IMPLICIT_LITTLE);
    DataSet attributes = reader.readUpToPixels();
    PixelData pixels = reader.atPixels() ? reader.readPixels(data, syntax, warnings) : null;
    return new DicomFile(syntax, attributes, pixels, List.copyOf(warnings));
  }

  private TransferSyntax sniffed(int start) {
    boolean explicit = start + 6 <= content.length && explicitVr(content, start + 4);
    warnings.add(
        "It does not say its transfer syntax; it was read as "
            + (explicit ? "Explicit" : "Implicit")
            + " VR Little Endian.");
    return explicit ? TransferSyntax.EXPLICIT_LITTLE : TransferSyntax.IMPLICIT_LITTLE;
  }

  private static boolean explicitVr(byte[] bytes, int at) {
    return Character.isUpperCase(bytes[at]) && Character.isUpperCase(bytes[at + 1]);
  }

  private static boolean isPart10(byte[] bytes) {
    return bytes.length >= PREAMBLE + 4
        && new String(bytes, PREAMBLE, 4, StandardCharsets.US_ASCII).equals("DICM");
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
