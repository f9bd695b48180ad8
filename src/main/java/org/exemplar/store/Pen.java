package org.exemplar.store;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.exemplar.audit.AuditEntry;
import org.exemplar.crypto.SigningKey;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What writes into an unlocked reading file. From the first time that the file cannot be written,
 * or is no longer where it was opened, everything goes to the second journal instead, and the
 * reading is asked of its mirror in memory.
 */
final class Pen implements AutoCloseable {
  private final ReadingFile file;
  private final Whereabouts whereabouts;
  private final SecondJournal second;
  private final Database mirror;
  private final Ledger ledger;
  private final Ledger mirrored;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable KeptElsewhere elsewhere;

  /** Whether the file may lack, or alone have, what was written last. */
  private volatile boolean unsure;

  Pen(ReadingFile file, SigningKey key, SecondJournal second) {
    this.file = file;
    this.whereabouts = Whereabouts.of(file.path());
    this.second = second;
    this.mirror = Mirror.of(file.database());
    String readingId = file.header().readingId();
    this.ledger = new Ledger(file.database(), readingId, key);
    this.mirrored = new Ledger(mirror, readingId, key);
  }

  /** Writes an entry and its rows in one transaction; on disk when this returns. */
  AuditEntry write(Function<Ledger, AuditEntry> writing) {
    lock.lock();
    try {
      KeptElsewhere known = elsewhere;
      if (known != null) {
        return keep(writing, known.why());
      }
      Optional<String> refused = whereabouts.same() ? writeToFile(writing) : Optional.of(gone());
      unsure = refused.isPresent();
      return unsure
          ? keep(writing, refused.orElseThrow())
          : mirror.inTransaction(() -> writing.apply(mirrored));
    } finally {
      lock.unlock();
    }
  }

  /** What is wrong with the file, where it did not take the entry. */
  private Optional<String> writeToFile(Function<Ledger, AuditEntry> writing) {
    try {
      if (unsure && !Ledger.head(file.database()).equals(Ledger.head(mirror))) {
        return Optional.of(gone());
      }
      file.database().inTransaction(() -> writing.apply(ledger));
    } catch (Problem e) {
      if (StoreProblems.unwritable(e)) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
      throw e;
    }
    // A file that was unlinked or replaced still takes everything, and nobody will ever see it.
    return whereabouts.same() ? Optional.empty() : Optional.of(gone());
  }

  private String gone() {
    return "The file %s is no longer where it was opened: its drive was disconnected, or the file was moved, removed or replaced."
        .formatted(file.path().getFileName());
  }

  private AuditEntry keep(Function<Ledger, AuditEntry> writing, String why) {
    return mirror.inTransaction(() -> {
      AuditEntry entry = writing.apply(mirrored);
      Kept kept = Kept.latest(mirror, file.header().readingId(), entry);
      elsewhere = new KeptElsewhere(second.add(kept, whereabouts.same()), why);
      return entry;
    });
  }

  /** Where the reading is asked for: the file, or its mirror once that knows more. */
  Database current() {
    return unsure ? mirror : file.database();
  }

  Database mirror() {
    return mirror;
  }

  Optional<KeptElsewhere> elsewhere() {
    return Optional.ofNullable(elsewhere);
  }

  /** Brings what was kept elsewhere home, if the file can be written again. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (elsewhere != null && whereabouts.same()) {
        takeHome();
      }
    } finally {
      lock.unlock();
    }
  }

  private void takeHome() {
    try {
      new Replay(file.database(), file.header()).of(second.read());
      second.discard();
      elsewhere = null;
      unsure = false;
    } catch (Problem e) {
      if (!StoreProblems.unwritable(e)) {
        throw e;
      }
    }
  }
}
