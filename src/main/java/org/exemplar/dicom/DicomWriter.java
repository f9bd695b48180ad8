package org.exemplar.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Writes one gray frame as a DICOM Part 10 file, Digital X-Ray Image for Presentation, explicit VR
 * little endian, uncompressed (DICOM PS3.10 clause 7, PS3.5 clause 7). For radiographs that were
 * made, not taken: there is no patient to name.
 */
public final class DicomWriter {
  private static final String EXPLICIT_LITTLE = "1.2.840.10008.1.2.1";
  private static final String DIGITAL_XRAY = "1.2.840.10008.5.1.4.1.1.1.1";

  private final TreeMap<Integer, byte[]> elements = new TreeMap<>();

  /**
   * What is in the file.
   *
   * @param rows height in pixels
   * @param columns width in pixels
   * @param bitsStored 1 to 16
   * @param values unsigned stored values, row by row
   * @param inverted whether the smallest value is white (MONOCHROME1)
   */
  @SuppressWarnings("ArrayRecordComponent") // a whole frame; never compared
  public record Frame(int rows, int columns, int bitsStored, short[] values, boolean inverted) {
    /** Checks that the values fill the frame. */
    public Frame {
      if (values.length != rows * columns || bitsStored < 1 || bitsStored > 16) {
        throw new IllegalArgumentException("values do not fill the frame");
      }
    }
  }

  /**
   * What is said about the frame.
   *
   * @param uid of the instance, digits and dots; study and series add a digit
   * @param identifier stands where a patient's name and number would
   * @param view {@code "PA"} or {@code "AP"}
   * @param spacing of the pixels at the detector, mm
   */
  public record Description(String uid, String identifier, String view, double spacing) {}

  private DicomWriter() {}

  /** The whole file. */
  public static byte[] write(Frame frame, Description description) {
    DicomWriter writer = new DicomWriter();
    writer.describe(description);
    writer.describe(frame);
    return writer.file(description.uid(), frame);
  }

  private void describe(Description description) {
    text(0x00080005, "CS", "ISO_IR 192");
    text(0x00080008, "CS", "DERIVED\\PRIMARY");
    text(0x00080016, "UI", DIGITAL_XRAY);
    text(0x00080018, "UI", description.uid());
    text(0x00080060, "CS", "DX");
    text(0x00080068, "CS", "FOR PRESENTATION");
    text(0x00080070, "LO", "synthetic");
    text(0x00100010, "PN", description.identifier());
    text(0x00100020, "LO", description.identifier());
    text(0x00120062, "CS", "YES");
    text(0x00180015, "CS", "CHEST");
    text(Tag.IMAGER_PIXEL_SPACING, "DS", decimals(description.spacing()));
    text(Tag.VIEW_POSITION, "CS", description.view());
    text(0x0020000D, "UI", description.uid() + "1");
    text(0x0020000E, "UI", description.uid() + "2");
    text(0x00200013, "IS", "1");
    text(0x00200020, "CS", "L\\F");
    text(0x00200062, "CS", "U");
  }

  private static String decimals(double spacing) {
    return String.format(Locale.ROOT, "%.4f\\%.4f", spacing, spacing);
  }

  private void describe(Frame frame) {
    int levels = 1 << frame.bitsStored;
    number(Tag.SAMPLES_PER_PIXEL, 1);
    text(Tag.PHOTOMETRIC, "CS", frame.inverted ? "MONOCHROME1" : "MONOCHROME2");
    number(Tag.ROWS, frame.rows);
    number(Tag.COLUMNS, frame.columns);
    number(Tag.BITS_ALLOCATED, 16);
    number(Tag.BITS_STORED, frame.bitsStored);
    number(0x00280102, frame.bitsStored - 1);
    number(Tag.PIXEL_REPRESENTATION, 0);
    text(0x00281040, "CS", "LOG");
    text(Tag.WINDOW_CENTRE, "DS", Integer.toString(levels / 2));
    text(Tag.WINDOW_WIDTH, "DS", Integer.toString(levels));
    text(Tag.RESCALE_INTERCEPT, "DS", "0");
    text(Tag.RESCALE_SLOPE, "DS", "1");
    text(0x00281054, "LO", "US");
    text(Tag.WINDOW_EXPLANATION, "LO", "As acquired");
    text(Tag.PRESENTATION_SHAPE, "CS", frame.inverted ? "INVERSE" : "IDENTITY");
  }

  private byte[] file(String uid, Frame frame) {
    byte[] meta = meta(uid);
    int pixelBytes = 2 * frame.values.length;
    int size = 132 + 12 + meta.length + 12 + pixelBytes;
    for (byte[] element : elements.values()) {
      size += element.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.position(128);
    out.put("DICM".getBytes(StandardCharsets.US_ASCII));
    out.put(header(0x00020000, "UL", 4)).putInt(meta.length).put(meta);
    elements.values().forEach(out::put);
    out.put(header(Tag.PIXEL_DATA, "OW", pixelBytes));
    out.asShortBuffer().put(frame.values);
    return out.array();
  }

  private static byte[] meta(String uid) {
    DicomWriter meta = new DicomWriter();
    meta.elements.put(0x00020001, joined(header(0x00020001, "OB", 2), new byte[] {0, 1}));
    meta.text(0x00020002, "UI", DIGITAL_XRAY);
    meta.text(0x00020003, "UI", uid);
    meta.text(Tag.TRANSFER_SYNTAX, "UI", EXPLICIT_LITTLE);
    meta.text(0x00020012, "UI", "2.25.236041870110437128570112937458");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    meta.elements.values().forEach(all::writeBytes);
    return all.toByteArray();
  }

  private void text(int tag, String representation, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    byte[] even = java.util.Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
    if (even.length > bytes.length && !representation.equals("UI")) {
      even[bytes.length] = ' ';
    }
    elements.put(tag, joined(header(tag, representation, even.length), even));
  }

  private void number(int tag, int value) {
    byte[] bytes = {(byte) value, (byte) (value >>> 8)};
    elements.put(tag, joined(header(tag, "US", 2), bytes));
  }

  private static byte[] header(int tag, String representation, int length) {
    boolean wide = representation.startsWith("O");
    ByteBuffer out = ByteBuffer.allocate(wide ? 12 : 8).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) (tag >>> 16)).putShort((short) tag);
    out.put(representation.getBytes(StandardCharsets.US_ASCII));
    if (wide) {
      out.putShort((short) 0).putInt(length);
    } else {
      out.putShort((short) length);
    }
    return out.array();
  }

  private static byte[] joined(byte[] head, byte[] value) {
    return ByteBuffer.allocate(head.length + value.length).put(head).put(value).array();
  }
}
