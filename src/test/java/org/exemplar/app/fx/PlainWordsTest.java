package org.exemplar.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;

class PlainWordsTest {
  @Test
  void a_problem_keeps_its_sentence() {
    PlainWords words = PlainWords.of(new Problem("Row 3 of labels.csv has no finding: add one."));
    assertThat(words.sentence()).isEqualTo("Row 3 of labels.csv has no finding: add one.");
    assertThat(words.ours()).isFalse();
  }

  @Test
  void a_missing_file_is_named() {
    PlainWords words = PlainWords.of(new NoSuchFileException("/data/R01.reading"));
    assertThat(words.sentence()).contains("/data/R01.reading").contains("Check that it is there");
  }

  @Test
  void our_own_fault_hides_the_trace_behind_the_fold() {
    PlainWords words = PlainWords.of(new IllegalStateException("lookup table is empty"));
    assertThat(words.sentence()).doesNotContain("lookup").contains("inside the program");
    assertThat(words.details()).contains("lookup table is empty");
    assertThat(words.ours()).isTrue();
  }

  @Test
  void sizes_and_places_are_told_in_words() {
    assertThat(FileWords.size(340_000_000)).isEqualTo("340 MB");
    assertThat(FileWords.size(2_340_000)).isEqualTo("2.3 MB");
    assertThat(FileWords.place(Path.of("/home/a/Documents/Reading study/R01.reading")))
        .isEqualTo("Documents › Reading study");
  }
}
