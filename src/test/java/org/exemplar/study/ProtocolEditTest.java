package org.exemplar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolEditTest {
  /** Words that YAML would take for something else, or an editor would lose. */
  private static final List<String> AWKWARD =
      List.of(
          "yes",
          "No",
          "null",
          "~",
          "on",
          "true",
          "1.0",
          "0x1F",
          "1e3",
          "- dash",
          "a: b",
          "a #b",
          "#c",
          "\"quoted\"",
          "it's",
          "'single'",
          " leading",
          "trailing ",
          "two\nlines",
          "tab\there",
          "back\\slash",
          "{x}",
          "[y]",
          "*a",
          "&b",
          "!c",
          "|",
          ">",
          "%d",
          "@e",
          "`f`",
          "?",
          "---",
          "Schärfe",
          "肺",
          "😀 film",
          "left → right",
          "a, b",
          "soft\u00adhyphen",
          "next\u0085line",
          "para\u2029graph",
          "colon:",
          "e.g. 5 %",
          "x".repeat(200));

  @Test
  void a_number_changes_and_every_other_character_stays() throws IOException {
    String before = root();

    String after = ProtocolEdit.of(before).with("arms.PIE", 12).text();

    assertThat(changed(before, after)).containsExactly("  PIE: 20 > " + "  PIE: 12");
    assertThat(Protocol.parse("a.md", after).design().arms()).isEqualTo(new Design.Arms(12, 20));
  }

  @Test
  void a_value_that_is_already_so_is_left_as_it_is_written() throws IOException {
    String before = root();

    String after =
        ProtocolEdit.of(before)
            .with("criterion.sparsity", 0.9)
            .with("version", "1.0")
            .with("sampling.match_on", List.of())
            .with("sampling.one_per_patient", true)
            .withQuestions(
                Protocol.parse("a", before).reading().questions(),
                Protocol.parse("a", before).analysis().orientations())
            .withSection("Returning the file", Protocol.section(before, "Returning the file"))
            .text();

    assertThat(after).isEqualTo(before);
  }

  @Test
  void comments_on_the_line_and_awkward_spacing_stay() throws IOException {
    String before =
        root()
            .replace("  PIE: 20\n", "  PIE:   20   # half\n")
            .replace("title: Chest", "# 😀 comment\ntitle: Chest")
            .replace("match_on: []", "match_on:\n    - view\n    - size # both");

    String after =
        ProtocolEdit.of(before)
            .with("arms.PIE", 7)
            .with("title", "Chest films: part two")
            .with("sampling.match_on", List.of("finding:No Finding", "size"))
            .text();

    assertThat(after).contains("  PIE:   7   # half\n").contains("# 😀 comment\n");
    assertThat(after).contains("title: \"Chest films: part two\"\n");
    assertThat(after).contains("match_on: [\"finding:No Finding\", size] # both\n");
  }

  @Test
  void settings_that_are_missing_are_added_to_their_group_and_taken_away_again()
      throws IOException {
    String before = root();

    ProtocolEdit anchor =
        ProtocolEdit.of(before)
            .with("overlap.design", "anchor")
            .with("overlap.anchor_cases", 8)
            .with("overlap.readers_per_case", 2);
    String back =
        anchor
            .with("overlap.design", "all")
            .without("overlap.anchor_cases")
            .without("overlap.readers_per_case")
            .text();

    assertThat(Protocol.parse("a.md", anchor.text()).design().allocation().overlap())
        .isEqualTo(new Design.Overlap(Design.Overlap.Kind.ANCHOR, 8, 2));
    assertThat(back).isEqualTo(before);
  }

  @Test
  void a_whole_group_is_taken_away_and_made_anew() throws IOException {
    ProtocolEdit without = ProtocolEdit.of(root()).without("overlap");

    assertThat(without.text()).doesNotContain("overlap:");
    assertThat(without.with("overlap.design", "all").text())
        .contains("\noverlap:\n  design: all\n");
  }

  @Test
  void keys_of_one_name_in_different_groups_are_told_apart() throws IOException {
    String edited = ProtocolEdit.set(root(), "repeats.cases", 4);

    assertThat(Protocol.parse("a.md", edited).design().repeats().cases()).isEqualTo(4);
    assertThat(Protocol.parse("a.md", edited).reading().rules().practice().cases()).isEqualTo(3);
  }

  @Test
  void words_lists_and_fractions_are_written_as_yaml_reads_them() throws IOException {
    String edited = ProtocolEdit.set(root(), "title", "Reading: \"autumn\" # 2");
    edited = ProtocolEdit.set(edited, "sampling.controls", "matched");
    edited =
        ProtocolEdit.set(
            edited, "sampling.match_on", List.of("view", "finding:Pleural Thickening"));
    edited = ProtocolEdit.set(edited, "criterion.sparsity", 0.95);
    edited = ProtocolEdit.set(edited, "criterion.percentile", 10.0);
    edited = ProtocolEdit.set(edited, "sampling.one_per_patient", false);

    Protocol protocol = Protocol.parse("a.md", edited);
    assertThat(protocol.reading().title()).isEqualTo("Reading: \"autumn\" # 2");
    assertThat(protocol.design().sampling())
        .isEqualTo(
            new Design.Sampling(
                Design.Controls.MATCHED, List.of("view", "finding:Pleural Thickening"), false));
    assertThat(protocol.design().criterion()).isEqualTo(new Design.Criterion(0.95, 10));
    assertThat(edited).contains("percentile: 10\n");
  }

  @Test
  void a_list_over_several_lines_is_replaced_as_a_whole() throws IOException {
    String document =
        root().replace("match_on: []", "match_on:\n    - view\n    # and\n    - size");

    assertThat(ProtocolEdit.set(document, "sampling.match_on", List.of("source")))
        .isEqualTo(root().replace("match_on: []", "match_on: [source]"));
  }

  @Test
  void groups_in_braces_stay_in_braces() throws IOException {
    String before =
        root().replace("arms:\n  PIE: 20\n  NON_PIE: 20\n", "arms: {PIE: 20, NON_PIE: 20}\n");

    String after = ProtocolEdit.of(before).with("arms.NON_PIE", 40).text();

    assertThat(after).contains("arms: {PIE: 20, NON_PIE: 40}\n");
    assertThat(ProtocolEdit.of(after).without("arms.NON_PIE").text()).contains("arms: {PIE: 20}\n");
    assertThat(ProtocolEdit.of(after).without("arms.PIE").with("arms.PIE", 3).text())
        .contains("arms: {NON_PIE: 40, PIE: 3}\n");
  }

  @Test
  void line_ends_of_the_other_kind_are_kept() throws IOException {
    String before = root().replace("\n", "\r\n");

    String after = ProtocolEdit.of(before).with("repeats.cases", 4).text();

    assertThat(after).isEqualTo(before.replace("  cases: 0\r\n", "  cases: 4\r\n"));
  }

  @Test
  void a_section_changes_and_the_prose_around_it_stays() throws IOException {
    String before = root();

    String after =
        ProtocolEdit.of(before).withSection("Instructions for readers", "Look.\n\nRate.").text();

    assertThat(Protocol.section(after, "Instructions for readers")).isEqualTo("Look.\n\nRate.");
    assertThat(Protocol.section(after, "Analysis plan"))
        .isEqualTo(Protocol.section(before, "Analysis plan"));
    assertThat(Protocol.section(after, "Returning the file"))
        .isEqualTo(Protocol.section(before, "Returning the file"));
    assertThat(after).contains("Rate.\n\n## Returning the file\n");
  }

  @Test
  void questions_that_stay_keep_their_lines_and_their_comments() throws IOException {
    String before =
        root()
            .replace("  - id: difficulty", "  # asked last\n  - id: difficulty")
            .replace("      3: Adequate", "      3: Adequate # the middle");
    Protocol protocol = Protocol.parse("a.md", before);
    List<Question> questions = new ArrayList<>(protocol.reading().questions());
    questions.removeFirst();
    questions.addFirst(questions.removeLast());
    Map<String, Orientation> orientations = new LinkedHashMap<>();
    orientations.put("difficulty", Orientation.LOWER);
    orientations.put("image_quality", Orientation.LOWER);

    String after = ProtocolEdit.of(before).withQuestions(questions, orientations).text();

    assertThat(after).contains("questions:\n  # asked last\n  - id: difficulty\n");
    assertThat(after).contains("      3: Adequate # the middle\n");
    assertThat(after)
        .contains("orientation:\n    image_quality: lower\n    difficulty: lower\n  planned:");
    assertThat(Protocol.parse("a.md", after).reading().questions()).isEqualTo(questions);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatever_questions_are_written_the_same_are_read(long seed) throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String document = root();
    for (int round = 0; round < 8; round++) {
      List<Question> questions = new RandomQuestions(random, AWKWARD).list();
      Map<String, Orientation> orientations = new LinkedHashMap<>();
      for (Question question : questions) {
        if (question.measures()) {
          orientations.put(
              question.id(), random.nextBoolean() ? Orientation.HIGHER : Orientation.LOWER);
        }
      }

      document = ProtocolEdit.of(document).withQuestions(questions, orientations).text();

      Protocol read = Protocol.parse("a.md", document);
      assertThat(read.reading().questions()).isEqualTo(questions);
      assertThat(read.analysis().orientations()).isEqualTo(orientations);
    }
    String after = ProtocolEdit.of(document).withQuestions(rootQuestions(), rootEnds()).text();
    assertThat(outsideQuestions(after)).isEqualTo(outsideQuestions(root()));
  }

  @Test
  void awkward_words_of_any_setting_come_back() throws IOException {
    String document = root();
    for (String words : AWKWARD) {
      document = ProtocolEdit.of(document).with("title", words).text();
      assertThat(Protocol.parse("a.md", document).reading().title()).isEqualTo(words);
    }
  }

  @Test
  void a_text_without_settings_is_refused() {
    assertThatThrownBy(() -> ProtocolEdit.of("# Only prose")).isInstanceOf(Problem.class);
  }

  private static String root() throws IOException {
    return Files.readString(Path.of("reader-study-protocol.md"));
  }

  private static List<Question> rootQuestions() throws IOException {
    return Protocol.parse("a", root()).reading().questions();
  }

  private static Map<String, Orientation> rootEnds() throws IOException {
    return Protocol.parse("a", root()).analysis().orientations();
  }

  /** The document without its questions and orientations. */
  private static String outsideQuestions(String document) {
    return document
        .replaceAll("(?s)\nquestions:\n.*?\n\n# Each reader", "\n# Each reader")
        .replaceAll("(?s)\n  orientation:.*?\n  planned", "\n  planned");
  }

  private static List<String> changed(String before, String after) {
    List<String> was = Arrays.asList(before.split("\n", -1));
    List<String> is = Arrays.asList(after.split("\n", -1));
    assertThat(is).hasSameSizeAs(was);
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < was.size(); i++) {
      if (!was.get(i).equals(is.get(i))) {
        changed.add(was.get(i) + " > " + is.get(i));
      }
    }
    return changed;
  }
}
