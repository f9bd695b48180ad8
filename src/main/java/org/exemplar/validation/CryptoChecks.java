package org.exemplar.validation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.exemplar.crypto.ContentKey;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.SealedBox;
import org.exemplar.crypto.Sha256;
import org.exemplar.crypto.SigningKey;
import org.exemplar.crypto.Stretching;
import org.exemplar.crypto.VerifyingKey;
import tools.jackson.databind.JsonNode;

/** Published vectors of the algorithms that guard a study, and a box that another program made. */
final class CryptoChecks {
  private static final HexFormat HEX = HexFormat.of();

  private final JsonNode golden;

  CryptoChecks(References references) {
    this.golden = references.json("audit/golden.json");
  }

  void run(Bench bench) {
    bench.check("SHA-256", "NIST FIPS 180-4 examples", this::digests);
    bench.check("PBKDF2-HMAC-SHA256", "RFC 7914, section 11", this::stretching);
    for (int i = 0; i < golden.get("aes_gcm").size(); i++) {
      JsonNode vector = golden.get("aes_gcm").get(i);
      String source = i == 0 ? "McGrew and Viega, test case 14" : "Python cryptography (OpenSSL)";
      bench.check("AES-256-GCM, vector " + (i + 1), source, () -> decrypted(vector));
    }
    bench.check("AES-256-GCM refuses what was changed", "each byte, by this check", this::forged);
    for (int i = 0; i < golden.get("ed25519").size(); i++) {
      JsonNode vector = golden.get("ed25519").get(i);
      bench.check("Ed25519, vector " + (i + 2), "RFC 8032, section 7.1", () -> signature(vector));
    }
    bench.check(
        "Ed25519 refuses what was changed", "each byte, by this check", this::forgedSignature);
    bench.check(
        "A box sealed by another program", "Python cryptography, 600,000 rounds", this::box);
    bench.check("A box and a wrong passphrase", "by this check", this::wrongPassphrase);
  }

  private static byte[] hex(JsonNode vector, String name) {
    return HEX.parseHex(vector.get(name).stringValue());
  }

  private Comparison digests() {
    int right = 0;
    for (JsonNode each : golden.get("digests")) {
      String digest = Sha256.ofText(each.get("text").stringValue()).hex();
      right += digest.equals(each.get("sha256").stringValue()) ? 1 : 0;
    }
    return Comparison.all("digests", right, golden.get("digests").size());
  }

  private Comparison stretching() {
    JsonNode vector = golden.get("pbkdf2");
    try (Passphrase passphrase = Passphrase.of(vector.get("passphrase").stringValue())) {
      byte[] key =
          new Stretching(vector.get("rounds").intValue()).stretch(passphrase, hex(vector, "salt"));
      return Comparison.same(
          "the first 32 bytes of the key", vector.get("key").stringValue(), HEX.formatHex(key));
    }
  }

  private static byte[] piece(JsonNode vector) {
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    piece.writeBytes(hex(vector, "nonce"));
    piece.writeBytes(hex(vector, "cipher"));
    piece.writeBytes(hex(vector, "tag"));
    return piece.toByteArray();
  }

  private static Optional<byte[]> decrypt(JsonNode vector, byte[] piece) {
    try (ContentKey key = ContentKey.of(hex(vector, "key"))) {
      return key.decrypt(piece, vector.get("name").stringValue());
    }
  }

  private static Comparison decrypted(JsonNode vector) {
    return Comparison.same(
        "the decrypted text",
        vector.get("plain").stringValue(),
        decrypt(vector, piece(vector)).map(HEX::formatHex).orElse("refused"));
  }

  private Comparison forged() {
    JsonNode vector = golden.get("aes_gcm").get(1);
    byte[] piece = piece(vector);
    int refused = 0;
    for (int i = 0; i < piece.length; i++) {
      byte[] changed = piece.clone();
      changed[i] ^= 1;
      refused += decrypt(vector, changed).isEmpty() ? 1 : 0;
    }
    return Comparison.all("changed bytes that are noticed", refused, piece.length);
  }

  private static Comparison signature(JsonNode vector) {
    byte[] key = Arrays.copyOf(hex(vector, "seed"), 64);
    System.arraycopy(hex(vector, "public"), 0, key, 32, 32);
    byte[] signature = SigningKey.decode(key).sign(hex(vector, "message"));
    return Comparison.same(
        "the signature", vector.get("signature").stringValue(), HEX.formatHex(signature));
  }

  private Comparison forgedSignature() {
    JsonNode vector = golden.get("ed25519").get(0);
    VerifyingKey key = VerifyingKey.decode(hex(vector, "public"));
    byte[] message = hex(vector, "message");
    byte[] signature = hex(vector, "signature");
    boolean genuine = key.verifies(message, signature);
    int refused = 0;
    for (int i = 0; i < signature.length; i++) {
      byte[] changed = signature.clone();
      changed[i] ^= 1;
      refused += genuine && !key.verifies(message, changed) ? 1 : 0;
    }
    return Comparison.all("changed bytes that are noticed", refused, signature.length);
  }

  private byte[] sealed() {
    return Base64.getDecoder().decode(golden.get("box").get("sealed").stringValue());
  }

  private Comparison box() {
    JsonNode box = golden.get("box");
    try (Passphrase passphrase = Passphrase.of(box.get("passphrase").stringValue())) {
      return Comparison.same(
          "what lies in it",
          box.get("plain").stringValue(),
          SealedBox.open(sealed(), passphrase)
              .map(plain -> new String(plain, StandardCharsets.UTF_8))
              .orElse("the passphrase does not fit"));
    }
  }

  private Comparison wrongPassphrase() {
    try (Passphrase passphrase = Passphrase.of("another passphrase")) {
      return Comparison.same(
          "whether it opens",
          "shut",
          SealedBox.open(sealed(), passphrase).isEmpty() ? "shut" : "open");
    }
  }
}
