package org.exemplar.app.coordination;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProgress;
import org.jspecify.annotations.Nullable;

/**
 * How far one reader had come when the file was last returned.
 *
 * @param reader whose row it is
 * @param progress cases done
 * @param blocks in the reader's own order, so that a column is not a set of cases
 * @param pace how fast
 * @param handedOut whether a file was made for this reader
 * @param flags what the coordinator should look at
 */
public record ReaderRow(
    ReaderId reader,
    ReadingProgress progress,
    List<Block> blocks,
    Pace pace,
    HandedOut handedOut,
    List<QualityFlag> flags) {
  /**
   * Neighbouring cases of the reader's order.
   *
   * @param done finished
   * @param of in the block
   */
  public record Block(int done, int of) {}

  /**
   * How fast a reader reads.
   *
   * @param medianSeconds active time of a case; empty before the first
   * @param last when the last case was submitted; null before the first
   */
  public record Pace(OptionalDouble medianSeconds, @Nullable Instant last) {}

  /** Whether a file went out. */
  public enum HandedOut {
    YES,
    NO
  }

  /** Keeps copies. */
  public ReaderRow {
    blocks = List.copyOf(blocks);
    flags = List.copyOf(flags);
  }

  /** The state in one word. */
  public String state() {
    if (progress.finished()) {
      return "returned";
    }
    if (progress.done() + progress.practiceDone() > 0) {
      return "reading";
    }
    return handedOut == HandedOut.YES ? "handed out" : "not handed out";
  }
}
