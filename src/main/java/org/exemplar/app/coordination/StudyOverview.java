package org.exemplar.app.coordination;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.exemplar.audit.AuditEntry;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.store.IssuedReading;
import org.exemplar.store.Seal;
import org.exemplar.store.StudyFile;
import org.exemplar.store.Verification;
import org.exemplar.study.Protocol;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProgress;
import org.exemplar.study.Submission;
import org.exemplar.study.WorklistItem;
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
 */
public record StudyOverview(
    StudyLocation location, About about, List<ReaderRow> readers, Answers answers, Trail trail) {
  private static final int MOST_BLOCKS = 10;

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
   * The audit trail.
   *
   * @param entries in order
   * @param verification whether the study is complete and unchanged
   * @param keyDigest check code of the key it was sealed with; empty for a draft
   */
  public record Trail(List<AuditEntry> entries, Verification verification, String keyDigest) {
    /** Keeps a copy. */
    public Trail {
      entries = List.copyOf(entries);
    }
  }

  /** Keeps a copy. */
  public StudyOverview {
    readers = List.copyOf(readers);
  }

  /**
   * Reads a study.
   *
   * @throws org.exemplar.problem.Problem when it cannot be read
   */
  public static StudyOverview of(StudyLocation location) {
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
          rows(study, protocol, ratings),
          new Answers(
              ratings.size(),
              progress.values().stream().mapToInt(p -> p.of() * questions).sum(),
              simulated),
          new Trail(
              study.audit(),
              study.verify(),
              study.seal().map(s -> s.keyDigest().checkCode()).orElse("")));
    }
  }

  private static List<ReaderRow> rows(StudyFile study, Protocol protocol, List<Rating> ratings) {
    Set<ReaderId> issued =
        study.issued().stream().map(IssuedReading::reader).collect(Collectors.toSet());
    Map<ReaderId, List<Submission>> submissions = new TreeMap<>();
    Map<ReaderId, List<Double>> seconds = new TreeMap<>();
    for (ReaderId reader : study.readers()) {
      List<Submission> own =
          study.submissions(reader).stream().filter(s -> !s.item().practice()).toList();
      submissions.put(reader, own);
      seconds.put(reader, own.stream().map(s -> s.timing().activeMs() / 1000.0).toList());
    }
    Map<ReaderId, Double> medians = QualityChecks.medians(seconds);
    Map<ReaderId, ReadingProgress> progress = study.progress();
    var rows = new ArrayList<ReaderRow>();
    submissions.forEach((reader, own) -> {
      List<WorklistItem> cases = study.worklist(reader).cases();
      var flags = new ArrayList<>(QualityChecks.pace(reader, medians));
      flags.addAll(
          QualityChecks.straightLines(
              reader,
              protocol.reading().questions(),
              ratings.stream().filter(r -> r.reader().equals(reader)).toList()));
      rows.add(
          new ReaderRow(
              reader,
              progress.getOrDefault(reader, new ReadingProgress(0, cases.size(), 0, 0, false)),
              blocks(cases, own),
              new ReaderRow.Pace(
                  QualityChecks.median(seconds.getOrDefault(reader, List.of())), last(own)),
              issued.contains(reader) ? ReaderRow.HandedOut.YES : ReaderRow.HandedOut.NO,
              flags));
    });
    return rows;
  }

  private static @Nullable Instant last(List<Submission> submissions) {
    return submissions.stream()
        .map(s -> s.timing().submitted())
        .max(Instant::compareTo)
        .orElse(null);
  }

  private static List<ReaderRow.Block> blocks(
      List<WorklistItem> cases, List<Submission> submissions) {
    Set<Integer> done = new HashSet<>();
    submissions.forEach(s -> done.add(s.item().position()));
    int size = Math.max(1, (cases.size() + MOST_BLOCKS - 1) / MOST_BLOCKS);
    if (cases.size() > 4 && size < 5 && cases.size() <= 5 * MOST_BLOCKS) {
      size = 5;
    }
    var blocks = new ArrayList<ReaderRow.Block>();
    for (int from = 0; from < cases.size(); from += size) {
      List<WorklistItem> block = cases.subList(from, Math.min(from + size, cases.size()));
      int finished = (int) block.stream().filter(i -> done.contains(i.position())).count();
      blocks.add(new ReaderRow.Block(finished, block.size()));
    }
    return blocks;
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

  /** All flags of all readers. */
  public List<QualityFlag> flags() {
    return readers.stream().flatMap(r -> r.flags().stream()).toList();
  }
}
