package org.exemplar.crypto;

import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The public half of an Ed25519 key (RFC 8032), 32 raw bytes when encoded. */
public final class VerifyingKey {
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final int RAW = 32;

  private final byte[] raw;
  private final PublicKey key;

  private VerifyingKey(byte[] raw, PublicKey key) {
    this.raw = raw;
    this.key = key;
  }

  static VerifyingKey of(PublicKey key) {
    byte[] x509 = key.getEncoded();
    return new VerifyingKey(Arrays.copyOfRange(x509, x509.length - RAW, x509.length), key);
  }

  /**
   * @param encoded 32 bytes
   * @throws IllegalArgumentException when they are not a public key
   */
  public static VerifyingKey decode(byte[] encoded) {
    if (encoded.length != RAW) {
      throw new IllegalArgumentException("a public key has 32 bytes, not " + encoded.length);
    }
    byte[] x509 = Arrays.copyOf(X509, X509.length + RAW);
    System.arraycopy(encoded, 0, x509, X509.length, RAW);
    try {
      return new VerifyingKey(
          encoded.clone(), Algorithms.ed25519Keys().generatePublic(new X509EncodedKeySpec(x509)));
    } catch (InvalidKeySpecException e) {
      throw new IllegalArgumentException("not an Ed25519 public key", e);
    }
  }

  /** The 32 bytes. */
  public byte[] encoded() {
    return raw.clone();
  }

  /** The 32 bytes in lower-case hex. */
  public String hex() {
    return HexFormat.of().formatHex(raw);
  }

  /** Whether the signature is that of this key's owner under exactly this message. */
  public boolean verifies(byte[] message, byte[] signature) {
    Signature verifier = Algorithms.ed25519();
    try {
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException | InvalidKeyException e) {
      // Bytes that are no signature, or a key that is no point of the curve.
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifyingKey that && Arrays.equals(raw, that.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }

  @Override
  public String toString() {
    return hex();
  }
}
