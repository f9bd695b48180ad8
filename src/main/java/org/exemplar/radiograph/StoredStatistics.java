package org.exemplar.radiograph;

/**
 * Facts about all stored values of a file: every frame, samples interleaved, palette as indices.
 *
 * @param sha256 of the values as little-endian bytes (one byte each when they are allocated 8 bits)
 * @param min smallest value
 * @param max largest value
 * @param mean arithmetic mean
 */
public record StoredStatistics(String sha256, int min, int max, double mean) {

  /** Adds frames up; not thread-safe. */
  public static final class Summing {
    private static final int CHUNK = 1 << 16;
    private final StoredDigest digest;
    private long count;
    private long sum;
    private int min = Integer.MAX_VALUE;
    private int max = Integer.MIN_VALUE;

    /**
     * @param digest fresh, of nothing so far
     */
    public Summing(StoredDigest digest) {
      this.digest = digest;
    }

    /**
     * @param values samples of a frame
     * @param signed whether they are two's complement
     * @param oneByte whether each value is one byte in the digest instead of two
     */
    public void add(short[] values, boolean signed, boolean oneByte) {
      byte[] chunk = new byte[CHUNK];
      int filled = 0;
      for (short raw : values) {
        int value = signed ? raw : raw & 0xFFFF;
        sum += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
        chunk[filled++] = (byte) raw;
        if (!oneByte) {
          chunk[filled++] = (byte) (raw >> 8);
        }
        if (filled == CHUNK) {
          digest.update(chunk, 0, filled);
          filled = 0;
        }
      }
      digest.update(chunk, 0, filled);
      count += values.length;
    }

    /** Everything added so far; at least one value. */
    public StoredStatistics result() {
      if (count == 0) {
        throw new IllegalStateException("no values");
      }
      return new StoredStatistics(digest.hex(), min, max, (double) sum / count);
    }
  }
}
