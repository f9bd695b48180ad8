package org.exemplar.store;

import java.time.Instant;
import org.exemplar.crypto.Sha256;

/**
 * What a study was sealed with.
 *
 * @param digest over protocol, cases, orders, key digest and software version, signed by the study
 * @param keyDigest SHA-256 of the unblinding key's file
 * @param protocolDigest SHA-256 of the protocol's text
 * @param software version of the program that sealed
 * @param sealedAt when
 */
public record Seal(
    Sha256 digest, Sha256 keyDigest, Sha256 protocolDigest, String software, Instant sealedAt) {}
