/**
 * Digests, AES-GCM, PBKDF2 and Ed25519: the only door to {@code javax.crypto} and {@code
 * java.security}.
 */
@NullMarked
package org.exemplar.crypto;

import org.jspecify.annotations.NullMarked;
