package org.exemplar.validation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exemplar.audit.AuditChain;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.CanonicalJson;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The chain of the audit trail: its hashes, and that no entry can be changed unnoticed. */
final class AuditChecks {
  private static final String SOURCE = "Python 3.11 (hashlib, RFC 8785 written out)";

  private final JsonNode chain;

  AuditChecks(References references) {
    this.chain = references.json("audit/golden.json").get("chain");
  }

  void run(Bench bench) {
    bench.check("Hashes of the audit trail", SOURCE, this::hashes);
    bench.check("An unbroken trail", SOURCE, this::unbroken);
    bench.check(
        "A trail with something changed", "each value in turn, by this check", this::changed);
    bench.check(
        "A trail with an entry missing or moved",
        "each entry in turn, by this check",
        this::missing);
  }

  private static Stamp stamp(JsonNode entry) {
    return new Stamp(
        entry.get("actor").stringValue(), Instant.parse(entry.get("at").stringValue()));
  }

  @SuppressWarnings("unchecked") // a JSON object's names are strings
  private static Map<String, ?> payload(JsonNode entry) {
    return (Map<String, ?>) JsonMapper.shared().convertValue(entry.get("payload"), Map.class);
  }

  private Comparison hashes() {
    AuditEntry.Head head = AuditEntry.Head.EMPTY;
    int right = 0;
    for (JsonNode each : chain) {
      AuditEntry entry =
          AuditEntry.after(head, stamp(each), each.get("action").stringValue(), payload(each));
      head = entry.head();
      right += head.hash().hex().equals(each.get("hash").stringValue()) ? 1 : 0;
    }
    return Comparison.all("SHA-256 of the entries", right, chain.size());
  }

  private List<AuditEntry> entries() {
    List<AuditEntry> entries = new ArrayList<>();
    for (JsonNode each : chain) {
      entries.add(
          new AuditEntry(
              each.get("sequence").longValue(),
              stamp(each),
              each.get("action").stringValue(),
              CanonicalJson.write(payload(each)),
              new AuditEntry.Chain(
                  Sha256.parse(each.get("previous").stringValue()),
                  Sha256.parse(each.get("hash").stringValue()))));
    }
    return entries;
  }

  private Comparison unbroken() {
    String found = AuditChain.verify(entries()).map(AuditChain.Break::what).orElse("unbroken");
    return Comparison.same("what verification says", "unbroken", found);
  }

  private Comparison changed() {
    int noticed = 0;
    int tried = 0;
    for (int i = 0; i < entries().size(); i++) {
      for (AuditEntry other : variants(entries().get(i))) {
        List<AuditEntry> trail = entries();
        trail.set(i, other);
        tried++;
        long place = i + 1L;
        noticed += AuditChain.verify(trail).filter(b -> b.sequence() >= place).isPresent() ? 1 : 0;
      }
    }
    return Comparison.all("changes that verification notices", noticed, tried);
  }

  private static List<AuditEntry> variants(AuditEntry e) {
    Stamp later = new Stamp(e.stamp().actor(), e.stamp().at().plusMillis(1));
    Stamp another = new Stamp("somebody", e.stamp().at());
    Sha256 foreign = Sha256.ofText("foreign");
    AuditEntry.Chain hash = new AuditEntry.Chain(e.chain().previous(), foreign);
    AuditEntry.Chain previous = new AuditEntry.Chain(foreign, e.chain().hash());
    return List.of(
        new AuditEntry(e.sequence(), later, e.action(), e.payload(), e.chain()),
        new AuditEntry(e.sequence(), another, e.action(), e.payload(), e.chain()),
        new AuditEntry(e.sequence(), e.stamp(), e.action() + "x", e.payload(), e.chain()),
        new AuditEntry(e.sequence(), e.stamp(), e.action(), "{\"x\":1}", e.chain()),
        new AuditEntry(e.sequence(), e.stamp(), e.action(), e.payload(), hash),
        new AuditEntry(e.sequence(), e.stamp(), e.action(), e.payload(), previous),
        new AuditEntry(e.sequence() + 1, e.stamp(), e.action(), e.payload(), e.chain()));
  }

  private Comparison missing() {
    int noticed = 0;
    int tried = 0;
    for (int i = 0; i + 1 < entries().size(); i++) {
      List<AuditEntry> without = entries();
      without.remove(i);
      List<AuditEntry> swapped = entries();
      swapped.set(i, swapped.set(i + 1, swapped.get(i)));
      tried += 2;
      noticed += AuditChain.verify(without).isPresent() ? 1 : 0;
      noticed += AuditChain.verify(swapped).isPresent() ? 1 : 0;
    }
    return Comparison.all("changes that verification notices", noticed, tried);
  }
}
