package org.exemplar.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void missing_folders_are_made_and_nothing_is_left_beside() throws IOException {
    Path file = folder.resolve("a/b/table.csv");

    WholeFile.write(file, "x,y\n");

    assertThat(file).hasContent("x,y\n");
    try (var inside = Files.list(file.getParent())) {
      assertThat(inside).containsExactly(file);
    }
  }

  @Test
  void an_attempt_that_fails_leaves_the_old_file_and_nothing_else() throws IOException {
    Path file = folder.resolve("table.csv");
    WholeFile.write(file, "old");

    assertThatThrownBy(() ->
            WholeFile.write(
                file,
                beside -> {
                  Files.writeString(beside, "half");
                  throw new IOException("No space left on device");
                }))
        .isInstanceOf(Problem.class)
        .hasMessageContainingAll("table.csv", "No space left on device");

    assertThat(file).hasContent("old");
    try (var inside = Files.list(folder)) {
      assertThat(inside).containsExactly(file);
    }
  }

  @Test
  void a_folder_where_a_file_lies_is_refused_in_one_sentence() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "");

    assertThatThrownBy(() -> WholeFile.write(blocked.resolve("table.csv"), "x"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("table.csv could not be written");
  }

  @Test
  void a_file_can_have_a_companion_named_after_it() {
    assertThat(WholeFile.beside(Path.of("out/data.csv"), "_ids.csv"))
        .isEqualTo(Path.of("out/data_ids.csv"));
    assertThat(WholeFile.beside(Path.of("data"), "_ids.csv")).isEqualTo(Path.of("data_ids.csv"));
  }
}
