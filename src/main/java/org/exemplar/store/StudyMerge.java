package org.exemplar.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.AuditEntry.Head;
import org.exemplar.audit.Stamp;
import org.exemplar.store.Ledger.NewRow;
import org.exemplar.store.MergeOutcome.Diverged;
import org.exemplar.store.MergeOutcome.Merged;
import org.exemplar.store.MergeOutcome.Older;
import org.exemplar.store.MergeOutcome.Refused;
import org.exemplar.store.MergeOutcome.Refused.Cause;
import org.exemplar.store.StudyQueries.Copy;
import org.exemplar.study.ReaderId;
import org.jspecify.annotations.Nullable;

/** Takes one returned reading file into the study: row by row as they are, trail and all. */
final class StudyMerge {
  private final Database study;
  private final StudyIdentity identity;
  private final ReadingFile reading;
  private final String readingId;
  private final ReaderId reader;

  StudyMerge(Database study, StudyIdentity identity, ReadingFile reading) {
    this.study = study;
    this.identity = identity;
    this.reading = reading;
    this.readingId = reading.header().readingId();
    this.reader = reading.header().reader();
  }

  MergeOutcome merge(Stamp stamp) {
    Optional<Refused> objection = objection();
    if (objection.isPresent()) {
      return objection.get();
    }
    List<AuditEntry> known = Trail.ofReading(study, readingId);
    List<AuditEntry> file = reading.audit();
    int common = common(known, file);
    if (common == file.size() && common < known.size()) {
      return new Older(reader, file.size(), known.size());
    }
    if (common == known.size()) {
      int added = file.size() - common;
      Counts counts =
          added == 0
              ? Counts.NONE
              : study.inTransaction(() -> take(file, common, stamp, Optional.empty()));
      return new Merged(reader, common, added, counts.cases(), counts.answers(), open(readingId));
    }
    return mergeCopy(known, file, common, stamp);
  }

  /** A file that went another way: it continues a copy that is known, or begins one. */
  private MergeOutcome mergeCopy(
      List<AuditEntry> known, List<AuditEntry> file, int forked, Stamp stamp) {
    List<Copy> copies = StudyQueries.copies(study, readingId);
    for (Copy copy : copies) {
      List<AuditEntry> trail = new ArrayList<>(known.subList(0, (int) copy.common()));
      trail.addAll(Trail.ofReading(study, copy.copyId()));
      int common = common(trail, file);
      if (common == file.size() && common < trail.size()) {
        return new Older(reader, file.size(), trail.size());
      }
      if (common == trail.size()) {
        return diverged(copy.copyId(), (int) copy.common(), common, file, stamp);
      }
    }
    return diverged(readingId + "-" + (copies.size() + 2), forked, forked, file, stamp);
  }

  private Diverged diverged(
      String copyId, int forked, int known, List<AuditEntry> file, Stamp stamp) {
    int added = file.size() - known;
    Counts counts =
        added == 0
            ? Counts.NONE
            : study.inTransaction(
                () -> take(file, known, stamp, Optional.of(new Fork(copyId, forked))));
    return new Diverged(reader, forked, added, counts.cases(), counts.answers(), open(copyId));
  }

  /** Where a copy went its own way. */
  private record Fork(String copyId, int common) {}

  /** What a merge added, practice apart. */
  private record Counts(int cases, int answers) {
    static final Counts NONE = new Counts(0, 0);
  }

  private List<Dispute> open(String id) {
    return new Disputes(study, reader)
        .all().stream()
            .filter(Dispute::open)
            .filter(d -> d.sides().stream().anyMatch(side -> side.readingId().equals(id)))
            .toList();
  }

  private Optional<Refused> objection() {
    if (StudyQueries.unblinding(study).isPresent()) {
      return refused(Cause.CLOSED, "the study is unblinded and takes no more answers");
    }
    if (!reading.header().studyId().equals(identity.studyId())) {
      return refused(Cause.OTHER_STUDY, "it belongs to another study");
    }
    Verification verification = reading.verify();
    if (!verification.intact()) {
      return refused(Cause.TAMPERED, "it was changed: " + verification.broken().orElse(""));
    }
    if (!StudyQueries.readers(study).contains(reader)) {
      return refused(
          Cause.OTHER_READER, "it is for " + reader + ", who is not a reader of this study");
    }
    Optional<IssuedReading> issued =
        StudyQueries.issued(study).stream()
            .filter(i -> i.readingId().equals(readingId))
            .findFirst();
    if (issued.isEmpty()) {
      return refused(Cause.NOT_HANDED_OUT, "it was not handed out by this study");
    }
    ReadingFile.Manifest manifest = reading.manifest();
    if (!manifest.digest().equals(issued.get().manifest())
        || !manifest.studyKey().equals(identity.key().verifyingKey())
        || !reading.header().rest().readerKey().equals(issued.get().key())) {
      boolean same = reader.equals(issued.get().reader());
      return refused(
          same ? Cause.TAMPERED : Cause.OTHER_READER,
          "it is not the file that was handed out to " + issued.get().reader());
    }
    return Optional.empty();
  }

  private Optional<Refused> refused(Cause cause, String why) {
    return Optional.of(new Refused(reader, cause, why));
  }

  private Counts take(List<AuditEntry> file, int known, Stamp stamp, Optional<Fork> fork) {
    String into = fork.map(Fork::copyId).orElse(readingId);
    List<AuditEntry> fresh = file.subList(known, file.size());
    int before = StudyQueries.done(study, reader, false);
    int answers = 0;
    for (AuditEntry entry : fresh) {
      Map<String, @Nullable Object> columns = new LinkedHashMap<>();
      columns.put("reading_id", into);
      columns.put("sequence", entry.sequence());
      columns.putAll(Trail.columns(entry));
      study.insert("reader_audit", columns);
      for (Trail.Vouched row : Trail.vouched(entry)) {
        Map<String, @Nullable Object> values =
            new LinkedHashMap<>(row.valuesIn(reading.database(), readingId));
        values.put("reading_id", into);
        study.insert(row.table(), values);
        if (row.table().equals("rating") && Integer.valueOf(0).equals(values.get("practice"))) {
          answers++;
        }
      }
    }
    record(fresh, known, stamp, fork);
    return new Counts(StudyQueries.done(study, reader, false) - before, answers);
  }

  private void record(List<AuditEntry> fresh, int known, Stamp stamp, Optional<Fork> fork) {
    Head head = fresh.getLast().head();
    Map<String, @Nullable Object> returned = new LinkedHashMap<>();
    fork.ifPresent(f -> {
      returned.put("copy_id", f.copyId());
      returned.put("common", f.common());
    });
    returned.put("reading_id", readingId);
    returned.put("at", stamp.at());
    returned.put("sequence", head.sequence());
    returned.put("hash", head.hash().hex());
    returned.put("signature", new Verifier(reading.database()).headSignature());
    new Ledger(study, identity.studyId(), identity.key())
        .appendWithin(
            stamp,
            fork.isPresent() ? "merge_of_copy" : "merge",
            Map.of(
                "reader", reader.value(),
                "reading_id", readingId,
                "known_entries", known,
                "new_entries", fresh.size(),
                "head", head.hash().hex()),
            List.of(new NewRow(fork.isPresent() ? "returned_copy" : "returned_reading", returned)));
  }

  private static int common(List<AuditEntry> known, List<AuditEntry> file) {
    int common = 0;
    while (common < known.size()
        && common < file.size()
        && known.get(common).chain().equals(file.get(common).chain())) {
      common++;
    }
    return common;
  }
}
