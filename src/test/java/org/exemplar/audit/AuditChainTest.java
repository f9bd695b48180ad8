package org.exemplar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.exemplar.audit.AuditEntry.Head;
import org.exemplar.crypto.Sha256;
import org.junit.jupiter.api.Test;

class AuditChainTest {
  private final List<AuditEntry> trail = trail(5);

  @Test
  void an_untouched_trail_is_unbroken() {
    assertThat(AuditChain.verify(trail)).isEmpty();
    assertThat(AuditChain.verify(List.of())).isEmpty();
    assertThat(AuditChain.verify(trail.get(1).head(), trail.subList(2, 5))).isEmpty();
    assertThat(trail.getFirst().sequence()).isEqualTo(1);
    assertThat(trail.getFirst().chain().previous()).isEqualTo(AuditEntry.GENESIS);
  }

  /** The hash can be computed by any program from the entry's canonical JSON. */
  @Test
  void the_hash_is_that_of_the_canonical_object() {
    AuditEntry first = trail.getFirst();
    String json =
        "{\"action\":\"rating\",\"actor\":\"R01\",\"at\":\"2026-01-01T00:00:00Z\","
            + "\"payload\":{\"n\":1},\"previous\":\""
            + "0".repeat(64)
            + "\",\"sequence\":1}";
    assertThat(first.chain().hash()).isEqualTo(Sha256.ofText(json));
  }

  @Test
  void any_changed_value_is_named_with_its_entry() {
    List<UnaryOperator<AuditEntry>> changes =
        List.of(
            e ->
                new AuditEntry(
                    e.sequence(),
                    new Stamp("R02", e.stamp().at()),
                    e.action(),
                    e.payload(),
                    e.chain()),
            e ->
                new AuditEntry(
                    e.sequence(),
                    new Stamp("R01", e.stamp().at().plusMillis(1)),
                    e.action(),
                    e.payload(),
                    e.chain()),
            e -> new AuditEntry(e.sequence(), e.stamp(), "ratings", e.payload(), e.chain()),
            e -> new AuditEntry(e.sequence(), e.stamp(), e.action(), "{\"n\":9}", e.chain()),
            e ->
                new AuditEntry(
                    e.sequence(),
                    e.stamp(),
                    e.action(),
                    e.payload(),
                    new AuditEntry.Chain(e.chain().previous(), Sha256.ofText("x"))));
    for (UnaryOperator<AuditEntry> change : changes) {
      List<AuditEntry> changed = new ArrayList<>(trail);
      changed.set(2, change.apply(trail.get(2)));
      AuditChain.Break found = AuditChain.verify(changed).orElseThrow();
      assertThat(found.sequence()).isEqualTo(3);
      assertThat(found.what()).isEqualTo("audit entry 3 was changed");
    }
  }

  @Test
  void removed_swapped_and_rewritten_entries_are_named() {
    List<AuditEntry> removed = new ArrayList<>(trail);
    removed.remove(1);
    assertThat(AuditChain.verify(removed).orElseThrow().what())
        .isEqualTo("audit entry 2 is missing");
    // Entry 3 rewritten with a hash of its own: the next one no longer continues it.
    List<AuditEntry> rewritten = new ArrayList<>(trail);
    rewritten.set(2, AuditEntry.after(trail.get(1).head(), trail.get(2).stamp(), "x", Map.of()));
    assertThat(AuditChain.verify(rewritten).orElseThrow().what())
        .isEqualTo("audit entry 4 does not continue the one before");
    assertThat(AuditChain.verify(trail.subList(1, 5)).orElseThrow().sequence()).isEqualTo(1);
  }

  private static List<AuditEntry> trail(int length) {
    List<AuditEntry> trail = new ArrayList<>();
    Head head = Head.EMPTY;
    for (int i = 1; i <= length; i++) {
      Stamp stamp = new Stamp("R01", Instant.parse("2026-01-01T00:00:00.000000999Z"));
      AuditEntry entry = AuditEntry.after(head, stamp, "rating", Map.of("n", i));
      trail.add(entry);
      head = entry.head();
    }
    return trail;
  }
}
