package org.exemplar.store;

import org.exemplar.audit.Stamp;

/**
 * One version of a study's protocol.
 *
 * @param version from 1, the sealed one; higher ones are amendments
 * @param text the whole document
 * @param reason why it was amended; empty for the first
 * @param stamp who and when
 */
public record ProtocolVersion(int version, String text, String reason, Stamp stamp) {}
