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
   * @param conflicts answers that another file of the reader gives differently, not decided yet
   */
  record Merged(
      ReaderId reader,
      long knownEntries,
      long newEntries,
      int newSubmissions,
      int newRatings,
      List<Dispute> conflicts)
      implements MergeOutcome {
    /** Copies. */
    public Merged {
      conflicts = List.copyOf(conflicts);
    }

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
   * read on two computers. Both are kept; nothing is overwritten. A case that only the copy has
   * counts; of two different answers the one that came first counts until someone decides.
   *
   * @param commonEntries audit entries that both share
   * @param newEntries audit entries added; 0 when this copy was merged before
   * @param newSubmissions cases that no other file had, practice apart
   * @param newRatings answers added, practice apart
   * @param conflicts answers that differ and are not decided yet
   */
  record Diverged(
      ReaderId reader,
      long commonEntries,
      long newEntries,
      int newSubmissions,
      int newRatings,
      List<Dispute> conflicts)
      implements MergeOutcome {
    /** Copies. */
    public Diverged {
      conflicts = List.copyOf(conflicts);
    }
  }

  /**
   * The file was not accepted.
   *
   * @param cause what sort of reason
   * @param why the reason, one clause
   */
  record Refused(ReaderId reader, Cause cause, String why) implements MergeOutcome {
    /** Why a file is not accepted. */
    public enum Cause {
      /** The study takes no more answers. */
      CLOSED,
      /** It belongs to another study. */
      OTHER_STUDY,
      /** It is of a reader whom the study does not have, or whom this file was not made for. */
      OTHER_READER,
      /** It was changed behind the program's back. */
      TAMPERED,
      /** It says that it is of this study, which never handed it out. */
      NOT_HANDED_OUT
    }
  }
}
