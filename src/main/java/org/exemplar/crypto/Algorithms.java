package org.exemplar.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.SecretKeySpec;

/** The few algorithms in use, by the names that every Java runtime must know. */
final class Algorithms {
  private Algorithms() {}

  static MessageDigest sha256() {
    return present(() -> MessageDigest.getInstance("SHA-256"));
  }

  static Mac hmacSha256(byte[] key) {
    return present(() -> {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    });
  }

  static Cipher aesGcm() {
    return present(() -> Cipher.getInstance("AES/GCM/NoPadding"));
  }

  static SecretKeyFactory pbkdf2() {
    return present(() -> SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256"));
  }

  static Signature ed25519() {
    return present(() -> Signature.getInstance("Ed25519"));
  }

  static KeyFactory ed25519Keys() {
    return present(() -> KeyFactory.getInstance("Ed25519"));
  }

  /** Runs what can fail only in a runtime without the algorithm. */
  static <T> T present(Step<T> step) {
    try {
      return step.run();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks a required algorithm", e);
    }
  }

  @FunctionalInterface
  interface Step<T> {
    T run() throws GeneralSecurityException;
  }
}
