package org.exemplar.sitting;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exemplar.store.ReadingFile;
import org.exemplar.study.Rating;
import org.exemplar.study.ReadingProgress;
import org.exemplar.study.SittingEvent;
import org.exemplar.study.Submission;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;

/** Sums over what lies in the file. */
final class Tally {
  private Tally() {}

  static SittingProgress progress(
      ReadingFile file, @Nullable WorklistItem current, int readInThisSitting) {
    ReadingProgress progress = file.progress();
    boolean practice = current != null && current.practice();
    int before = practice ? 0 : progress.practiceOf();
    int of = practice ? progress.practiceOf() : progress.of();
    int done = practice ? progress.practiceDone() : progress.done();
    int place = current == null ? Math.min(done + 1, of) : current.position() - before;
    Duration left = medianActive(file).multipliedBy(progress.of() - progress.done());
    return new SittingProgress(place, of, done, left, readInThisSitting);
  }

  static SittingSummary summary(ReadingFile file) {
    List<Rating> ratings = file.ratings().stream().filter(r -> !r.item().practice()).toList();
    long changed = ratings.stream().filter(r -> r.rated().changes() > 0).count();
    long active = latest(file).values().stream().mapToLong(s -> s.timing().activeMs()).sum();
    long sittings =
        file.events().stream().filter(e -> e.kind() == SittingEvent.Kind.OPENED).count();
    return new SittingSummary(
        file.progress(), ratings.size(), (int) changed, Duration.ofMillis(active), (int) sittings);
  }

  /** Zero while no case of the study was read. */
  private static Duration medianActive(ReadingFile file) {
    long[] active =
        latest(file).values().stream().mapToLong(s -> s.timing().activeMs()).sorted().toArray();
    return active.length == 0 ? Duration.ZERO : Duration.ofMillis(active[active.length / 2]);
  }

  private static Map<Integer, Submission> latest(ReadingFile file) {
    Map<Integer, Submission> latest = new TreeMap<>();
    for (Submission submission : file.submissions()) {
      if (!submission.item().practice()) {
        latest.put(submission.item().position(), submission);
      }
    }
    return latest;
  }
}
