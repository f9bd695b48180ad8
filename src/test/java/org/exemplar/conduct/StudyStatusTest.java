package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StudyStatusTest {
  @TempDir Path folder;

  @Test
  void the_json_says_what_scripts_rely_on() {
    MadeStudy study = MadeStudy.of(folder, 3, 2);
    List<Path> files = study.pack();
    MadeStudy.rate(files.subList(0, 1), 1, 2);
    new Merge(MadeStudy.office(600))
        .merge(study.location(), files, Progress.NONE, new Cancellation());
    String line = StudyStatus.of(study.location()).toJson();
    assertThat(line).doesNotContain("\n").doesNotContain("PIE");
    JsonNode json = JsonMapper.shared().readTree(line);
    assertThat(json.path("sealed").asBoolean()).isTrue();
    assertThat(json.path("unblinded").asBoolean()).isFalse();
    assertThat(json.path("cases").asInt()).isEqualTo(6);
    assertThat(json.path("ratings").asInt()).isBetween(4, 6);
    assertThat(json.path("readers").path("R01").path("done").asInt()).isEqualTo(2);
    assertThat(json.path("readers").path("R01").path("of").asInt()).isEqualTo(6);
    assertThat(json.path("readers").path("R02").path("done").asInt()).isZero();
    assertThat(json.path("audit_head").asString()).hasSize(64);
  }

  @Test
  void a_folder_without_a_study_is_a_problem() {
    assertThatThrownBy(() -> StudyStatus.of(StudyLocation.of(folder)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is not a study");
  }
}
