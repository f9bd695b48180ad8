package org.exemplar.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exemplar.study.Submission;

/** Looks at a reader's time beside that of the others, and at readers who have stopped. */
final class Tempo {
  /** A block read in less than this share of the fastest other reader's usual time is told. */
  static final double SHARE = 0.5;

  /** No case for so long, and the reading counts as stopped. */
  static final Duration STOPPED = Duration.ofDays(7);

  private static final int OTHERS = 2;
  private static final int FEW = 8;
  private static final int FEWEST_IN_BLOCK = 3;

  private Tempo() {}

  /**
   * The usual active time of a case of a reader in ms; empty before so many cases that there is
   * one.
   */
  static Optional<Double> usual(List<Submission> done) {
    return done.size() < FEW ? Optional.empty() : Optional.of(median(done));
  }

  private static double median(List<Submission> cases) {
    return Pace.median(cases.stream().mapToDouble(s -> s.timing().activeMs()).toArray());
  }

  /**
   * Blocks that were read much faster than by the others; neighbouring blocks are one flag.
   *
   * @param blocks the finished cases of each block of the reader's own order
   * @param others usual times of the other readers in ms
   */
  static List<QualityFlag> tooFast(List<List<Submission>> blocks, List<Double> others) {
    if (others.size() < OTHERS) {
      return List.of();
    }
    double low = others.stream().mapToDouble(d -> d).min().orElse(0);
    double high = others.stream().mapToDouble(d -> d).max().orElse(0);
    String usual = "the other readers " + seconds(low) + " to " + seconds(high) + " s.";
    List<QualityFlag> flags = new ArrayList<>();
    int begin = -1;
    for (int b = 0; b <= blocks.size(); b++) {
      boolean fast = b < blocks.size() && fast(blocks.get(b), low);
      if (fast && begin < 0) {
        begin = b;
      } else if (!fast && begin >= 0) {
        flags.add(flag(blocks, begin, b - 1, usual));
        begin = -1;
      }
    }
    return flags;
  }

  private static boolean fast(List<Submission> block, double fastest) {
    return block.size() >= FEWEST_IN_BLOCK && median(block) < SHARE * fastest;
  }

  private static QualityFlag flag(
      List<List<Submission>> blocks, int first, int last, String usual) {
    List<Submission> cases =
        blocks.subList(first, last + 1).stream().flatMap(List::stream).toList();
    String which =
        first == last
            ? "Block " + (first + 1)
            : "Blocks " + (first + 1) + (last == first + 1 ? " and " : " to ") + (last + 1);
    return new QualityFlag(
        QualityFlag.Kind.TOO_FAST,
        cases.getFirst().item().position(),
        cases.getLast().item().position(),
        which + ": median " + seconds(median(cases)) + " s; " + usual);
  }

  private static long seconds(double ms) {
    return Math.round(ms / 1000);
  }

  /**
   * A reader who has begun, is not finished, and has read nothing for a while.
   *
   * @param done cases finished
   * @param last when the last of them was submitted
   */
  static Optional<QualityFlag> stopped(int done, int of, Optional<Instant> last, Instant now) {
    return last.filter(at -> done < of && at.plus(STOPPED).isBefore(now))
        .map(at ->
            new QualityFlag(
                QualityFlag.Kind.STOPPED,
                0,
                "The last case that came back was read %d days ago; %d of %d are answered."
                    .formatted(Duration.between(at, now).toDays(), done, of)));
  }
}
