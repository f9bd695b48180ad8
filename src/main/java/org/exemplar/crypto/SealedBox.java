package org.exemplar.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.exemplar.problem.Problem;

/**
 * Bytes that only a passphrase opens: AES-256-GCM under a key from PBKDF2-HMAC-SHA256.
 *
 * <p>Format 1, big-endian: {@code "EXBX"}, one byte 1, four bytes rounds, 16 bytes salt, 8 bytes
 * check value, then an encrypted piece as {@link ContentKey} writes it (12 bytes nonce, ciphertext,
 * 16 bytes tag) whose name is the header in hex. With {@code master = PBKDF2(passphrase, salt,
 * rounds)} the key is {@code HMAC-SHA256(master, "key")} and the check value the first bytes of
 * {@code HMAC-SHA256(master, "check")}, which tells a wrong passphrase from a damaged box.
 */
public final class SealedBox {
  private static final byte[] MAGIC = "EXBX".getBytes(StandardCharsets.US_ASCII);
  private static final byte VERSION = 1;
  private static final int SALT = 16;
  private static final int CHECK = 8;
  private static final int HEADER = 4 + 1 + 4 + SALT + CHECK;

  private SealedBox() {}

  /** Seals with {@link Stretching#STANDARD}. */
  public static byte[] seal(byte[] plain, Passphrase passphrase, SecureDraw draw) {
    return seal(plain, passphrase, Stretching.STANDARD, draw);
  }

  /** Seals {@code plain}, which is not changed. */
  public static byte[] seal(
      byte[] plain, Passphrase passphrase, Stretching stretching, SecureDraw draw) {
    byte[] salt = draw.bytes(SALT);
    byte[] master = stretching.stretch(passphrase, salt);
    byte[] header =
        ByteBuffer.allocate(HEADER)
            .put(MAGIC)
            .put(VERSION)
            .putInt(stretching.rounds())
            .put(salt)
            .put(derive(master, "check"), 0, CHECK)
            .array();
    try (ContentKey key = ContentKey.of(derive(master, "key"))) {
      byte[] piece = key.encrypt(plain, HexFormat.of().formatHex(header), draw);
      return ByteBuffer.allocate(HEADER + piece.length).put(header).put(piece).array();
    } finally {
      Arrays.fill(master, (byte) 0);
    }
  }

  /**
   * Opens a box.
   *
   * @return empty when the passphrase is wrong
   * @throws Problem when the bytes are not a box, are of a newer version, or are damaged
   */
  public static Optional<byte[]> open(byte[] box, Passphrase passphrase) {
    Stretching stretching = stretching(box);
    byte[] header = Arrays.copyOf(box, HEADER);
    byte[] master = stretching.stretch(passphrase, Arrays.copyOfRange(box, 9, 9 + SALT));
    byte[] check = Arrays.copyOfRange(box, HEADER - CHECK, HEADER);
    try (ContentKey key = ContentKey.of(derive(master, "key"))) {
      if (!MessageDigest.isEqual(check, Arrays.copyOf(derive(master, "check"), CHECK))) {
        return Optional.empty();
      }
      byte[] piece = Arrays.copyOfRange(box, HEADER, box.length);
      byte[] plain =
          key.decrypt(piece, HexFormat.of().formatHex(header))
              .orElseThrow(() ->
                  new Problem(
                      "The passphrase is right, but the encrypted content was changed or"
                          + " damaged; use an intact copy of the file."));
      return Optional.of(plain);
    } finally {
      Arrays.fill(master, (byte) 0);
    }
  }

  /**
   * Whether the passphrase is the box's; nothing is decrypted.
   *
   * @throws Problem when the bytes are not a box or are of a newer version
   */
  public static boolean fits(byte[] box, Passphrase passphrase) {
    Stretching stretching = stretching(box);
    byte[] master = stretching.stretch(passphrase, Arrays.copyOfRange(box, 9, 9 + SALT));
    try {
      byte[] check = Arrays.copyOfRange(box, HEADER - CHECK, HEADER);
      return MessageDigest.isEqual(check, Arrays.copyOf(derive(master, "check"), CHECK));
    } finally {
      Arrays.fill(master, (byte) 0);
    }
  }

  /**
   * How the box's passphrase was stretched.
   *
   * @throws Problem when the bytes are not a box or are of a newer version
   */
  public static Stretching stretching(byte[] box) {
    if (box.length < HEADER + ContentKey.OVERHEAD
        || !Arrays.equals(MAGIC, Arrays.copyOf(box, MAGIC.length))) {
      throw new Problem("The encrypted content is damaged; use an intact copy of the file.");
    }
    if (box[4] != VERSION) {
      throw new Problem(
          "The encrypted content has format " + box[4] + ", this program knows only 1; update it.");
    }
    int rounds = ByteBuffer.wrap(box).getInt(5);
    try {
      return new Stretching(rounds);
    } catch (IllegalArgumentException e) {
      throw new Problem("The encrypted content is damaged; use an intact copy of the file.", e);
    }
  }

  private static byte[] derive(byte[] master, String purpose) {
    return Algorithms.hmacSha256(master).doFinal(purpose.getBytes(StandardCharsets.UTF_8));
  }
}
