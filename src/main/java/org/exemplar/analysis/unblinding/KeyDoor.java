package org.exemplar.analysis.unblinding;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.Stamp;
import org.exemplar.blinding.KeyFile;
import org.exemplar.blinding.KeyJson;
import org.exemplar.blinding.UnblindingKey;
import org.exemplar.conduct.identity.Patience;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.SealedBox;
import org.exemplar.problem.Problem;
import org.exemplar.store.Seal;
import org.exemplar.store.StudyFile;

/**
 * Opens an unblinding key for a study, and writes every refusal into the study's audit trail. After
 * five wrong passphrases in a row each further try has to wait, twice as long each time.
 */
final class KeyDoor {
  static final String REFUSED = "key_refused";

  private final StudyFile study;
  private final Stamp stamp;

  /**
   * @param study which study; open for writing
   * @param stamp who tries, and when
   */
  KeyDoor(StudyFile study, Stamp stamp) {
    this.study = study;
    this.stamp = stamp;
  }

  /**
   * Opens the key.
   *
   * @throws Problem when it is not this study's key, the passphrase is wrong, or it is too early
   *     for another try
   */
  UnblindingKey open(Path file, Passphrase passphrase) {
    Seal seal =
        study.seal().orElseThrow(() -> new Problem("The study is not sealed yet: seal it first."));
    KeyFile keyFile = KeyFile.read(file);
    if (!keyFile.digest().equals(seal.keyDigest())) {
      throw refused(
          "another key",
          file
              + " is not the key that the study was sealed with: give the key whose digest is "
              + seal.keyDigest().checkCode()
              + ".");
    }
    keyFile.requirePeople(passphrase);
    requireWaited();
    byte[] plain =
        SealedBox.open(keyFile.box(), passphrase)
            .orElseThrow(() ->
                refused(
                    "wrong passphrase",
                    (keyFile.people() == 2
                            ? "The two passphrases together do not open "
                            : "The passphrase does not open ")
                        + file
                        + ": give what the study was built with."));
    UnblindingKey key = KeyJson.read(new String(plain, StandardCharsets.UTF_8));
    requireComplete(key);
    return key;
  }

  /** Writes a refusal into the trail, and gives the sentence to throw. */
  Problem refused(String why, String sentence) {
    study.note(REFUSED, Map.of("why", why), stamp);
    return new Problem(sentence);
  }

  private void requireComplete(UnblindingKey key) {
    boolean known =
        study.cases(false).stream()
            .allMatch(code -> key.find(code).filter(found -> !found.practice()).isPresent());
    if (!key.studyId().equals(study.identity().studyId()) || !known) {
      throw refused("another study", "The key is that of another study: give this study's key.");
    }
  }

  private void requireWaited() {
    List<AuditEntry> audit = study.audit();
    int wrong = 0;
    Instant last = Instant.EPOCH;
    for (int i = audit.size() - 1; i >= 0 && audit.get(i).action().equals(REFUSED); i--) {
      if (audit.get(i).payload().contains("wrong passphrase")) {
        last = wrong == 0 ? audit.get(i).stamp().at() : last;
        wrong++;
      }
    }
    Patience.require(wrong, last, stamp.at());
  }
}
