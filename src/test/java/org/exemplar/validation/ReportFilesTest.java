package org.exemplar.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportFilesTest {
  @TempDir Path folder;
  private InstallationKey key;

  @BeforeEach
  void makeKey() {
    key = new InstallationKey(folder.resolve("data"));
  }

  private static ValidationReport report() {
    return new ValidationReport(
        "1.2.3",
        Instant.parse("2026-01-02T03:04:05Z"),
        Map.of("Java", "25"),
        List.of(
            new Check(Section.AUDIT, "a < b & c", "the team", Comparison.same("what", "x", "y"))));
  }

  private Path written(String name) {
    ReportFiles.write(report(), folder.resolve("report"), key);
    return folder.resolve("report").resolve(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {ReportFiles.PAGE, ReportFiles.JSON})
  void a_report_as_it_was_signed_names_its_installation(String name) {
    ReportFiles.Signature signature = ReportFiles.check(written(name), key);

    assertThat(signature.here()).isTrue();
    assertThat(signature.key()).isEqualTo(key.publicHalf().orElseThrow());
    assertThat(
            ReportFiles.check(written(name), new InstallationKey(folder.resolve("other"))).here())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {ReportFiles.PAGE, ReportFiles.JSON})
  void every_changed_byte_is_noticed(String name) throws IOException {
    Path file = written(name);
    byte[] original = Files.readAllBytes(file);
    int step = Math.max(1, original.length / 150);
    for (int i = 0; i < original.length; i += step) {
      byte[] changed = original.clone();
      changed[i] ^= 1;
      Files.write(file, changed);
      assertThatThrownBy(() -> ReportFiles.check(file, key))
          .as("byte %d", i)
          .isInstanceOf(Problem.class);
    }
    Files.write(file, java.util.Arrays.copyOf(original, original.length - 1));
    assertThatThrownBy(() -> ReportFiles.check(file, key)).hasMessageContaining("changed");
  }

  @Test
  void words_added_behind_the_signature_are_noticed() throws IOException {
    Path page = written(ReportFiles.PAGE);
    Files.writeString(page, Files.readString(page) + "<p>All is well.</p>\n");

    assertThatThrownBy(() -> ReportFiles.check(page, key))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("was changed after it was signed");
  }

  @Test
  void the_page_needs_no_other_file_and_shows_each_check() throws IOException {
    String page = Files.readString(written(ReportFiles.PAGE));

    assertThat(page)
        .contains("a &lt; b &amp; c", "1 of 1 known answers are not given", "2 January 2026")
        .contains(key.publicHalf().orElseThrow().hex())
        .doesNotContain("src=", "http:", "https:", "url(");
  }

  @Test
  void the_json_says_what_was_compared() throws IOException {
    JsonNode json = JsonMapper.shared().readTree(Files.readString(written(ReportFiles.JSON)));

    assertThat(json.get("format").stringValue()).isEqualTo("exemplar-validation/1");
    assertThat(json.get("passed").booleanValue()).isFalse();
    JsonNode check = json.get("checks").get(0);
    assertThat(check.get("expected").stringValue()).isEqualTo("x");
    assertThat(check.get("got").stringValue()).isEqualTo("y");
    assertThat(json.get("signature").stringValue()).startsWith("ed25519 ");
  }

  @Test
  void the_key_is_made_once_and_is_its_owners_alone() throws IOException {
    String first = key.key().verifyingKey().hex();

    assertThat(new InstallationKey(folder.resolve("data")).key().verifyingKey().hex())
        .isEqualTo(first);
    Path file = folder.resolve("data").resolve("installation-key");
    assumeThat(Files.getFileStore(file).supportsFileAttributeView("posix")).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_damaged_key_is_named_and_not_replaced() throws IOException {
    Path file = Files.createDirectories(folder.resolve("data")).resolve("installation-key");
    Files.writeString(file, "abc");

    assertThatThrownBy(() -> key.key())
        .isInstanceOf(Problem.class)
        .hasMessageContaining("installation-key");
    assertThat(Files.readString(file)).isEqualTo("abc");
  }

  @Test
  void other_files_are_refused_in_a_sentence() throws IOException {
    Path other = Files.writeString(folder.resolve("other.html"), "<html></html>");

    assertThatThrownBy(() -> ReportFiles.check(other, key))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is not a signed validation report");
    assertThatThrownBy(() -> ReportFiles.check(folder.resolve("none"), key))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void the_last_check_counts_only_when_it_passed_and_is_this_installations_own() {
    Path kept = folder.resolve("kept");
    ValidationReport passed =
        new ValidationReport(
            "1",
            Instant.parse("2026-01-02T03:04:05Z"),
            Map.of(),
            List.of(new Check(Section.AUDIT, "a", "b", Comparison.same("what", "x", "x"))));
    assertThat(ReportFiles.lastPassed(kept, key)).isEmpty();

    ReportFiles.write(passed, kept, key);
    assertThat(ReportFiles.lastPassed(kept, key)).contains(passed.made());
    assertThat(ReportFiles.lastPassed(kept, new InstallationKey(folder.resolve("other"))))
        .isEmpty();

    ReportFiles.write(report(), kept, key);
    assertThat(ReportFiles.lastPassed(kept, key)).isEmpty();
  }
}
