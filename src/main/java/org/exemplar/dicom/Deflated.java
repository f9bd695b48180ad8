package org.exemplar.dicom;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The deflated part of a Deflated Explicit VR Little Endian file (DICOM PS3.5 A.5). */
final class Deflated {
  /** What is always granted, and how many times its size a stream may grow beyond that. */
  private static final long FREE = 64L << 20;

  private static final long GROWTH = 64;

  private Deflated() {}

  static byte[] inflate(byte[] content, int start) throws DicomFault {
    int length = content.length - start;
    long most = Math.min(FREE + GROWTH * length, Integer.MAX_VALUE - 16L);
    byte[] out = new byte[(int) Math.min(most, Math.max(4096, 4L * length))];
    int filled = 0;
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(content, start, length);
      while (!inflater.finished()) {
        if (filled == out.length) {
          if (filled >= most) {
            throw new DicomFault("it inflates to far more than a radiograph holds");
          }
          out = Arrays.copyOf(out, (int) Math.min(most, 2L * filled));
        }
        int more = inflater.inflate(out, filled, out.length - filled);
        if (more == 0 && !inflater.finished()) {
          throw new DicomFault("its deflated data end too early");
        }
        filled += more;
      }
    } catch (DataFormatException damaged) {
      throw new DicomFault("its deflated data are damaged", damaged);
    }
    return Arrays.copyOf(out, filled);
  }
}
