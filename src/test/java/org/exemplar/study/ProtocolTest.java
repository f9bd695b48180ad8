package org.exemplar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolTest {
  private static final Path DOCUMENT = Path.of("reader-study-protocol.md");

  @Test
  void the_document_at_the_root_is_the_study_of_the_paper() {
    Protocol protocol = Protocol.read(DOCUMENT);

    assertThat(protocol.design().arms()).isEqualTo(new Design.Arms(20, 20));
    assertThat(protocol.design().criterion()).isEqualTo(new Design.Criterion(0.90, 5));
    assertThat(protocol.reading().questions())
        .extracting(Question::id)
        .containsExactly("label_disagreement", "image_quality", "difficulty");
    assertThat(protocol.analysis().orientations())
        .containsEntry("label_disagreement", Orientation.HIGHER)
        .containsEntry("image_quality", Orientation.LOWER)
        .containsEntry("difficulty", Orientation.HIGHER);
    assertThat(protocol.analysis().planned()).startsWith("pie_auc");
    assertThat(protocol.reading().rules().limits().breakAfter()).isEqualTo(Duration.ofMinutes(45));
    assertThat(protocol.reading().text().instructions())
        .startsWith("You will see frontal chest films")
        .endsWith("at the\nsame film.");
    assertThat(protocol.reading().text().returning()).startsWith("Send the file back");
  }

  @Test
  void the_readers_part_survives_json_and_says_nothing_of_arms() {
    ReadingProtocol reading =
        Protocol.read(DOCUMENT).reading().withVocabulary(List.of("Mass", "Nodule"));

    String json = reading.toJson();

    assertThat(ReadingProtocol.fromJson(json)).isEqualTo(reading);
    assertThat(json).doesNotContainIgnoringCase("pie").doesNotContainIgnoringCase("sparsity");
    assertThat(json).doesNotContain("higher").doesNotContain("percentile");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PIE: 20              | PIE: zero             | \"arms.PIE\" must be a whole number",
        "percentile: 5        | percentile: 100       | \"criterion.percentile\" must be a number",
        "controls: random     | controls: any         | \"sampling.controls\" must be one of random, matched",
        "controls: random     | controls: matched     | matched controls need",
        "image_quality: lower | image_qualiti: lower  | there is no question \"image_qualiti\"",
        "difficulty: higher   | ''                    | the orientation of \"difficulty\" is missing",
        "mask_ms: 500         | mask: 500             | \"pacing.mask_ms\" is missing",
        "correction: previous | correction: sometimes | \"correction\" must be one of none, previous, any",
        "2: Poor              | 7: Poor               | question image_quality: points of",
        "title: Image quality | titel: Image quality  | \"questions.title\" is missing",
        "kind: scale          | kind: slider          | a question is of kind agreement, scale",
        "version: \"1.0\"     | version: [            | this is not YAML",
        "required: true       | requird: true         | \"questions.requird\" is not a known setting",
        "longest_run: 4       | block: 9              | \"block\" is given twice",
      })
  void says_on_which_line_something_is_wrong(String from, String to, String message)
      throws IOException {
    String text = Files.readString(DOCUMENT);
    String broken = text.replaceFirst(java.util.regex.Pattern.quote(from), to);
    assertThat(broken).isNotEqualTo(text);

    assertThatThrownBy(() -> Protocol.parse("my.md", broken))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("my.md, line ")
        .hasMessageContaining(message);
  }

  @Test
  void counts_lines_as_an_editor_does() throws IOException {
    String text = Files.readString(DOCUMENT);
    List<String> lines = text.lines().toList();
    int line = 1 + lines.indexOf("  percentile: 5");

    assertThatThrownBy(() -> Protocol.parse("a.md", text.replace("tile: 5", "tile: five")))
        .hasMessageStartingWith("a.md, line " + line + ": \"criterion.percentile\"");
  }

  @Test
  void refuses_words_that_would_tell_readers_what_the_study_is_about() throws IOException {
    String text = Files.readString(DOCUMENT);
    String telling = text.replace("You will see frontal", "You will see some PIEs and frontal");

    assertThatThrownBy(() -> Protocol.parse("my.md", telling))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("readers would see the word \"PIEs\"");
  }

  @Test
  void readers_may_share_an_anchor_set_and_rotate_over_the_rest() throws IOException {
    String rotating =
        Files.readString(DOCUMENT)
            .replace(
                "  design: all", "  design: anchor\n  anchor_cases: 10\n  readers_per_case: 2");

    assertThat(Protocol.parse("a.md", rotating).design().overlap())
        .isEqualTo(new Design.Overlap(Design.Overlap.Kind.ANCHOR, 10, 2));
    assertThat(Protocol.parse("a.md", Files.readString(DOCUMENT)).design().overlap())
        .isEqualTo(Design.Overlap.ALL);
    assertThatThrownBy(
            () -> Protocol.parse("a.md", rotating.replace("anchor_cases: 10", "anchor_cases: 40")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("overlap.anchor_cases");
  }

  @Test
  void windows_line_ends_make_no_difference() throws IOException {
    String text = Files.readString(DOCUMENT);

    assertThat(Protocol.parse("a.md", text.replace("\n", "\r\n")))
        .isEqualTo(Protocol.parse("a.md", text));
  }

  @Test
  void a_document_without_settings_or_instructions_is_refused() throws IOException {
    String text = Files.readString(DOCUMENT);

    assertThatThrownBy(() -> Protocol.parse("a.md", "# Protocol"))
        .hasMessageContaining("line 1: a protocol starts with its settings");
    assertThatThrownBy(
            () -> Protocol.parse("a.md", text.replace("## Instructions for readers", "## To them")))
        .hasMessageContaining("\"## Instructions for readers\"");
    assertThatThrownBy(() -> Protocol.read(Path.of("no-such-protocol.md")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no-such-protocol.md");
  }
}
