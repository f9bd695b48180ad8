package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudySourceTest {
  @TempDir Path folder;

  @Test
  void candidates_know_arm_patient_and_findings_from_the_comparison() {
    MadeComparison made = MadeComparison.of(folder, 20);
    StudySource source = open(made, made.protocol(3, 1, 0));
    assertThat(source.candidates())
        .hasSize(20)
        .allSatisfy(c -> assertThat(c.arm() == Arm.PIE).isEqualTo(made.pie(c.imageId())))
        .allSatisfy(c -> assertThat(c.patient()).startsWith("patient-"))
        .anySatisfy(c -> assertThat(c.findings()).isNotEmpty());
  }

  @Test
  void matching_on_what_the_comparison_lacks_is_said() throws Exception {
    MadeComparison made = MadeComparison.of(folder, 20);
    Path protocol = made.protocol(3, 1, 0);
    Files.writeString(
        protocol,
        Files.readString(protocol)
            .replace("controls: random", "controls: matched")
            .replace("match_on: []", "match_on: [view]"));
    assertThatThrownBy(() -> open(made, protocol))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("images.csv has no such column");
  }

  @Test
  void sizes_are_read_from_the_images_when_the_protocol_matches_on_them() throws Exception {
    MadeComparison made = MadeComparison.of(folder, 20, i -> 20 + i % 3);
    Path protocol = made.protocol(3, 1, 0);
    Files.writeString(
        protocol,
        Files.readString(protocol)
            .replace("controls: random", "controls: matched")
            .replace("match_on: []", "match_on: [size]"));
    assertThat(open(made, protocol).candidates().get(4).traits()).containsEntry("size", "20 × 21");
  }

  @Test
  void an_image_that_is_not_the_one_compared_is_refused() throws Exception {
    MadeComparison made = MadeComparison.of(folder, 5);
    StudySource source = open(made, made.protocol(1, 1, 0));
    Path file = made.images().resolve("hospital-north").resolve(made.ids().get(2));
    Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);
    assertThatThrownBy(() -> source.images().neutral(source.comparison().images().row(2)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is not the image that was compared");
    Files.delete(file);
    assertThatThrownBy(() -> source.images().neutral(source.comparison().images().row(2)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("has no image hospital-north/");
  }

  private static StudySource open(MadeComparison made, Path protocol) {
    return StudySource.open(
        new BuildOptions.Sources(made.comparison(), made.images(), protocol),
        RadiographFiles.installed(),
        Progress.NONE,
        new Cancellation());
  }
}
