package org.exemplar.crypto;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Fresh bytes that nobody can foretell, for keys, salts, nonces and seeds that were not given.
 * Never used where a study must be repeatable: that is {@link SeededDraw}. Thread-safe.
 */
public final class SecureDraw {
  private final SecureRandom random = new SecureRandom();

  /** {@code count} fresh bytes. */
  public byte[] bytes(int count) {
    byte[] drawn = new byte[count];
    random.nextBytes(drawn);
    return drawn;
  }

  /** A fresh seed, never negative, so that it can be typed and printed. */
  public long seed() {
    return random.nextLong() & Long.MAX_VALUE;
  }

  /** A fresh identifier of 128 bits in lower-case hex. */
  public String identifier() {
    return HexFormat.of().formatHex(bytes(16));
  }
}
