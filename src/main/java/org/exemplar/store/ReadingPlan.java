package org.exemplar.store;

import java.time.Instant;
import org.exemplar.crypto.SigningKey;
import org.exemplar.study.ReadingProtocol;
import org.exemplar.study.Worklist;

/**
 * What a reading file is made of, besides the cases themselves.
 *
 * @param origin the study it belongs to
 * @param protocol the reader's part of the protocol
 * @param worklist what is read, in order; also says whose file it is
 * @param longestImage bytes of the study's longest image, to which all are padded
 */
public record ReadingPlan(
    Origin origin, ReadingProtocol protocol, Worklist worklist, int longestImage) {

  /**
   * The study a reading file belongs to.
   *
   * @param studyId as in {@link StudyIdentity}
   * @param key the study's key, which signs the file's manifest and does not go into the file
   * @param sealedAt when the study was sealed
   * @param software version of this program
   */
  public record Origin(String studyId, SigningKey key, Instant sealedAt, String software) {}
}
