package org.exemplar.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The secret half of an Ed25519 key (RFC 8032), with its public half.
 *
 * <p>Encoded as 64 bytes: the 32-byte secret seed and the 32-byte public key, both raw as in the
 * RFC, so that other programs can read them.
 */
public final class SigningKey {
  private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
  private static final int RAW = 32;

  private final PrivateKey secret;
  private final VerifyingKey verifying;

  private SigningKey(PrivateKey secret, VerifyingKey verifying) {
    this.secret = secret;
    this.verifying = verifying;
  }

  /** A new key from the system's own randomness. */
  public static SigningKey fresh() {
    KeyPair pair =
        Algorithms.present(() -> KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    return new SigningKey(pair.getPrivate(), VerifyingKey.of(pair.getPublic()));
  }

  /**
   * @param encoded 64 bytes, as {@link #encoded()} gives them
   * @throws IllegalArgumentException when they are not 64 bytes, or the halves do not belong
   *     together
   */
  public static SigningKey decode(byte[] encoded) {
    if (encoded.length != 2 * RAW) {
      throw new IllegalArgumentException("an encoded key has 64 bytes, not " + encoded.length);
    }
    byte[] pkcs8 = Arrays.copyOf(PKCS8, PKCS8.length + RAW);
    System.arraycopy(encoded, 0, pkcs8, PKCS8.length, RAW);
    PrivateKey secret =
        Algorithms.present(
            () -> Algorithms.ed25519Keys().generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    VerifyingKey verifying = VerifyingKey.decode(Arrays.copyOfRange(encoded, RAW, 2 * RAW));
    SigningKey key = new SigningKey(secret, verifying);
    byte[] probe = {1};
    if (!verifying.verifies(probe, key.sign(probe))) {
      throw new IllegalArgumentException("the two halves of the key do not belong together");
    }
    return key;
  }

  /** Secret seed and public key, 64 bytes. */
  public byte[] encoded() {
    byte[] pkcs8 = secret.getEncoded();
    byte[] encoded = Arrays.copyOfRange(pkcs8, pkcs8.length - RAW, pkcs8.length + RAW);
    System.arraycopy(verifying.encoded(), 0, encoded, RAW, RAW);
    return encoded;
  }

  /** The 64-byte signature of the message. */
  public byte[] sign(byte[] message) {
    Signature signature = Algorithms.ed25519();
    try {
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 failed to sign", e);
    }
  }

  /** The public half. */
  public VerifyingKey verifyingKey() {
    return verifying;
  }
}
