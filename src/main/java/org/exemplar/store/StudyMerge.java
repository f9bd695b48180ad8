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
import org.exemplar.study.Rating;
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
    Optional<String> objection = objection();
    if (objection.isPresent()) {
      return new Refused(reader, objection.get());
    }
    List<AuditEntry> known = Trail.ofReading(study, readingId);
    List<AuditEntry> file = reading.audit();
    int common = common(known, file);
    if (common < known.size() && common < file.size()) {
      return new Diverged(reader, common, conflicts());
    }
    if (common < known.size()) {
      return new Older(reader, file.size(), known.size());
    }
    List<AuditEntry> fresh = file.subList(common, file.size());
    if (fresh.isEmpty()) {
      return new Merged(reader, common, 0, 0, 0);
    }
    return study.inTransaction(() -> take(fresh, common, stamp));
  }

  private Optional<String> objection() {
    if (StudyQueries.unblinding(study).isPresent()) {
      return Optional.of("the study is unblinded and takes no more answers");
    }
    if (!reading.header().studyId().equals(identity.studyId())) {
      return Optional.of("it belongs to another study");
    }
    Verification verification = reading.verify();
    if (!verification.intact()) {
      return Optional.of("it was changed: " + verification.broken().orElse(""));
    }
    Optional<IssuedReading> issued =
        StudyQueries.issued(study).stream()
            .filter(i -> i.readingId().equals(readingId))
            .findFirst();
    if (issued.isEmpty()) {
      return Optional.of("it was not handed out by this study");
    }
    ReadingFile.Manifest manifest = reading.manifest();
    if (!manifest.digest().equals(issued.get().manifest())
        || !manifest.studyKey().equals(identity.key().verifyingKey())
        || !reading.header().rest().readerKey().equals(issued.get().key())) {
      return Optional.of("it is not the file that was handed out to " + issued.get().reader());
    }
    return Optional.empty();
  }

  private Merged take(List<AuditEntry> fresh, int known, Stamp stamp) {
    int submissions = 0;
    int ratings = 0;
    for (AuditEntry entry : fresh) {
      Map<String, @Nullable Object> columns = new LinkedHashMap<>();
      columns.put("reading_id", readingId);
      columns.put("sequence", entry.sequence());
      columns.putAll(Trail.columns(entry));
      study.insert("reader_audit", columns);
      for (Trail.Vouched row : Trail.vouched(entry)) {
        Map<String, @Nullable Object> values = row.valuesIn(reading.database(), readingId);
        study.insert(row.table(), values);
        if (Integer.valueOf(0).equals(values.get("practice"))) {
          submissions += row.table().equals("submission") ? 1 : 0;
          ratings += row.table().equals("rating") ? 1 : 0;
        }
      }
    }
    Head head = fresh.getLast().head();
    Map<String, @Nullable Object> returned = new LinkedHashMap<>();
    returned.put("reading_id", readingId);
    returned.put("at", stamp.at());
    returned.put("sequence", head.sequence());
    returned.put("hash", head.hash().hex());
    returned.put("signature", new Verifier(reading.database()).headSignature());
    new Ledger(study, identity.studyId(), identity.key())
        .appendWithin(
            stamp,
            "merge",
            Map.of(
                "reader", reader.value(),
                "reading_id", readingId,
                "known_entries", known,
                "new_entries", fresh.size(),
                "head", head.hash().hex()),
            List.of(new NewRow("returned_reading", returned)));
    return new Merged(reader, known, fresh.size(), submissions, ratings);
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

  /** Places and questions that study and file know differently. */
  private List<MergeConflict> conflicts() {
    Map<String, Rating> inStudy = byPlace(new ReadingQueries(study, readingId).ratings());
    Map<String, Rating> inFile = byPlace(reading.ratings());
    List<MergeConflict> conflicts = new ArrayList<>();
    inFile.forEach((place, rating) -> {
      Rating known = inStudy.remove(place);
      if (!rating.equals(known)) {
        conflicts.add(new MergeConflict(known, rating));
      }
    });
    inStudy.values().forEach(rating -> conflicts.add(new MergeConflict(rating, null)));
    return conflicts;
  }

  private static Map<String, Rating> byPlace(List<Rating> ratings) {
    Map<String, Rating> byPlace = new LinkedHashMap<>();
    ratings.forEach(r -> byPlace.put(r.item().position() + "/" + r.rated().questionId(), r));
    return byPlace;
  }
}
