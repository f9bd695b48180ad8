package org.exemplar.classifier.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {
  @TempDir Path folder;

  private Path make(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  private List<String> names(Path... named) {
    return ModelFiles.resolve(List.of(named)).stream()
        .map(file -> folder.relativize(file.toAbsolutePath()).toString().replace('\\', '/'))
        .toList();
  }

  @Test
  void a_folder_stands_for_its_checkpoints_in_natural_order() throws IOException {
    for (String name : List.of("seed-10.pt", "seed-2.pt", "seed-1.pth.tar", "classes.txt")) {
      make(name);
    }
    assertThat(names(folder)).containsExactly("seed-1.pth.tar", "seed-2.pt", "seed-10.pt");
  }

  @Test
  void in_the_layout_of_PruneCXR_the_folder_without_a_seed_is_run_0() throws IOException {
    make("nih_resnet50_seed-2/chkpt.pt");
    make("nih_resnet50_seed-10/chkpt.pt");
    make("nih_resnet50/chkpt.pt");
    assertThat(names(folder))
        .containsExactly(
            "nih_resnet50/chkpt.pt",
            "nih_resnet50_seed-2/chkpt.pt",
            "nih_resnet50_seed-10/chkpt.pt");
  }

  @Test
  void a_pattern_stands_for_what_it_matches_and_files_keep_the_given_order() throws IOException {
    Path b = make("b.pt");
    Path a = make("a.pt");
    make("seed-1_chkpt.pt");
    make("seed-1_script.pt");
    assertThat(names(b, a, folder.resolve("*chkpt.pt")))
        .containsExactly("b.pt", "a.pt", "seed-1_chkpt.pt");
  }

  @Test
  void names_that_stand_for_nothing_or_twice_the_same_are_refused() throws IOException {
    Path a = make("a.pt");
    assertThatThrownBy(() -> names(folder.resolve("no.pt"))).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> names(a, a)).hasMessageContaining("named twice");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> names(empty)).hasMessageContaining("holds no checkpoint");
  }
}
