package org.exemplar.conduct;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.exemplar.store.Dispute;
import org.exemplar.store.MergeOutcome;
import org.exemplar.study.ReaderId;

/**
 * What became of one returned file.
 *
 * @param file where it lies
 * @param verdict what became of it
 * @param outcome what was done; empty when the file was refused
 * @param refusal why it was refused, one sentence; empty when it was not
 * @param oddities what the coordinator should see
 */
public record ReturnedFile(
    Path file,
    Verdict verdict,
    Optional<MergeOutcome> outcome,
    String refusal,
    List<Oddity> oddities) {
  public ReturnedFile {
    oddities = List.copyOf(oddities);
  }

  /** Whether the file was not accepted. */
  public boolean refused() {
    return outcome.isEmpty();
  }

  /** Whose file it was; empty for a file that was refused. */
  public Optional<ReaderId> reader() {
    return outcome.map(MergeOutcome::reader);
  }

  /** Answers that another file gives differently and nobody has decided on when it was merged. */
  public List<Dispute> conflicts() {
    return switch (outcome.orElse(null)) {
      case MergeOutcome.Diverged diverged -> diverged.conflicts();
      case MergeOutcome.Merged merged -> merged.conflicts();
      case null, default -> List.of();
    };
  }

  /** Cases of the study that it brought, practice apart. */
  public int newCases() {
    return switch (outcome.orElse(null)) {
      case MergeOutcome.Diverged diverged -> diverged.newSubmissions();
      case MergeOutcome.Merged merged -> merged.newSubmissions();
      case null, default -> 0;
    };
  }

  /** Answers that it brought, practice apart. */
  public int newAnswers() {
    return switch (outcome.orElse(null)) {
      case MergeOutcome.Diverged diverged -> diverged.newRatings();
      case MergeOutcome.Merged merged -> merged.newRatings();
      case null, default -> 0;
    };
  }

  /** One sentence for the command line. */
  public String sentence() {
    if (outcome.isEmpty()) {
      return "Refused: "
          + refusal.strip()
          + (refusal.strip().endsWith(".") ? " " : ". ")
          + verdict.next();
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
              + " answers added"
              + (verdict == Verdict.PARTIAL ? ", more are to come." : ".")
              + conflicting();
      case MergeOutcome.Older older ->
          older.reader() + ": an older copy of what the study has; nothing was done.";
      case MergeOutcome.Diverged diverged ->
          diverged.reader()
              + ": a copy that was read apart"
              + (diverged.newEntries() == 0
                  ? ", merged before; nothing new."
                  : "; both are kept, nothing is overwritten, "
                      + diverged.newSubmissions()
                      + " cases added.")
              + conflicting();
      case MergeOutcome.Refused refusedFile -> "Refused: " + refusedFile.why();
    };
  }

  private String conflicting() {
    int count = conflicts().size();
    if (count == 0) {
      return "";
    }
    return count == 1
        ? " 1 answer differs from another file and waits for a decision."
        : " " + count + " answers differ from another file and wait for a decision.";
  }
}
