package org.exemplar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exemplar.blinding.Arm;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingsCsvTest {
  private static final String LONG = "reader_id,case_id,arm,question,value\n";

  @TempDir Path folder;

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("ratings.csv"), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void a_long_table_is_read_in_any_case_of_arms_with_blanks_missing() {
    ArmedRatings ratings =
        RatingsCsv.read(
            file(
                LONG
                    + "R10,c2,Non-PIE,difficulty,4\nR2,c1,pie,difficulty,\n"
                    + "R2,c2,NON_PIE,difficulty,cannot_judge\nR2,c1,PIE,image_quality,2.5\n"));
    assertThat(ratings.readers()).containsExactly("R2", "R10");
    assertThat(ratings.questions()).containsExactly("difficulty", "image_quality");
    assertThat(ratings.arms()).containsEntry("c1", Arm.PIE).containsEntry("c2", Arm.NON_PIE);
    assertThat(ratings.answers("difficulty"))
        .containsExactly(
            RatingRow.of("R10", "c2", "difficulty", 4),
            RatingRow.cannotJudge("R2", "c2", "difficulty"));
    assertThat(ratings.answers("image_quality"))
        .containsExactly(RatingRow.of("R2", "c1", "image_quality", 2.5));
  }

  @Test
  void a_wide_table_has_one_column_per_question_and_may_begin_with_a_byte_order_mark() {
    ArmedRatings ratings =
        RatingsCsv.read(file("\uFEFFcase_id,group,reader_id,quality,difficulty\nc1,PIE,R1,3,NA\n"));
    assertThat(ratings.questions()).containsExactly("quality", "difficulty");
    assertThat(ratings.answers("quality")).containsExactly(RatingRow.of("R1", "c1", "quality", 3));
    assertThat(ratings.answers("difficulty")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "R1,c1,PIE,q,x | line 2: the value of q is \"x\"",
        "R1,c1,PIE,q,NaN | line 2: the value of q",
        "R1,c1,middle,q,3 | line 2: the arm is \"middle\"",
        "R1,,PIE,q,3 | line 2: case_id is empty",
        ",c1,PIE,q,3 | line 2: reader_id is empty"
      })
  void a_bad_cell_is_named_with_its_line(String row, String message) {
    Path file = file(LONG + row.strip() + "\n");
    assertThatThrownBy(() -> RatingsCsv.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("ratings.csv")
        .hasMessageContaining(message.strip());
  }

  @Test
  void a_second_rating_and_a_second_arm_are_named_with_their_lines() {
    Path twice = file(LONG + "R1,c1,PIE,q,3\nR1,c1,PIE,q,3\n");
    assertThatThrownBy(() -> RatingsCsv.read(twice))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("after line 2");
    Path arms = file(LONG + "R1,c1,PIE,q,3\nR2,c1,NON_PIE,q,3\n");
    assertThatThrownBy(() -> RatingsCsv.read(arms))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("case c1 is NON_PIE here and PIE before");
  }

  @Test
  void foreign_empty_absent_and_undecodable_files_are_problems_in_words() throws IOException {
    Path foreign = file("a;b\n1;2\n");
    assertThatThrownBy(() -> RatingsCsv.read(foreign))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("it has a, b");
    Path empty = file(LONG);
    assertThatThrownBy(() -> RatingsCsv.read(empty))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no ratings");
    assertThatThrownBy(() -> RatingsCsv.read(folder.resolve("none.csv")))
        .isInstanceOf(Problem.class);
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, (LONG + "Müller,c1,PIE,q,3\n").getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> RatingsCsv.read(latin))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("UTF-8");
    Path ragged = file(LONG + "R1,c1\n");
    assertThatThrownBy(() -> RatingsCsv.read(ragged))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("ratings.csv");
    assertThat(List.of(foreign, latin)).allMatch(Files::exists);
  }
}
