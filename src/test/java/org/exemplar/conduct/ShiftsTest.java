package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.exemplar.problem.Problem;
import org.exemplar.study.CaseCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftsTest {
  private static final CaseCode CODE = CaseCode.ofDrawn("K7QM");

  @TempDir Path folder;

  @Test
  void shifts_are_read_by_case_code() throws Exception {
    Path file = Files.writeString(folder.resolve("s.csv"), "case_code,shift\n" + CODE + ",-0.5\n");
    assertThat(Shifts.read(file)).containsOnlyKeys(CODE).containsEntry(CODE, -0.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "case_code,shift;nothing,1|line 2: \"nothing\" is not a case code",
        "case_code,shift;CODE,much|line 2: \"much\" is not a number",
        "case_code,shift;CODE,NaN|line 2: \"NaN\" is not a number",
        "case,shift;CODE,1|has no columns case_code and shift"
      })
  void a_wrong_cell_is_named_with_its_line(String text, String sentence) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("s.csv"), text.replace(";", "\n").replace("CODE", CODE.value()) + "\n");
    assertThatThrownBy(() -> Shifts.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void a_missing_file_is_a_problem() {
    assertThatThrownBy(() -> Shifts.read(folder.resolve("none.csv"))).isInstanceOf(Problem.class);
  }
}
