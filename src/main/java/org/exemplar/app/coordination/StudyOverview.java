package org.exemplar.app.coordination;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.exemplar.audit.AuditEntry;
import org.exemplar.conduct.Backup;
import org.exemplar.conduct.FollowUp;
import org.exemplar.conduct.Outlook;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.crypto.Sha256;
import org.exemplar.store.Dispute;
import org.exemplar.store.IssuedReading;
import org.exemplar.store.ReturnedReading;
import org.exemplar.store.Seal;
import org.exemplar.store.StudyFile;
import org.exemplar.store.Verification;
import org.exemplar.study.Deviation;
import org.exemplar.study.Protocol;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProgress;
import org.jspecify.annotations.Nullable;

/**
 * All that the coordinator's desk shows of a study, read from {@code study.db} alone, which holds
 * no arm: no number here can depend on one.
 *
 * @param location where it lies
 * @param about what it is
 * @param readers one row each, in order of their pseudonyms
 * @param answers to questions, practice apart
 * @param trail its audit trail
 * @param returned what came back
 */
public record StudyOverview(
    StudyLocation location,
    About about,
    List<ReaderRow> readers,
    Answers answers,
    Trail trail,
    Returned returned) {
  /**
   * What a study is.
   *
   * @param cases of the study set, practice apart
   * @param questions how many
   * @param sealedAt null for a draft
   * @param unblindedAt null until then
   */
  public record About(
      String title,
      int cases,
      int questions,
      @Nullable Instant sealedAt,
      @Nullable Instant unblindedAt) {}

  /**
   * Answers that count.
   *
   * @param given by now
   * @param of all questions on all worklists
   * @param simulated whether any was given by a program
   */
  public record Answers(int given, int of, boolean simulated) {}

  /**
   * The audit trail, and what the study can be restored from.
   *
   * @param entries in order
   * @param verification whether the study is complete and unchanged
   * @param key digest of the key it was sealed with; {@link AuditEntry#GENESIS} for a draft
   * @param signedHeads returned files whose signed heads were verified
   * @param backups in the study's own folder, the newest first
   */
  public record Trail(
      List<AuditEntry> entries,
      Verification verification,
      Sha256 key,
      int signedHeads,
      List<Backup.Kept> backups) {
    /** Keeps copies. */
    public Trail {
      entries = List.copyOf(entries);
      backups = List.copyOf(backups);
    }

    /** Check code of the key it was sealed with; empty for a draft. */
    public String keyDigest() {
      return key.equals(AuditEntry.GENESIS) ? "" : key.checkCode();
    }
  }

  /**
   * What came back.
   *
   * @param asOf when the study was read
   * @param files in the order in which they came back
   * @param disputes answers that differ between files, decided or not
   * @param deviations what readers did otherwise than the protocol says, oldest first
   * @param onlyLook why nothing can be added, one sentence; empty when it can
   */
  public record Returned(
      Instant asOf,
      List<ReturnedReading> files,
      List<Dispute> disputes,
      List<Made> deviations,
      String onlyLook) {
    /** Keeps copies. */
    public Returned {
      files = List.copyOf(files);
      disputes = List.copyOf(disputes);
      deviations = List.copyOf(deviations);
    }
  }

  /** A deviation and whose it is. */
  public record Made(ReaderId reader, Deviation deviation) {}

  /** Keeps a copy. */
  public StudyOverview {
    readers = List.copyOf(readers);
  }

  /** Answers that differ between files, decided or not. */
  public List<Dispute> disputes() {
    return returned.disputes();
  }

  /** How many answers wait for a decision. */
  public int waiting() {
    return (int) disputes().stream().filter(Dispute::open).count();
  }

  /**
   * Reads a study.
   *
   * @param now by which is told who has stopped, and how the reading may go on
   * @throws org.exemplar.problem.Problem when it cannot be read
   */
  public static StudyOverview of(StudyLocation location, Instant now) {
    try (StudyFile study = StudyFile.openReadOnly(location.database())) {
      Protocol protocol =
          Protocol.parse("the study's protocol", study.protocols().getLast().text());
      List<Rating> ratings = study.ratings().stream().filter(r -> !r.item().practice()).toList();
      Map<ReaderId, ReadingProgress> progress = study.progress();
      int questions = protocol.reading().questions().size();
      boolean simulated =
          ratings.stream().anyMatch(r -> r.circumstances().simulated())
              || progress.values().stream().anyMatch(ReadingProgress::simulated);
      return new StudyOverview(
          location,
          new About(
              protocol.reading().title(),
              study.cases(false).size(),
              questions,
              study.seal().map(Seal::sealedAt).orElse(null),
              study.unblinding().map(u -> u.stamp().at()).orElse(null)),
          rows(study, now),
          new Answers(
              ratings.size(),
              progress.values().stream().mapToInt(p -> p.of() * questions).sum(),
              simulated),
          new Trail(
              study.audit(),
              study.verify(),
              study.seal().map(Seal::keyDigest).orElse(AuditEntry.GENESIS),
              (int)
                  study.issued().stream()
                      .filter(i -> !study.readerAudit(i.readingId()).isEmpty())
                      .count(),
              Backup.list(location)),
          new Returned(
              now,
              study.returns(),
              study.disputes(),
              deviations(study),
              study.onlyLook().orElse("")));
    }
  }

  private static List<Made> deviations(StudyFile study) {
    return study.readers().stream()
        .flatMap(reader -> study.deviations(reader).stream().map(d -> new Made(reader, d)))
        .sorted(Comparator.comparing(made -> made.deviation().at()))
        .toList();
  }

  private static List<ReaderRow> rows(StudyFile study, Instant now) {
    Set<ReaderId> issued =
        study.issued().stream().map(IssuedReading::reader).collect(Collectors.toSet());
    Map<ReaderId, ReadingProgress> progress = study.progress();
    return FollowUp.of(study, now).stream()
        .map(each ->
            new ReaderRow(
                progress.getOrDefault(
                    each.reader(), new ReadingProgress(0, each.of(), 0, 0, false)),
                each,
                issued.contains(each.reader()) ? ReaderRow.HandedOut.YES : ReaderRow.HandedOut.NO))
        .toList();
  }

  /** How the reading may go on. */
  public Outlook outlook() {
    return Outlook.of(followUps(), returned.asOf());
  }

  /** How each reader comes along. */
  public List<FollowUp> followUps() {
    return readers.stream().map(ReaderRow::followUp).toList();
  }

  /** How far it is. */
  public StudyStage stage() {
    if (about.unblindedAt() != null) {
      return StudyStage.UNBLINDED;
    }
    if (about.sealedAt() == null) {
      return StudyStage.DRAFT;
    }
    if (missing() == 0 && !readers.isEmpty()) {
      return StudyStage.RETURNED;
    }
    boolean out =
        readers.stream()
            .anyMatch(r -> r.handedOut() == ReaderRow.HandedOut.YES || r.progress().done() > 0);
    return out ? StudyStage.READING : StudyStage.SEALED;
  }

  /** Readings that have not come back. */
  public int missing() {
    return readers.stream().mapToInt(r -> r.progress().of() - r.progress().done()).sum();
  }

  /** Readings in all. */
  public int readings() {
    return readers.stream().mapToInt(r -> r.progress().of()).sum();
  }

  /** How many flags all readers have. */
  public int flags() {
    return readers.stream().mapToInt(r -> r.followUp().flags().size()).sum();
  }
}
