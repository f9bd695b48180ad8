package org.exemplar.conduct.identity;

import org.exemplar.crypto.VerifyingKey;

/**
 * A person who signs in on this computer.
 *
 * @param name as the audit trail has it
 * @param role what the person may do
 * @param key verifies what the person signed
 */
public record Identity(String name, Role role, VerifyingKey key) {}
