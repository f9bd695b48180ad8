package org.exemplar.store;

import java.time.Instant;
import org.exemplar.study.ReaderId;

/**
 * What a reading file says about itself without a passphrase.
 *
 * @param title the neutral title of the study
 * @param studyId the study it belongs to
 * @param readingId names this file
 * @param reader whose it is
 * @param sealedAt when the study was sealed
 */
public record ReadingSummary(
    String title, String studyId, String readingId, ReaderId reader, Instant sealedAt) {}
