package org.exemplar.store;

import java.util.List;
import org.exemplar.study.ReaderId;

/** What became of a returned reading file. */
public sealed interface MergeOutcome {
  /** Whose file it was. */
  ReaderId reader();

  /**
   * What was new was added; nothing is new when the same file comes again.
   *
   * @param knownEntries audit entries that the study had already
   * @param newEntries audit entries added
   * @param newSubmissions cases added, practice apart
   * @param newRatings answers added, practice apart
   */
  record Merged(
      ReaderId reader, long knownEntries, long newEntries, int newSubmissions, int newRatings)
      implements MergeOutcome {
    /** Whether the study has something now that it did not have before. */
    public boolean changed() {
      return newEntries > 0;
    }
  }

  /**
   * The file is an older copy of what the study has; nothing was done.
   *
   * @param fileEntries audit entries in the file
   * @param knownEntries audit entries that the study has
   */
  record Older(ReaderId reader, long fileEntries, long knownEntries) implements MergeOutcome {}

  /**
   * The file and the study went different ways after a common beginning, as when two copies were
   * read on two computers; nothing was added and nothing overwritten.
   *
   * @param commonEntries audit entries that both share
   * @param conflicts places rated differently, row by row
   */
  record Diverged(ReaderId reader, long commonEntries, List<MergeConflict> conflicts)
      implements MergeOutcome {
    /** Copies. */
    public Diverged {
      conflicts = List.copyOf(conflicts);
    }
  }

  /** The file was not accepted. */
  record Refused(ReaderId reader, String why) implements MergeOutcome {}
}
