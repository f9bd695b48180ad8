package org.exemplar.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
 * @param times when cases were finished, and when the file came back that says so
 * @param pace how fast, and when the rest may be done
 * @param flags what may be worth asking about
 */
public record FollowUp(
    ReaderId reader, List<Block> blocks, Times times, Pace pace, List<QualityFlag> flags) {

  /**
   * When.
   *
   * @param submitted when each finished case was submitted, by the reader's clock, in that order
   * @param returned when the file was last taken back; empty before it was
   */
  public record Times(List<Instant> submitted, Optional<Instant> returned) {
    public Times {
      submitted = submitted.stream().sorted().toList();
    }
  }

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

  /** When the last returned case was submitted; empty before the first. */
  public Optional<Instant> lastSubmitted() {
    return times.submitted().isEmpty()
        ? Optional.empty()
        : Optional.of(times.submitted().getLast());
  }

  /** Whether the reader has begun, is not finished, and has read nothing for a while. */
  public boolean stopped() {
    return flags.stream().anyMatch(f -> f.kind() == QualityFlag.Kind.STOPPED);
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
  public static List<FollowUp> of(StudyLocation location, Instant now) {
    try (StudyFile study = StudyFile.openReadOnly(location.database())) {
      return of(study, now);
    }
  }

  /** Every reader of an open study, by pseudonym. */
  public static List<FollowUp> of(StudyFile study, Instant now) {
    int size =
        Protocol.parse("the study's protocol", study.protocols().getLast().text())
            .design()
            .order()
            .block();
    List<Rating> ratings =
        study.ratings().stream().filter(rating -> !rating.item().practice()).toList();
    Map<ReaderId, Instant> returned = new HashMap<>();
    study.returns().forEach(each -> returned.put(each.reader(), each.at()));
    List<Reading> readings = new ArrayList<>();
    for (ReaderId reader : study.readers()) {
      readings.add(
          new Reading(
              reader,
              split(study.worklist(reader).cases(), size),
              finished(study, reader),
              ratings.stream().filter(r -> r.reader().equals(reader)).toList(),
              Optional.ofNullable(returned.get(reader))));
    }
    return readings.stream().map(reading -> reading.followUp(readings, now)).toList();
  }

  private static Map<Integer, Submission> finished(StudyFile study, ReaderId reader) {
    Map<Integer, Submission> latest = new TreeMap<>();
    for (Submission submission : study.submissions(reader)) {
      if (!submission.item().practice()) {
        latest.put(submission.item().position(), submission);
      }
    }
    return latest;
  }

  private static List<List<WorklistItem>> split(List<WorklistItem> items, int size) {
    List<List<WorklistItem>> blocks = new ArrayList<>();
    for (int from = 0; from < items.size(); from += size) {
      blocks.add(items.subList(from, Math.min(items.size(), from + size)));
    }
    return blocks;
  }

  /**
   * What came back of one reader.
   *
   * @param order the reader's own, in blocks
   * @param latest the last submission of each finished position
   */
  private record Reading(
      ReaderId reader,
      List<List<WorklistItem>> order,
      Map<Integer, Submission> latest,
      List<Rating> ratings,
      Optional<Instant> returned) {

    FollowUp followUp(List<Reading> all, Instant now) {
      List<Submission> done = List.copyOf(latest.values());
      int of = order.stream().mapToInt(List::size).sum();
      List<Instant> submitted = done.stream().map(s -> s.timing().submitted()).toList();
      Times times = new Times(submitted, returned);
      List<QualityFlag> flags = new ArrayList<>(QualityCheck.of(done, ratings));
      flags.addAll(Tempo.tooFast(finishedBlocks(), others(all)));
      Tempo.stopped(done.size(), of, submitted.stream().max(Instant::compareTo), now)
          .ifPresent(flags::add);
      Pace pace = Pace.of(done, of - done.size(), returned.orElse(now)).asOf(now);
      return new FollowUp(reader, blocks(flags), times, pace, flags);
    }

    private List<Double> others(List<Reading> all) {
      return all.stream()
          .filter(other -> !other.reader().equals(reader))
          .flatMap(other -> Tempo.usual(List.copyOf(other.latest().values())).stream())
          .toList();
    }

    private List<List<Submission>> finishedBlocks() {
      return order.stream()
          .map(block ->
              block.stream()
                  .flatMap(item -> Optional.ofNullable(latest.get(item.position())).stream())
                  .toList())
          .toList();
    }

    private List<Block> blocks(List<QualityFlag> flags) {
      List<Block> blocks = new ArrayList<>();
      for (List<WorklistItem> block : order) {
        int first = block.getFirst().position();
        int last = block.getLast().position();
        int done = (int) block.stream().filter(item -> latest.containsKey(item.position())).count();
        int flagged = (int) flags.stream().filter(f -> f.within(first, last)).count();
        blocks.add(new Block(done, block.size(), flagged));
      }
      return blocks;
    }
  }
}
