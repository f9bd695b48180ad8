package org.exemplar.store;

import java.util.List;
import org.exemplar.crypto.SigningKey;

/**
 * What a study is from its first moment.
 *
 * @param studyId 128 random bits in hex; names the study in every file
 * @param protocolText the whole protocol document, as one value
 * @param vocabulary findings that readers can name as missing, in the order offered
 * @param key the study's own key: signs its seal, its reading files and its audit head
 * @param software version of this program
 */
public record StudyIdentity(
    String studyId, String protocolText, List<String> vocabulary, SigningKey key, String software) {
  /** Copies. */
  public StudyIdentity {
    vocabulary = List.copyOf(vocabulary);
  }
}
