package org.exemplar.radiograph;

/**
 * A table from integers to integers (DICOM PS3.3 C.11.1.1, C.11.2.1.1): inputs below the first
 * mapped value give the first entry, inputs past the end the last. Immutable.
 */
public final class LookupTable {
  private final int firstMapped;
  private final int bits;
  private final int[] entries;

  /**
   * @param firstMapped the input that gives the first entry
   * @param bits bits of an entry, 1 to 16
   * @param entries 1 to 65536 outputs, unsigned; copied
   */
  public LookupTable(int firstMapped, int bits, int[] entries) {
    if (entries.length < 1 || entries.length > 65536) {
      throw new IllegalArgumentException("a table has 1 to 65536 entries, not " + entries.length);
    }
    if (bits < 1 || bits > 16) {
      throw new IllegalArgumentException("entries have 1 to 16 bits, not " + bits);
    }
    this.firstMapped = firstMapped;
    this.bits = bits;
    this.entries = entries.clone();
  }

  /** The input that gives the first entry. */
  public int firstMapped() {
    return firstMapped;
  }

  /** Bits of an entry. */
  public int bits() {
    return bits;
  }

  /** Number of entries. */
  public int size() {
    return entries.length;
  }

  /** The output for an input, clamped at both ends. */
  public int get(long input) {
    long index = input - firstMapped;
    return entries[(int) Math.clamp(index, 0, entries.length - 1L)];
  }

  /** The largest output that {@link #bits} allow. */
  public int largest() {
    return (1 << bits) - 1;
  }
}
