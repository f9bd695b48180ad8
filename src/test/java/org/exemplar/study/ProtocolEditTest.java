package org.exemplar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;

class ProtocolEditTest {
  private final String text = read();

  private static String read() {
    try {
      return Files.readString(Path.of("reader-study-protocol.md"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Protocol parsed(String document) {
    return Protocol.parse("protocol.md", document);
  }

  /** Lines that are in one text only. */
  private static List<String> changed(String before, String after) {
    List<String> left = new ArrayList<>(Arrays.asList(after.split("\n", -1)));
    for (String line : before.split("\n", -1)) {
      left.remove(line);
    }
    return left;
  }

  @Test
  void a_number_is_changed_and_nothing_else() {
    String edited = ProtocolEdit.set(text, "arms.PIE", 24);
    assertThat(parsed(edited).design().arms()).isEqualTo(new Design.Arms(24, 20));
    assertThat(changed(text, edited)).containsExactly("  PIE: 24");
    assertThat(edited).hasSameSizeAs(text);
  }

  @Test
  void keys_of_one_name_in_different_groups_are_told_apart() {
    String edited = ProtocolEdit.set(text, "repeats.cases", 4);
    assertThat(parsed(edited).design().repeats().cases()).isEqualTo(4);
    assertThat(parsed(edited).reading().rules().practice().cases()).isEqualTo(3);
    assertThat(parsed(ProtocolEdit.set(edited, "practice.cases", 2)).design().repeats().cases())
        .isEqualTo(4);
  }

  @Test
  void words_lists_and_fractions_are_written_as_yaml_reads_them() {
    String edited = ProtocolEdit.set(text, "title", "Reading: \"autumn\" # 2");
    edited = ProtocolEdit.set(edited, "sampling.controls", "matched");
    edited =
        ProtocolEdit.set(
            edited, "sampling.match_on", List.of("view", "finding:Pleural Thickening"));
    edited = ProtocolEdit.set(edited, "criterion.sparsity", 0.95);
    edited = ProtocolEdit.set(edited, "criterion.percentile", 10.0);
    edited = ProtocolEdit.set(edited, "sampling.one_per_patient", false);
    Protocol protocol = parsed(edited);
    assertThat(protocol.reading().title()).isEqualTo("Reading: \"autumn\" # 2");
    assertThat(protocol.design().sampling())
        .isEqualTo(
            new Design.Sampling(
                Design.Controls.MATCHED, List.of("view", "finding:Pleural Thickening"), false));
    assertThat(protocol.design().criterion()).isEqualTo(new Design.Criterion(0.95, 10));
    assertThat(edited).contains("percentile: 10\n");
  }

  @Test
  void what_is_missing_is_put_at_the_end_of_its_group() {
    String edited = ProtocolEdit.set(text, "overlap.anchor_cases", 8);
    edited = ProtocolEdit.set(edited, "overlap.readers_per_case", 2);
    edited = ProtocolEdit.set(edited, "overlap.design", "anchor");
    assertThat(parsed(edited).design().overlap())
        .isEqualTo(new Design.Overlap(Design.Overlap.Kind.ANCHOR, 8, 2));
    assertThat(edited)
        .contains("overlap:\n  design: anchor\n  anchor_cases: 8\n  readers_per_case: 2\n\n#");
    String without = text.replaceAll("(?s)overlap:\n.*?\n\n", "");
    String added = ProtocolEdit.set(without, "overlap.design", "all");
    assertThat(added).contains("  seed: 20230901\noverlap:\n  design: all\n---\n");
    assertThat(parsed(added).design().overlap()).isEqualTo(Design.Overlap.ALL);
  }

  @Test
  void a_comment_behind_a_value_and_windows_line_ends_stay() {
    String document = text.replace("  PIE: 20\n", "  PIE: 20   # as in the paper\n");
    assertThat(ProtocolEdit.set(document, "arms.PIE", 9))
        .contains("  PIE: 9   # as in the paper\n");
    String windows = text.replace("\n", "\r\n");
    assertThat(ProtocolEdit.set(windows, "arms.PIE", 9))
        .isEqualTo(ProtocolEdit.set(text, "arms.PIE", 9).replace("\n", "\r\n"));
  }

  @Test
  void a_value_over_several_lines_is_replaced_as_a_whole() {
    String document = text.replace("match_on: []", "match_on:\n  - view\n    # and\n  - size");
    String edited = ProtocolEdit.set(document, "sampling.match_on", List.of("source"));
    assertThat(edited).isEqualTo(text.replace("match_on: []", "match_on: [source]"));
  }

  @Test
  void a_document_without_settings_or_with_braces_is_refused_in_plain_words() {
    assertThatThrownBy(() -> ProtocolEdit.set("# Title\n", "arms.PIE", 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("between two lines");
    String braces =
        text.replace("arms:\n  PIE: 20\n  NON_PIE: 20\n", "arms: {PIE: 20, NON_PIE: 20}\n");
    assertThatThrownBy(() -> ProtocolEdit.set(braces, "arms.PIE", 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("a line of its own");
  }
}
