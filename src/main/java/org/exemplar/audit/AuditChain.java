package org.exemplar.audit;

import java.util.Optional;
import org.exemplar.audit.AuditEntry.Head;

/** Whether a trail of entries is unbroken. */
public final class AuditChain {
  private AuditChain() {}

  /**
   * The first thing broken.
   *
   * @param sequence where, counted from 1
   * @param what one plain clause
   */
  public record Break(long sequence, String what) {}

  /**
   * Checks that sequences count 1, 2, 3, …, that each entry names the one before it, and that each
   * hash is that of its entry.
   *
   * @return empty when the chain is unbroken
   */
  public static Optional<Break> verify(Iterable<AuditEntry> entries) {
    return verify(Head.EMPTY, entries);
  }

  /** Checks the continuation of a trail that ends at {@code head}. */
  public static Optional<Break> verify(Head head, Iterable<AuditEntry> entries) {
    Head before = head;
    for (AuditEntry entry : entries) {
      long expected = before.sequence() + 1;
      if (entry.sequence() != expected) {
        return Optional.of(new Break(expected, "audit entry " + expected + " is missing"));
      }
      if (!entry.chain().previous().equals(before.hash())) {
        return Optional.of(
            new Break(expected, "audit entry " + expected + " does not continue the one before"));
      }
      if (!entry.expectedHash().equals(entry.chain().hash())) {
        return Optional.of(new Break(expected, "audit entry " + expected + " was changed"));
      }
      before = entry.head();
    }
    return Optional.empty();
  }
}
