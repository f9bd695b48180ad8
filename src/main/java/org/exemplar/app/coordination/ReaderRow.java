package org.exemplar.app.coordination;

import org.exemplar.conduct.FollowUp;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProgress;

/**
 * How far one reader had come when the file was last returned.
 *
 * @param progress cases done
 * @param followUp blocks in the reader's own order, pace and flags
 * @param handedOut whether a file was made for this reader
 */
public record ReaderRow(ReadingProgress progress, FollowUp followUp, HandedOut handedOut) {
  /** Whether a file went out. */
  public enum HandedOut {
    YES,
    NO
  }

  /** Whose row it is. */
  public ReaderId reader() {
    return followUp.reader();
  }

  /** The state in one word. */
  public String state() {
    if (progress.finished()) {
      return "returned";
    }
    if (progress.done() + progress.practiceDone() > 0) {
      return followUp.stopped() ? "paused" : "reading";
    }
    return handedOut == HandedOut.YES ? "handed out" : "not handed out";
  }
}
