package org.exemplar.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.problem.Problem;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.ReadingJournal;
import org.exemplar.store.SmallStudy;
import org.exemplar.store.StudyFile;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Display;
import org.exemplar.study.RatedAnswer;
import org.exemplar.study.Rating;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedReaderTest {
  @TempDir Path folder;
  private final SmallStudy small = new SmallStudy(8);

  @Test
  void reads_everything_and_every_rating_is_marked_simulated() {
    try (ReadingFile file = handedOut("a")) {
      ReadingJournal journal = SmallStudy.unlock(file);

      assertThat(read(journal, Map.of(), 5)).isEqualTo(5);
      assertThat(read(journal, Map.of(), 100)).isEqualTo(3);

      assertThat(file.progress().finished()).isTrue();
      assertThat(file.ratings()).hasSize(27);
      assertThat(file.ratings()).allMatch(r -> r.circumstances().simulated());
      assertThat(file.verify().broken()).isEmpty();
    }
  }

  @Test
  void the_same_seed_gives_the_same_ratings_in_one_go_or_in_parts() {
    List<RatedAnswer> once;
    try (ReadingFile file = handedOut("a")) {
      read(SmallStudy.unlock(file), Map.of(), 100);
      once = file.ratings().stream().map(Rating::rated).toList();
    }
    try (ReadingFile file = handedOut("b")) {
      ReadingJournal journal = SmallStudy.unlock(file);
      read(journal, Map.of(), 3);
      read(journal, Map.of(), 100);
      assertThat(file.ratings()).extracting(Rating::rated).isEqualTo(once);
    }
  }

  @Test
  void a_shift_makes_cases_harder_worse_and_more_disputed() {
    Map<CaseCode, Double> shifts = new HashMap<>();
    small.codes().forEach(code -> shifts.put(code, 6.0));
    try (ReadingFile file = handedOut("a")) {
      read(SmallStudy.unlock(file), shifts, 100);
      Map<String, Integer> wanted =
          Map.of("label_disagreement", 1, "image_quality", 1, "difficulty", 5);
      assertThat(file.ratings())
          .filteredOn(r -> r.rated().answer().code().isPresent())
          .hasSizeGreaterThan(20)
          .allMatch(
              r -> r.rated().answer().code().getAsInt() == wanted.get(r.rated().questionId()));
    }
  }

  @Test
  void people_and_programs_never_share_a_file() {
    try (ReadingFile file = handedOut("a")) {
      ReadingJournal journal = SmallStudy.unlock(file);
      read(journal, Map.of(), 1);
      Seat person = new Seat(new Display("d", 1, 1, 1), "test", false);
      assertThatThrownBy(() -> Sitting.begin(journal, SittingClock.system(), person))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("ratings of a simulated reader");
    }
  }

  private ReadingFile handedOut(String name) {
    Path here = folder.resolve(name);
    here.toFile().mkdir();
    try (StudyFile study = small.create(here.resolve("study.db"))) {
      return ReadingFile.open(small.issue(study, "R01", here));
    }
  }

  private static int read(ReadingJournal journal, Map<CaseCode, Double> shifts, int limit) {
    return SimulatedReader.of(7, shifts, InstantSource.fixed(SmallStudy.NOW), "test")
        .read(journal, limit, Progress.NONE, new Cancellation());
  }
}
