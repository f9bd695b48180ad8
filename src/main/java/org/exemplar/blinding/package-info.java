/**
 * Who is a PIE, and under which code: selection, randomisation, leak test, sealing, the unblinding
 * key.
 */
@NullMarked
package org.exemplar.blinding;

import org.jspecify.annotations.NullMarked;
