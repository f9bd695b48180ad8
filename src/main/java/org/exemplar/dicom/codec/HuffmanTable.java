package org.exemplar.dicom.codec;

import org.exemplar.radiograph.codec.CodecException;

/** A Huffman table of a JPEG codestream (ITU-T T.81 annex C). Immutable. */
final class HuffmanTable {
  private static final int FAST = 10;

  /** For each 10-bit prefix of a short code: length × 256 + symbol; 0 for longer codes. */
  private final short[] fast = new short[1 << FAST];

  /** For each length: one past its largest code, shifted up to 16 bits. */
  private final int[] limit = new int[18];

  private final int[] offset = new int[17];
  private final byte[] symbols;

  private HuffmanTable(int[] counts, byte[] symbols) throws CodecException {
    this.symbols = symbols;
    int code = 0;
    int index = 0;
    for (int length = 1; length <= 16; length++) {
      offset[length] = index - code;
      if (code + counts[length] > 1 << length) {
        throw new CodecException("a code table of its compressed data is impossible");
      }
      for (int i = 0; i < counts[length]; i++, code++, index++) {
        if (length <= FAST) {
          short entry = (short) ((length << 8) | (symbols[index] & 0xFF));
          int from = code << (FAST - length);
          java.util.Arrays.fill(fast, from, from + (1 << (FAST - length)), entry);
        }
      }
      limit[length] = code << (16 - length);
      code <<= 1;
    }
    limit[17] = Integer.MAX_VALUE;
  }

  /** Reads counts and symbols from a DHT segment. */
  static HuffmanTable read(JpegSegments segments) throws CodecException {
    int[] counts = new int[17];
    int total = 0;
    for (int length = 1; length <= 16; length++) {
      counts[length] = segments.take();
      total += counts[length];
    }
    if (total > 256) {
      throw new CodecException("a code table of its compressed data is too long");
    }
    byte[] symbols = new byte[total];
    for (int i = 0; i < total; i++) {
      symbols[i] = (byte) segments.take();
    }
    return new HuffmanTable(counts, symbols);
  }

  /** The next symbol, 0 to 255. */
  int decode(JpegBits bits) throws CodecException {
    int next = bits.peek16();
    int entry = fast[next >>> (16 - FAST)];
    if (entry != 0) {
      bits.skip(entry >> 8);
      return entry & 0xFF;
    }
    int length = 1;
    while (next >= limit[length]) {
      length++;
    }
    if (length > 16) {
      throw new CodecException("its compressed data hold a code that no table explains");
    }
    bits.skip(length);
    return symbols[offset[length] + (next >>> (16 - length))] & 0xFF;
  }
}
