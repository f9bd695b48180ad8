package org.exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "demo --help",
        "inspect --help",
        "compare --help",
        "pies --help",
        "forgetting --help",
        "study --help",
        "study build --help",
        "study package --help",
        "study merge --help",
        "study status --help",
        "study verify --help",
        "study amend --help",
        "study unblind --help",
        "simulate --help",
        "import --help",
        "analyze --help",
        "export --help",
        "plan --help"
      })
  void every_command_has_help(String line) {
    Shell.Said said = new Shell().type((Object[]) line.split(" "));
    assertThat(said.exit()).isZero();
    assertThat(said.out()).startsWith("Usage: exemplar");
    assertThat(said.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "compare", "pies", "study", "analyze --out x", "plan"})
  void wrong_use_is_one_line_and_exit_2(String line) {
    Shell.Said said =
        line.isEmpty() ? new Shell().type() : new Shell().type((Object[]) line.split(" "));
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).hasLineCount(1).contains("--help");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void a_missing_study_is_one_sentence_and_exit_1(@TempDir Path folder) {
    Shell.Said said = new Shell().type("study", "status", folder.resolve("nowhere"));
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).hasLineCount(1).contains("nowhere").doesNotContain("Exception");
  }

  @Test
  void verbose_shows_where_an_error_arose(@TempDir Path folder) {
    Shell.Said said = new Shell().type("study", "status", folder.resolve("nowhere"), "--verbose");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("org.exemplar.problem.Problem");
  }

  @Test
  void inspect_tells_an_image_and_a_checkpoint() {
    Shell.Said said =
        new Shell()
            .type(
                "inspect",
                "src/test/resources/org/exemplar/classifier/phantom/images/ph_000000.png",
                "assets/demo/models/seed-0_chkpt.pt",
                "--json");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.json().at("/0/kind").asString()).isEqualTo("png");
    assertThat(said.json().at("/0/rows").asInt()).isEqualTo(128);
    assertThat(said.json().at("/0/stored_sha256").asString()).hasSize(64);
    assertThat(said.json().at("/1/findings").asInt()).isEqualTo(20);
    assertThat(said.json().at("/1/prunable").asLong()).isPositive();
  }

  @Test
  void plan_works_without_a_pilot() {
    Shell.Said said = new Shell().type("plan", "--readers", "6,10", "--cases", "40", "--json");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.json().size()).isEqualTo(2 * 2 * 2);
    assertThat(said.json().at("/0/power").asDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void plan_simulates_its_own_answer_of_a_split_plot() {
    Shell.Said said =
        new Shell()
            .type(
                "plan",
                "--readers",
                "6",
                "--cases",
                "48",
                "--groups",
                "3",
                "--questions",
                "3",
                "--simulate",
                "60",
                "--seed",
                "9",
                "--json");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.json().size()).isEqualTo(4);
    assertThat(said.json().at("/0/level").asDouble()).isEqualTo(0.05 / 3);
    assertThat(said.json().at("/0/simulated/studies").asInt()).isEqualTo(60);
    assertThat(said.json().at("/0/cases_for_power").isInt()).isTrue();
    assertThat(new Shell().type("plan", "--readers", "2", "--cases", "9", "--groups", "3").err())
        .contains("2 readers cannot be dealt into 3 groups");
  }
}
