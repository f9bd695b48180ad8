package org.exemplar.audit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.exemplar.crypto.SigningKey;
import org.exemplar.crypto.VerifyingKey;

/**
 * A person who signs the entries of their acts.
 *
 * @param name the person's
 * @param role in the study, such as {@code coordinator}
 * @param key the person's own
 */
public record Signer(String name, String role, SigningKey key) {
  /** What an entry says about who signed it. */
  public Map<String, String> card() {
    return Map.of("name", name, "role", role, "key", key.verifyingKey().hex());
  }

  /** The signature of an entry. */
  public byte[] sign(String fileId, AuditEntry entry) {
    return key.sign(message(fileId, entry));
  }

  /** Whether a signature is that of a key's owner under this entry of this file. */
  public static boolean verifies(
      VerifyingKey key, String fileId, AuditEntry entry, byte[] signature) {
    return key.verifies(message(fileId, entry), signature);
  }

  /** Canonical JSON of what is signed: the file, the place and the hash of the entry. */
  private static byte[] message(String fileId, AuditEntry entry) {
    return CanonicalJson.write(
            Map.of(
                "entry", entry.sequence(),
                "file", fileId,
                "hash", entry.chain().hash().hex()))
        .getBytes(StandardCharsets.UTF_8);
  }
}
