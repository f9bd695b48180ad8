package org.exemplar.store;

import java.util.Optional;
import org.exemplar.audit.AuditEntry;

/**
 * Whether a file is complete and unchanged.
 *
 * @param broken the first thing found broken, as one plain clause; empty when intact
 * @param head the end of the file's audit trail
 */
public record Verification(Optional<String> broken, AuditEntry.Head head) {
  /** Whether nothing is broken. */
  public boolean intact() {
    return broken.isEmpty();
  }
}
