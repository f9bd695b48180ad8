package org.exemplar.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.AuditEntry.Head;
import org.exemplar.problem.Problem;

/**
 * Adds what was kept elsewhere to the reading file it belongs to, as if it had been written there:
 * same rows, same entries, same signatures. What the file has already is passed over, so that
 * nothing is ever there twice.
 */
final class Replay {
  private final Database database;
  private final ReadingHeader header;

  Replay(Database database, ReadingHeader header) {
    this.database = database;
    this.header = header;
  }

  /**
   * Adds entries, all or none.
   *
   * @param kept by sequence
   * @return how many were new
   * @throws Problem when they do not continue this file
   */
  int of(List<Kept> kept) {
    return kept.isEmpty() ? 0 : database.inTransaction(() -> add(kept));
  }

  private int add(List<Kept> kept) {
    Map<Long, AuditEntry.Chain> known = new HashMap<>();
    Trail.own(database).forEach(entry -> known.put(entry.sequence(), entry.chain()));
    Head head = Ledger.head(database);
    int added = 0;
    for (Kept next : kept) {
      AuditEntry entry = next.entry();
      AuditEntry.Chain here = known.get(entry.sequence());
      if (here != null) {
        require(here.equals(entry.chain()));
      } else {
        require(follows(next, head));
        add(next);
        head = entry.head();
        added++;
      }
    }
    return added;
  }

  private boolean follows(Kept next, Head head) {
    AuditEntry entry = next.entry();
    return entry.sequence() == head.sequence() + 1
        && entry.chain().previous().equals(head.hash())
        && entry.expectedHash().equals(entry.chain().hash())
        && header
            .rest()
            .readerKey()
            .verifies(Ledger.message(header.readingId(), entry.head()), next.signature());
  }

  private void add(Kept next) {
    List<Trail.Vouched> vouched = Trail.vouched(next.entry());
    require(vouched.size() == next.rows().size());
    for (int i = 0; i < vouched.size(); i++) {
      Kept.TableRow row = next.rows().get(i);
      require(Tables.READING.contains(row.table()) && row.table().equals(vouched.get(i).table()));
      database.insert(row.table(), row.values());
      require(
          vouched.get(i).digestIn(database, header.readingId()).equals(vouched.get(i).digest()));
    }
    Ledger.insert(database, next.entry(), next.signature());
  }

  private void require(boolean fits) {
    if (!fits) {
      throw new Problem(
          "Answers that were kept apart do not continue the file %s as it is here; open the copy"
                  .formatted(database.path().getFileName())
              + " of the file in which they were given, or ask the coordinator. Nothing was"
              + " changed.");
    }
  }
}
