package org.exemplar.dicom;

import java.util.List;

/** Where a file's pixels lie: one stretch of bytes, or the fragments of an encapsulated stream. */
final class PixelData {
  private final byte[] source;
  private final List<Fragment> fragments;
  private final List<Long> offsetTable;
  private final boolean swappedPairs;

  /** A stretch of bytes. */
  record Fragment(int offset, int length) {}

  /**
   * @param source the bytes that the offsets count in; shared, not copied
   * @param fragments at least one; for native pixels exactly one
   * @param offsetTable the basic offset table, relative to the first fragment's item; empty when
   *     the file has none
   * @param swappedPairs whether bytes of 8-bit samples lie in swapped pairs (big-endian words)
   */
  PixelData(byte[] source, List<Fragment> fragments, List<Long> offsetTable, boolean swappedPairs) {
    this.source = source;
    this.fragments = List.copyOf(fragments);
    this.offsetTable = List.copyOf(offsetTable);
    this.swappedPairs = swappedPairs;
  }

  byte[] source() {
    return source;
  }

  List<Fragment> fragments() {
    return fragments;
  }

  List<Long> offsetTable() {
    return offsetTable;
  }

  boolean swappedPairs() {
    return swappedPairs;
  }
}
