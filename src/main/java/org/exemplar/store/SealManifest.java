package org.exemplar.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.exemplar.audit.CanonicalJson;
import org.exemplar.crypto.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a study's seal is the digest of: a canonical JSON object of format {@code exemplar-seal/1}.
 *
 * @param json the object
 */
record SealManifest(String json) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FORMAT = "exemplar-seal/1";

  static SealManifest of(Database database, StudyIdentity study, Sha256 keyDigest, Instant at) {
    return of(database, study, keyDigest, Values.text(at));
  }

  private static SealManifest of(
      Database database, StudyIdentity study, Sha256 keyDigest, String at) {
    Map<String, Object> tables = new LinkedHashMap<>();
    StudySchema.FIXED.forEach(t -> tables.put(t, RowDigests.table(database, t).hex()));
    return new SealManifest(
        CanonicalJson.write(
            Map.of(
                "format", FORMAT,
                "study_id", study.studyId(),
                "key_sha256", keyDigest.hex(),
                "protocol_sha256", Sha256.ofText(study.protocolText()).hex(),
                "software", study.software(),
                "sealed_at", at,
                "tables", tables)));
  }

  /** The manifest that the database should have been sealed with, given what is sealed in. */
  SealManifest recomputed(Database database, StudyIdentity study) {
    return of(database, study, digestOf("key_sha256"), text("sealed_at"));
  }

  Sha256 digest() {
    return Sha256.ofText(json);
  }

  byte[] bytes() {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  Seal seal() {
    return new Seal(
        digest(),
        digestOf("key_sha256"),
        digestOf("protocol_sha256"),
        text("software"),
        Values.instant(text("sealed_at")));
  }

  private Sha256 digestOf(String key) {
    return new Sha256(text(key));
  }

  private String text(String key) {
    JsonNode value = JSON.readTree(json).required(key);
    return value.stringValue();
  }
}
