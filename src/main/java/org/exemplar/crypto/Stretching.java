package org.exemplar.crypto;

import java.security.spec.InvalidKeySpecException;
import javax.crypto.spec.PBEKeySpec;

/**
 * How hard a passphrase is made to guess: rounds of PBKDF2 with HMAC-SHA256 (RFC 8018, 5.2).
 *
 * <p>Boxes record their rounds. Everything the application writes uses {@link #STANDARD}; a box
 * with fewer rounds can be opened (opening it risks nothing), which is what keeps tests fast.
 *
 * @param rounds 1 to 10,000,000
 */
public record Stretching(int rounds) {
  /** 600,000 rounds (OWASP Password Storage Cheat Sheet for PBKDF2-HMAC-SHA256). */
  public static final Stretching STANDARD = new Stretching(600_000);

  /** One round: only for tests, where passphrases guard nothing. */
  public static final Stretching NONE_FOR_TESTS = new Stretching(1);

  private static final int MOST = 10_000_000;

  /** Checks the range. */
  public Stretching {
    if (rounds < 1 || rounds > MOST) {
      throw new IllegalArgumentException("rounds must lie between 1 and " + MOST + ": " + rounds);
    }
  }

  /** Whether a box with these rounds is as hard to guess as the application makes them. */
  public boolean standard() {
    return rounds >= STANDARD.rounds;
  }

  /** 32 bytes from the passphrase; the caller wipes them. */
  public byte[] stretch(Passphrase passphrase, byte[] salt) {
    PBEKeySpec spec = new PBEKeySpec(passphrase.characters(), salt, rounds, 256);
    try {
      return Algorithms.pbkdf2().generateSecret(spec).getEncoded();
    } catch (InvalidKeySpecException e) {
      throw new IllegalStateException("PBKDF2 refused its own key specification", e);
    } finally {
      spec.clearPassword();
    }
  }
}
