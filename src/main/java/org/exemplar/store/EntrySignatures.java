package org.exemplar.store;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.Signer;
import org.exemplar.crypto.VerifyingKey;
import org.exemplar.store.Verifier.Broken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The signatures of people under entries of a study's trail. An entry names who signed it under
 * {@code by} in its payload, with the public key, so that it is in the chain; the signature of the
 * entry's hash lies beside it.
 */
final class EntrySignatures {
  /** Where an entry's payload says who signed it. */
  static final String BY = "by";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EntrySignatures() {}

  static void write(Database database, String fileId, AuditEntry entry, Signer signer) {
    database.insert(
        "entry_signature",
        Map.of("sequence", entry.sequence(), "signature", signer.sign(fileId, entry)));
  }

  /** That each entry which names a signer is signed by that key, and no other entry is signed. */
  static void check(Database database, List<AuditEntry> trail, String fileId) {
    Map<Long, byte[]> signatures = new HashMap<>();
    database.each(
        "SELECT * FROM entry_signature",
        row -> signatures.put(row.number("sequence"), row.bytes("signature")));
    for (AuditEntry entry : trail) {
      byte[] signature = signatures.remove(entry.sequence());
      JsonNode by = JSON.readTree(entry.payload()).path(BY);
      if (by.isMissingNode() != (signature == null)) {
        throw new Broken(
            "the signature of audit entry " + entry.sequence() + " is missing or was added");
      }
      if (signature != null) {
        VerifyingKey key =
            VerifyingKey.decode(HexFormat.of().parseHex(by.path("key").asString("")));
        if (!Signer.verifies(key, fileId, entry, signature)) {
          throw new Broken("the signature of audit entry " + entry.sequence() + " is wrong");
        }
      }
    }
    if (!signatures.isEmpty()) {
      throw new Broken("table entry_signature signs an audit entry that is not there");
    }
  }
}
