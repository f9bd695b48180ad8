package org.exemplar.audit;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.exemplar.crypto.Sha256;

/**
 * One entry of an audit trail, chained to the one before it.
 *
 * @param sequence from 1
 * @param stamp who and when, to the millisecond
 * @param action what was done, such as {@code "rating"}
 * @param payload the details as a canonical JSON object (see {@link CanonicalJson})
 * @param chain the hash of the entry before it and its own
 */
public record AuditEntry(long sequence, Stamp stamp, String action, String payload, Chain chain) {
  /** What stands where the first entry names its predecessor: 64 zeros. */
  public static final Sha256 GENESIS = new Sha256("0".repeat(64));

  /**
   * The link to the entry before.
   *
   * @param previous hash of the entry before, {@link #GENESIS} for the first
   * @param hash this entry's own
   */
  public record Chain(Sha256 previous, Sha256 hash) {}

  /**
   * The entry that follows {@code head}.
   *
   * @param head where the trail ends now
   * @param payload converted to canonical JSON
   */
  public static AuditEntry after(Head head, Stamp stamp, String action, Map<String, ?> payload) {
    long sequence = head.sequence() + 1;
    String json = CanonicalJson.write(payload);
    Stamp rounded = new Stamp(stamp.actor(), stamp.at().truncatedTo(ChronoUnit.MILLIS));
    Sha256 hash = hash(sequence, rounded, action, json, head.hash());
    return new AuditEntry(sequence, rounded, action, json, new Chain(head.hash(), hash));
  }

  /** Hash that the entry should have, given its other values. */
  public Sha256 expectedHash() {
    return hash(sequence, stamp, action, payload, chain.previous());
  }

  /** This entry as the end of a trail. */
  public Head head() {
    return new Head(sequence, chain.hash());
  }

  /**
   * Where a trail ends.
   *
   * @param sequence of the last entry, 0 for an empty trail
   * @param hash of the last entry
   */
  public record Head(long sequence, Sha256 hash) {
    /** The end of an empty trail. */
    public static final Head EMPTY = new Head(0, GENESIS);
  }

  /** SHA-256 of the canonical JSON object of all values but the hash itself. */
  private static Sha256 hash(
      long sequence, Stamp stamp, String action, String payload, Sha256 previous) {
    // Keys in canonical order; the payload is canonical already and goes in as it is.
    return Sha256.ofText(
        "{\"action\":%s,\"actor\":%s,\"at\":%s,\"payload\":%s,\"previous\":%s,\"sequence\":%d}"
            .formatted(
                CanonicalJson.write(action),
                CanonicalJson.write(stamp.actor()),
                CanonicalJson.write(stamp.at().toString()),
                payload,
                CanonicalJson.write(previous.hex()),
                sequence));
  }
}
