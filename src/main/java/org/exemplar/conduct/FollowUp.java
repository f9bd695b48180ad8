package org.exemplar.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Protocol;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Submission;
import org.exemplar.study.WorklistItem;

/**
 * How one reader comes along, as of the file that was last returned: for the coordinator while the
 * study is blinded. Blocks are those of the reader's own order, so that a column of the matrix is
 * no set of cases, and nothing in it can be laid beside an arm.
 *
 * @param reader who
 * @param blocks finished cases of each block of the reader's own order
 * @param lastSubmitted when the last returned case was submitted; empty before the first
 * @param pace how fast, and when the rest may be done
 * @param flags what may be worth asking about
 */
public record FollowUp(
    ReaderId reader,
    List<Block> blocks,
    Optional<Instant> lastSubmitted,
    Pace pace,
    List<QualityFlag> flags) {

  /**
   * A block of one reader's order.
   *
   * @param done cases finished
   * @param of cases in it, repeats included
   * @param flags how many of the flags lie in it
   */
  public record Block(int done, int of, int flags) {}

  public FollowUp {
    blocks = List.copyOf(blocks);
    flags = List.copyOf(flags);
  }

  /** Cases finished. */
  public int done() {
    return blocks.stream().mapToInt(Block::done).sum();
  }

  /** Cases in all. */
  public int of() {
    return blocks.stream().mapToInt(Block::of).sum();
  }

  /** Every reader of a study, by pseudonym. */
  public static List<FollowUp> of(StudyLocation location) {
    try (StudyFile study = StudyFile.openReadOnly(location.database())) {
      return of(study);
    }
  }

  /** Every reader of an open study, by pseudonym. */
  public static List<FollowUp> of(StudyFile study) {
    int size =
        Protocol.parse("the study's protocol", study.protocols().getLast().text())
            .design()
            .order()
            .block();
    List<Rating> ratings =
        study.ratings().stream().filter(rating -> !rating.item().practice()).toList();
    List<FollowUp> all = new ArrayList<>();
    for (ReaderId reader : study.readers()) {
      all.add(of(study, reader, size, ratings));
    }
    return all;
  }

  private static FollowUp of(
      StudyFile study, ReaderId reader, int blockSize, List<Rating> ratings) {
    Map<Integer, Submission> latest = new TreeMap<>();
    for (Submission submission : study.submissions(reader)) {
      if (!submission.item().practice()) {
        latest.put(submission.item().position(), submission);
      }
    }
    List<Submission> done = List.copyOf(latest.values());
    List<WorklistItem> items = study.worklist(reader).cases();
    List<Rating> own = ratings.stream().filter(r -> r.reader().equals(reader)).toList();
    List<QualityFlag> flags = QualityCheck.of(done, own);
    return new FollowUp(
        reader,
        blocks(items, latest, blockSize, flags),
        done.stream().map(s -> s.timing().submitted()).max(Instant::compareTo),
        Pace.of(done, items.size() - done.size()),
        flags);
  }

  private static List<Block> blocks(
      List<WorklistItem> items,
      Map<Integer, Submission> latest,
      int size,
      List<QualityFlag> flags) {
    List<Block> blocks = new ArrayList<>();
    for (int from = 0; from < items.size(); from += size) {
      List<WorklistItem> block = items.subList(from, Math.min(items.size(), from + size));
      int done = (int) block.stream().filter(i -> latest.containsKey(i.position())).count();
      int flagged =
          (int)
              flags.stream()
                  .filter(f -> block.stream().anyMatch(i -> i.position() == f.position()))
                  .count();
      blocks.add(new Block(done, block.size(), flagged));
    }
    return blocks;
  }
}
