package org.exemplar.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.crypto.Mac;

/**
 * A repeatable source of chance: the same seed, salt and purpose give the same draws on any machine
 * and in any later version.
 *
 * <p>Bytes are HMAC-SHA256 in counter mode: block {@code i} is {@code HMAC(key, i)} with {@code i}
 * as eight big-endian bytes and {@code key = HMAC(salt, seed as eight big-endian bytes ‖ purpose in
 * UTF-8)}. Without the salt the draws cannot be foretold from the seed. Not thread-safe.
 */
public final class SeededDraw {
  private static final int BLOCK = 32;

  private final byte[] key;
  private final Mac mac;
  private long counter;
  private ByteBuffer block = ByteBuffer.allocate(0);

  private SeededDraw(byte[] key) {
    this.key = key;
    this.mac = Algorithms.hmacSha256(key);
  }

  /**
   * @param seed any number
   * @param salt at least one byte; the same salt for the same draws
   * @param purpose what is drawn, so that draws for different purposes do not depend on each other
   */
  public static SeededDraw of(long seed, byte[] salt, String purpose) {
    Mac mac = Algorithms.hmacSha256(salt);
    mac.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
    return new SeededDraw(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
  }

  /** Draws that need no secrecy, such as those of a simulated reader: the salt is fixed. */
  public static SeededDraw of(long seed, String purpose) {
    return of(seed, "exemplar".getBytes(StandardCharsets.UTF_8), purpose);
  }

  /** An independent source for a part of this one's work; does not advance this one. */
  public SeededDraw fork(String purpose) {
    Mac child = Algorithms.hmacSha256(key);
    child.update("fork/".getBytes(StandardCharsets.UTF_8));
    return new SeededDraw(child.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
  }

  /** The next 64 bits. */
  public long nextLong() {
    if (block.remaining() < Long.BYTES) {
      block =
          ByteBuffer.wrap(
              mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter++).array()), 0, BLOCK);
    }
    return block.getLong();
  }

  /**
   * A number from 0 to {@code bound - 1}, each equally likely: draws at the ragged end of the
   * 63-bit range are thrown away.
   *
   * @throws IllegalArgumentException when {@code bound} is not positive
   */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive: " + bound);
    }
    long limit = Long.MAX_VALUE - Long.MAX_VALUE % bound;
    long drawn = nextLong() & Long.MAX_VALUE;
    while (drawn >= limit) {
      drawn = nextLong() & Long.MAX_VALUE;
    }
    return (int) (drawn % bound);
  }

  /** A number in [0, 1) with 53 random bits. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /**
   * A standard normal number, as the sum of twelve uniform ones less six (no function whose last
   * bit differs between platforms; tails end at ±6).
   */
  public double nextGaussian() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += nextDouble();
    }
    return sum;
  }

  /** A shuffled copy (Fisher–Yates); the order of {@code items} must itself be repeatable. */
  public <T> List<T> shuffle(Collection<? extends T> items) {
    List<T> shuffled = new ArrayList<>(items);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, nextInt(i + 1));
    }
    return shuffled;
  }

  /**
   * {@code count} of the items, in drawn order.
   *
   * @throws IllegalArgumentException when there are fewer than {@code count}
   */
  public <T> List<T> sample(Collection<? extends T> items, int count) {
    if (count < 0 || count > items.size()) {
      throw new IllegalArgumentException(count + " of " + items.size());
    }
    List<T> shuffled = shuffle(items);
    return new ArrayList<>(shuffled.subList(0, count));
  }

  /** {@code length} characters, each drawn from {@code alphabet}. */
  public String text(String alphabet, int length) {
    StringBuilder drawn = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      drawn.append(alphabet.charAt(nextInt(alphabet.length())));
    }
    return drawn.toString();
  }
}
