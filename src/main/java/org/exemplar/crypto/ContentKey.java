package org.exemplar.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An AES-256 key under which many pieces are encrypted with AES-GCM (NIST SP 800-38D); itself kept
 * in a {@link SealedBox} that a passphrase opens.
 *
 * <p>An encrypted piece is a 12-byte random nonce, the ciphertext, and a 16-byte tag. Each is bound
 * to its name: a piece put in the place of another does not open. Thread-safe until closed.
 */
public final class ContentKey implements AutoCloseable {
  /** Bytes that encryption adds to a piece. */
  public static final int OVERHEAD = 12 + 16;

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final byte[] key;

  private ContentKey(byte[] key) {
    if (key.length != 32) {
      throw new IllegalArgumentException("an AES-256 key has 32 bytes, not " + key.length);
    }
    this.key = key;
  }

  /** A new key. */
  public static ContentKey fresh(SecureDraw draw) {
    return new ContentKey(draw.bytes(32));
  }

  /** The key with these 32 bytes, which are copied. */
  public static ContentKey of(byte[] key) {
    return new ContentKey(key.clone());
  }

  /** The key in a box that the passphrase opens. */
  public byte[] wrap(Passphrase passphrase, Stretching stretching, SecureDraw draw) {
    return SealedBox.seal(key, passphrase, stretching, draw);
  }

  /**
   * The key from its box.
   *
   * @return empty when the passphrase is wrong
   * @throws org.exemplar.problem.Problem when the box is damaged
   */
  public static Optional<ContentKey> unwrap(byte[] box, Passphrase passphrase) {
    return SealedBox.open(box, passphrase).map(ContentKey::new);
  }

  /**
   * Encrypts a piece.
   *
   * @param name what the piece is; needed again to decrypt it
   */
  public byte[] encrypt(byte[] plain, String name, SecureDraw draw) {
    byte[] nonce = draw.bytes(NONCE);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, name);
      ByteBuffer out = ByteBuffer.allocate(plain.length + OVERHEAD).put(nonce);
      cipher.doFinal(ByteBuffer.wrap(plain), out);
      return out.array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed to encrypt", e);
    }
  }

  /**
   * Decrypts a piece.
   *
   * @return empty when the piece was changed, or is not the one of this name under this key
   */
  public Optional<byte[]> decrypt(byte[] piece, String name) {
    if (piece.length < OVERHEAD) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(piece, NONCE), name);
      return Optional.of(cipher.doFinal(piece, NONCE, piece.length - NONCE));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed to decrypt", e);
    }
  }

  /** Wipes the key. */
  @Override
  public void close() {
    Arrays.fill(key, (byte) 0);
  }

  private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
    Cipher cipher = Algorithms.aesGcm();
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
