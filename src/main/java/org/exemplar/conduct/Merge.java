package org.exemplar.conduct;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.problem.Problem;
import org.exemplar.store.IssuedReading;
import org.exemplar.store.MergeOutcome;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.Seal;
import org.exemplar.store.StudyFile;
import org.exemplar.study.ReadingProgress;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * Takes returned reading files back into a study. Partial files are welcome, the same file twice
 * changes nothing, nothing is ever overwritten, and what was tampered with is refused.
 */
public final class Merge {
  private final Office office;

  /** Merges in the name of {@code office}. */
  public Merge(Office office) {
    this.office = office;
  }

  /**
   * Merges the files one after the other. A file that is refused does not keep the others out.
   *
   * @throws Problem when the study is not sealed, or unblinding has closed data entry
   */
  public MergeReport merge(
      StudyLocation location, List<Path> files, Progress progress, Cancellation cancellation) {
    Deed.MERGE.require(office.stamp());
    try (StudyFile study = StudyFile.open(location.database())) {
      Seal seal = DataEntry.requireOpen(study, location);
      List<ReturnedFile> returned = new ArrayList<>();
      for (Path file : files) {
        cancellation.throwIfRequested();
        progress.report("Merging", returned.size(), files.size());
        returned.add(merge(study, seal, file));
      }
      progress.report("Merging", files.size(), files.size());
      return new MergeReport(returned);
    }
  }

  private ReturnedFile merge(StudyFile study, Seal seal, Path file) {
    try (ReadingFile reading = ReadingFile.openReadOnly(file)) {
      Optional<IssuedReading> issued =
          study.issued().stream()
              .filter(i -> i.readingId().equals(reading.summary().readingId()))
              .findFirst();
      MergeOutcome outcome = study.merge(reading, office.stamp());
      if (outcome instanceof MergeOutcome.Refused refused) {
        return refused(study, file, verdict(refused.cause()), refused.why());
      }
      List<Oddity> oddities = new ArrayList<>(VersionDrift.of(reading, seal.software()));
      if (!reading.progress().simulated()) {
        issued.ifPresent(i ->
            oddities.addAll(ClockSkew.of(reading.audit(), i.issuedAt(), office.clock().instant())));
      }
      return new ReturnedFile(file, verdict(outcome, study), Optional.of(outcome), "", oddities);
    } catch (Problem e) {
      return refused(study, file, Verdict.REFUSED, String.valueOf(e.getMessage()));
    }
  }

  private static Verdict verdict(MergeOutcome outcome, StudyFile study) {
    return switch (outcome) {
      case MergeOutcome.Merged merged when !merged.changed() -> Verdict.DUPLICATE;
      case MergeOutcome.Diverged diverged when diverged.newEntries() == 0 -> Verdict.DUPLICATE;
      case MergeOutcome.Merged merged -> {
        ReadingProgress progress = study.progress().get(merged.reader());
        yield progress != null && progress.finished() ? Verdict.NEW : Verdict.PARTIAL;
      }
      case MergeOutcome.Diverged diverged -> Verdict.COPY;
      case MergeOutcome.Older older -> Verdict.OLDER;
      case MergeOutcome.Refused refused -> verdict(refused.cause());
    };
  }

  private static Verdict verdict(MergeOutcome.Refused.Cause cause) {
    return switch (cause) {
      case TAMPERED -> Verdict.TAMPERED;
      case OTHER_STUDY -> Verdict.OTHER_STUDY;
      case OTHER_READER -> Verdict.OTHER_READER;
      case CLOSED, NOT_HANDED_OUT -> Verdict.REFUSED;
    };
  }

  private ReturnedFile refused(StudyFile study, Path file, Verdict verdict, String why) {
    Path name = file.getFileName();
    study.note(
        "merge_refused",
        Map.of("file", name == null ? "" : name.toString(), "why", why),
        office.stamp());
    return new ReturnedFile(file, verdict, Optional.empty(), why, List.of());
  }
}
