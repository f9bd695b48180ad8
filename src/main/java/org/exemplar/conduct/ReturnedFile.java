package org.exemplar.conduct;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.exemplar.store.MergeConflict;
import org.exemplar.store.MergeOutcome;

/**
 * What became of one returned file.
 *
 * @param file where it lies
 * @param outcome what was done; empty when the file was refused
 * @param refusal why it was refused, one sentence; empty when it was not
 * @param oddities what the coordinator should see
 */
public record ReturnedFile(
    Path file, Optional<MergeOutcome> outcome, String refusal, List<Oddity> oddities) {
  public ReturnedFile {
    oddities = List.copyOf(oddities);
  }

  /** Whether the file was not accepted. */
  public boolean refused() {
    return outcome.isEmpty();
  }

  /** What study and file know differently, row by row; empty for most files. */
  public List<MergeConflict> conflicts() {
    return outcome.orElse(null) instanceof MergeOutcome.Diverged diverged
        ? diverged.conflicts()
        : List.of();
  }

  /** One sentence for the command line. */
  public String sentence() {
    if (outcome.isEmpty()) {
      return "Refused: " + refusal;
    }
    return switch (outcome.get()) {
      case MergeOutcome.Merged merged when merged.newEntries() == 0 ->
          merged.reader() + ": nothing new, this file was merged before.";
      case MergeOutcome.Merged merged ->
          merged.reader()
              + ": "
              + merged.newSubmissions()
              + " cases with "
              + merged.newRatings()
              + " answers added.";
      case MergeOutcome.Older older ->
          older.reader() + ": an older copy of what the study has; nothing was done.";
      case MergeOutcome.Diverged diverged ->
          diverged.reader()
              + ": "
              + diverged.conflicts().size()
              + " answers differ from what the study has (two copies of the file were read);"
              + " nothing was added and nothing overwritten.";
      case MergeOutcome.Refused refusedFile -> "Refused: " + refusedFile.why();
    };
  }
}
