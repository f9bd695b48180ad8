package org.exemplar.conduct;

import java.util.List;
import java.util.function.ToIntFunction;
import org.exemplar.store.MergeOutcome;

/**
 * What became of returned files.
 *
 * @param files one entry per file, in the order given
 */
public record MergeReport(List<ReturnedFile> files) {
  public MergeReport {
    files = List.copyOf(files);
  }

  /** Cases of the study that were added, practice apart. */
  public int newCases() {
    return merged(MergeOutcome.Merged::newSubmissions);
  }

  /** Answers that were added, practice apart. */
  public int newAnswers() {
    return merged(MergeOutcome.Merged::newRatings);
  }

  /** Files that were not accepted. */
  public int refused() {
    return (int) files.stream().filter(ReturnedFile::refused).count();
  }

  /** Places that study and files know differently. */
  public int conflicts() {
    return files.stream().mapToInt(file -> file.conflicts().size()).sum();
  }

  /** Whether every file was taken without a conflict. */
  public boolean clean() {
    return refused() == 0
        && files.stream()
            .noneMatch(file -> file.outcome().orElse(null) instanceof MergeOutcome.Diverged);
  }

  private int merged(ToIntFunction<MergeOutcome.Merged> count) {
    return files.stream()
        .flatMap(file -> file.outcome().stream())
        .filter(MergeOutcome.Merged.class::isInstance)
        .map(MergeOutcome.Merged.class::cast)
        .mapToInt(count)
        .sum();
  }
}
