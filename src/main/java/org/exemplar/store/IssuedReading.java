package org.exemplar.store;

import java.time.Instant;
import org.exemplar.crypto.Sha256;
import org.exemplar.crypto.VerifyingKey;
import org.exemplar.study.ReaderId;

/**
 * A reading file that was handed out.
 *
 * @param readingId 128 random bits in hex; names the file inside and in the study
 * @param reader whose it is
 * @param key public half of the key that signs the reader's audit head
 * @param manifest digest of everything in the file that never changes
 * @param issuedAt when
 */
public record IssuedReading(
    String readingId, ReaderId reader, VerifyingKey key, Sha256 manifest, Instant issuedAt) {}
