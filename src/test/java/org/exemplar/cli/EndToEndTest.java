package org.exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole study on the command line: from checkpoints to a p-value, each step on the last one's
 * files.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndTest {
  private static final Path PHANTOMS =
      Path.of("src/test/resources/org/exemplar/classifier/phantom");
  private static final int IMAGES = 80;
  private static final String KEY = "key of the study";
  private static final String READING = "passphrase of the readers";

  @TempDir static Path folder;

  private static final Shell SHELL = new Shell();

  @BeforeAll
  static void take_some_phantoms() throws IOException {
    Path images = Files.createDirectories(folder.resolve("images"));
    List<String> lines = Files.readAllLines(PHANTOMS.resolve("labels.csv"));
    Files.write(folder.resolve("labels.csv"), lines.subList(0, IMAGES + 1));
    for (String line : lines.subList(1, IMAGES + 1)) {
      String name = line.substring(0, line.indexOf(','));
      Files.copy(PHANTOMS.resolve("images").resolve(name), images.resolve(name));
    }
    String protocol =
        Files.readString(Path.of("reader-study-protocol.md"))
            .replaceFirst("  PIE: 20", "  PIE: 4")
            .replaceFirst("  NON_PIE: 20", "  NON_PIE: 4")
            .replaceFirst("percentile: 5", "percentile: 10")
            .replaceFirst("  cases: 3\n", "  cases: 1\n")
            .replaceFirst("permutations: 100000", "permutations: 1000")
            .replaceFirst("bootstrap: 10000", "bootstrap: 500");
    Files.writeString(folder.resolve("protocol.md"), protocol);
  }

  @Test
  @Order(1)
  void compare_finds_pies_and_a_second_start_computes_nothing() {
    Shell.Said first = compare();
    assertThat(first.err()).isEmpty();
    assertThat(first.exit()).isZero();
    assertThat(first.json().get("images").asInt()).isEqualTo(IMAGES);
    assertThat(first.json().get("tables_computed").asInt()).isEqualTo(2 * 3);
    assertThat(first.json().get("pies").size()).isEqualTo(4);
    Shell.Said second = compare();
    assertThat(second.json().get("tables_computed").asInt()).isZero();
    assertThat(second.json().get("pies")).isEqualTo(first.json().get("pies"));
  }

  private static Shell.Said compare() {
    return SHELL.type(
        "compare",
        "--images",
        folder.resolve("images"),
        "--labels",
        folder.resolve("labels.csv"),
        "--models",
        PHANTOMS.resolve("models/seed-0_chkpt.pt"),
        PHANTOMS.resolve("models/seed-1_chkpt.pt"),
        "--findings",
        PHANTOMS.resolve("models/classes.txt"),
        "--image-size",
        128,
        "--sparsity",
        "0.5,0.9",
        "--out",
        folder.resolve("comparison"),
        "--json");
  }

  @Test
  @Order(2)
  void pies_lists_what_compare_found() {
    Shell.Said said =
        SHELL.type("pies", folder.resolve("comparison"), "--percentile", "10", "--json");
    assertThat(said.exit()).isZero();
    assertThat(said.json().get("pies").size()).isEqualTo(8);
  }

  @Test
  @Order(3)
  void build_without_a_passphrase_is_wrong_use() {
    Shell.Said said = build(SHELL.withoutPassphrase());
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("Passphrase of the unblinding key is needed").hasLineCount(1);
    assertThat(folder.resolve("study")).doesNotExist();
  }

  @Test
  @Order(4)
  void build_seals_a_study() {
    Shell.Said said = build(SHELL.passphrase(KEY));
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).contains("Leak test").contains("Balance of the arms");
    JsonNode status = SHELL.type("study", "status", folder.resolve("study"), "--json").json();
    assertThat(status.get("sealed").asBoolean()).isTrue();
    assertThat(status.get("cases").asInt()).isEqualTo(8);
  }

  private static Shell.Said build(Shell shell) {
    return shell.type(
        "study", "build",
        "--comparison", folder.resolve("comparison"),
        "--images", folder.resolve("images"),
        "--protocol", folder.resolve("protocol.md"),
        "--readers", "R01,R02,R03",
        "--seed", 11,
        "--out", folder.resolve("study"));
  }

  @Test
  @Order(5)
  void package_and_simulate_and_merge_in_two_parts() {
    Path study = folder.resolve("study");
    assertThat(SHELL.passphrase(READING).type("study", "package", study).exit()).isZero();
    List<Path> files =
        Stream.of("R01", "R02", "R03")
            .map(r -> study.resolve("readings/" + r + ".reading"))
            .toList();
    assertThat(files).allSatisfy(file -> assertThat(file).exists());
    simulate(files, "--limit", "3");
    assertThat(merge(study, files).json().get("answers").asInt()).isEqualTo(3 * 3 * 3);
    simulate(files);
    assertThat(merge(study, files).json().get("answers").asInt()).isEqualTo(3 * 5 * 3);
    assertThat(merge(study, files).json().get("answers").asInt()).isZero();
    JsonNode status = SHELL.type("study", "status", study, "--json").json();
    assertThat(status.get("ratings").asInt()).isEqualTo(3 * 8 * 3);
    assertThat(status.at("/readers/R02/done").asInt()).isEqualTo(8);
    assertThat(status.get("simulated").asBoolean()).isTrue();
  }

  private static void simulate(List<Path> files, String... more) {
    List<Object> words = new java.util.ArrayList<>(List.of("simulate", "--seed", 5));
    words.addAll(files);
    words.addAll(List.of(more));
    Shell.Said said = SHELL.passphrase(READING).type(words.toArray());
    assertThat(said.exit()).as(said.err()).isZero();
  }

  private static Shell.Said merge(Path study, List<Path> files) {
    List<Object> words = new java.util.ArrayList<>(List.of("study", "merge", study));
    words.addAll(files);
    words.add("--json");
    Shell.Said said = SHELL.type(words.toArray());
    assertThat(said.exit()).as(said.err()).isZero();
    return said;
  }

  @Test
  @Order(6)
  void files_in_readers_hands_name_no_image_no_arm_and_no_criterion() throws IOException {
    for (String name : List.of("readings/R01.reading", "readings/R02.reading")) {
      String bytes =
          Files.readString(folder.resolve("study").resolve(name), StandardCharsets.ISO_8859_1);
      assertThat(bytes)
          .doesNotContain("ph_0")
          .doesNotContain("NON_PIE")
          .doesNotContainIgnoringCase("percentile")
          .doesNotContainIgnoringCase("sparsity")
          .doesNotContain(folder.toString());
    }
    String study = Files.readString(folder.resolve("study/study.db"), StandardCharsets.ISO_8859_1);
    assertThat(study).doesNotContain("ph_0").doesNotContain(folder.toString());
  }

  @Test
  @Order(7)
  void analyze_and_export_with_arms_are_refused_before_unblinding() {
    Path study = folder.resolve("study");
    Shell.Said said =
        SHELL
            .passphrase(KEY)
            .type("analyze", study, "--key", key(), "--out", folder.resolve("early"));
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("still blinded").hasLineCount(1);
    assertThat(folder.resolve("early")).doesNotExist();
    Shell.Said export =
        SHELL.type("export", study, "--format", "imrmc", "--out", folder.resolve("early.imrmc"));
    assertThat(export.exit()).isEqualTo(1);
    assertThat(folder.resolve("early.imrmc")).doesNotExist();
  }

  @Test
  @Order(8)
  void unblind_needs_the_passphrase_and_closes_data_entry() {
    Path study = folder.resolve("study");
    Shell.Said wrong =
        SHELL
            .passphrase("wrong")
            .type("study", "unblind", study, "--key", key(), "--reason", "done");
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.err()).contains("passphrase").hasLineCount(1);
    Shell.Said right =
        SHELL.passphrase(KEY).type("study", "unblind", study, "--key", key(), "--reason", "done");
    assertThat(right.exit()).as(right.err()).isZero();
    Shell.Said late = SHELL.type("study", "merge", study, study.resolve("readings/R01.reading"));
    assertThat(late.exit()).isEqualTo(1);
    assertThat(late.err()).contains("unblinded").hasLineCount(1);
  }

  @Test
  @Order(9)
  void analyze_writes_results_that_say_simulated() throws IOException {
    Path results = folder.resolve("results");
    Shell.Said said =
        SHELL
            .passphrase(KEY)
            .type("analyze", folder.resolve("study"), "--key", key(), "--out", results, "--json");
    assertThat(said.exit()).as(said.err()).isZero();
    JsonNode json = JsonMapper.shared().readTree(results.resolve("results.json").toFile());
    assertThat(json.get("format").asString()).isEqualTo("exemplar-results/1");
    assertThat(json.get("simulated").asBoolean()).isTrue();
    assertThat(json.at("/design/pie").asInt()).isEqualTo(4);
    assertThat(
            json.at("/design/ratings").asInt()
                + json.at("/design/missing").asInt()
                + json.at("/design/cannot_judge").asInt())
        .isEqualTo(3 * 8 * 3);
    assertThat(json.at("/questions/difficulty/mrmc/auc").isNumber()).isTrue();
    assertThat(Files.readString(results.resolve("report.html"))).contains("Simulated ratings");
    assertThat(results.resolve("ratings.csv")).exists();
    assertThat(results.resolve("codebook.json")).exists();
  }

  @Test
  @Order(10)
  void the_long_export_analysed_as_a_table_gives_the_same_auc() {
    Path csv = folder.resolve("wide.csv");
    Shell.Said export =
        SHELL
            .passphrase(KEY)
            .type(
                "export",
                folder.resolve("study"),
                "--format",
                "wide-csv",
                "--out",
                csv,
                "--key",
                key());
    assertThat(export.exit()).as(export.err()).isZero();
    Path again = folder.resolve("again");
    Shell.Said said = SHELL.type("analyze", "--ratings", csv, "--out", again, "--json");
    assertThat(said.exit()).as(said.err()).isZero();
    JsonNode table = JsonMapper.shared().readTree(again.resolve("results.json").toFile());
    JsonNode study = JsonMapper.shared().readTree(folder.resolve("results/results.json").toFile());
    for (String question : List.of("label_disagreement", "image_quality", "difficulty")) {
      String auc = "/questions/" + question + "/mrmc/auc";
      assertThat(table.at(auc)).as(question).isEqualTo(study.at(auc));
    }
  }

  @Test
  @Order(11)
  void verify_finds_a_changed_byte() throws IOException {
    Path copy = folder.resolve("copy.reading");
    Files.copy(folder.resolve("study/readings/R03.reading"), copy);
    assertThat(SHELL.type("study", "verify", copy).exit()).isZero();
    byte[] bytes = Files.readAllBytes(copy);
    int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Very easy");
    assertThat(place).isPositive();
    bytes[place] = 'W';
    Files.write(copy, bytes);
    Shell.Said said = SHELL.type("study", "verify", copy);
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("copy.reading").hasLineCount(1);
    assertThat(SHELL.type("study", "verify", folder.resolve("study")).exit()).isZero();
  }

  private static Path key() {
    return folder.resolve("study/unblinding-key.json");
  }
}
