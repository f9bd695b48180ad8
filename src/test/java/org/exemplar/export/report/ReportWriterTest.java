package org.exemplar.export.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportWriterTest {
  @TempDir Path folder;

  private static String report() {
    return ReportWriter.html(
        ReportResults.read(ReportFixture.resultsFile()), ReportFixture.facts());
  }

  private static ReportResults changed(String from, String to) throws IOException {
    String json = Files.readString(ReportFixture.resultsFile());
    assertThat(json).contains(from);
    return ReportResults.of(JsonMapper.shared().readTree(json.replace(from, to)));
  }

  @Test
  void the_report_is_one_file_that_needs_nothing_else() throws IOException {
    Path file = folder.resolve("report.html");
    ReportWriter.write(
        ReportResults.read(ReportFixture.resultsFile()), ReportFixture.facts(), file);
    assertThat(Files.readString(file))
        .startsWith("<!DOCTYPE html>")
        .contains("<svg", "<style>")
        .doesNotContain("<script", "<link", "src=", "url(", "@import");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void it_says_the_answer_with_estimate_interval_and_corrected_p() {
    assertThat(report())
        .contains(
            "Label: PIEs were rated more towards \u201cdisagrees\u201d than other cases (PIE-AUC 0.68,"
                + " 95 % interval 0.58 to 0.77, p\u00a0=\u00a00.003 after Holm).")
        .contains("Quality: PIEs were rated more towards \u201cworse\u201d")
        .contains("Difficulty: PIEs were not shown to be rated otherwise");
  }

  @Test
  void it_never_says_that_there_is_no_difference() {
    assertThat(report())
        .contains("not shown to differ")
        .doesNotContainIgnoringCase("no difference");
  }

  @Test
  void it_carries_seal_audit_and_verification() {
    assertThat(report())
        .contains("4c1f 08d2 e77b 93a6", "4c1f08d2e77b93a6".repeat(4))
        .contains("418 entries, unbroken")
        .contains("30 October 2026, 09:12 UTC")
        .contains("as planned before unblinding");
  }

  @Test
  void a_broken_trail_is_shouted() {
    StudyFacts facts = ReportFixture.facts();
    StudyFacts.Trust trust = facts.trust().orElseThrow();
    StudyFacts broken =
        new StudyFacts(
            facts.identity(),
            Optional.of(
                new StudyFacts.Trust(
                    trust.protocol(),
                    trust.sealed(),
                    trust.unblinded(),
                    new StudyFacts.Audit("00", 3, Optional.of("entry 2 was changed")))),
            facts.plan(),
            facts.questions(),
            facts.conduct());
    assertThat(ReportWriter.html(ReportResults.read(ReportFixture.resultsFile()), broken))
        .contains("BROKEN: entry 2 was changed")
        .doesNotContain("unbroken");
  }

  @Test
  void simulated_ratings_are_stamped_and_real_ones_are_not() throws IOException {
    assertThat(report())
        .contains("<body class=\"simulated\">", "class=\"stamp\"", "class=\"banner\"");
    assertThat(
            ReportWriter.html(
                changed("\"simulated\": true", "\"simulated\": false"), ReportFixture.facts()))
        .contains("<body>")
        .doesNotContain("class=\"stamp\"", "class=\"banner\"", "Simulated ratings");
  }

  @Test
  void the_pooled_test_is_marked_as_no_evidence() {
    assertThat(report())
        .contains("For comparison only: ratings pooled, as in the paper")
        .contains("ignores that ratings share cases and readers")
        .contains("Difficulty p = 0.003");
  }

  @Test
  void missing_ratings_warnings_and_deviations_are_told() {
    assertThat(report())
        .contains("720 answers planned, 682 given, 38 missing")
        .contains("R03 left 12 answers out.")
        .contains("Label: 13 of 240 ratings are missing")
        .contains("past the limit of a sitting");
  }

  @Test
  void numbers_that_do_not_exist_are_dashes_and_no_test_is_claimed() throws IOException {
    JsonNode empty =
        JsonMapper.shared()
            .readTree(
                """
                {"format": "exemplar-results/1", "simulated": false,
                 "design": {"readers": 1, "cases": 2, "pie": 1, "non_pie": 1, "ratings": 2,
                            "missing": 0, "fully_crossed": true},
                 "questions": {"difficulty": {"orientation": "higher_is_pie",
                   "descriptives": {"PIE": {"n": 1, "counts": {"3": 1}},
                                    "NON_PIE": {"n": 1, "counts": {"3": 1}}},
                   "mrmc": {"auc": 0.5, "p": null, "p_holm": null, "per_reader": {}}}},
                 "warnings": [{"question": "difficulty", "code": "no_variance",
                               "message": "All ratings are equal."}]}
                """);
    StudyFacts facts =
        StudyFacts.ofTable(
            new StudyFacts.Identity("Table <b>", "", "1 May 2026", "Exemplar"), "t.csv", List.of());
    assertThat(ReportWriter.html(ReportResults.of(empty), facts))
        .contains("not testable", "cannot be tested", "Difficulty: All ratings are equal.")
        .contains("Table &lt;b&gt;")
        .contains("not from a sealed study")
        .doesNotContain("NaN", "null", "planned before unblinding");
  }

  @Test
  void ratings_of_a_reversed_question_run_from_better_to_worse() {
    ReportResults results = ReportResults.read(ReportFixture.resultsFile());
    ReportResults.Question quality =
        results.questions().stream()
            .filter(q -> q.id().equals("image_quality"))
            .findFirst()
            .orElseThrow();
    assertThat(quality.points()).containsExactly(1, 2, 3, 4, 5);
    List<Integer> counts = quality.counts("PIE", quality.points());
    assertThat(counts.getFirst())
        .isEqualTo(quality.json().at("/descriptives/PIE/counts/5").asInt());
  }

  @Test
  void other_formats_are_refused() throws IOException {
    assertThatThrownBy(() -> ReportResults.of(JsonMapper.shared().readTree("{\"format\":\"x\"}")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("exemplar-results/1");
    Path broken = Files.writeString(folder.resolve("results.json"), "{");
    assertThatThrownBy(() -> ReportResults.read(broken))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("results.json");
  }

  /** Set {@code EXEMPLAR_REPORT} to a folder to look at the report there. */
  @Test
  void every_svg_is_well_formed() throws Exception {
    String html = report();
    int found = 0;
    for (int at = html.indexOf("<svg"); at >= 0; at = html.indexOf("<svg", at + 1)) {
      String svg = html.substring(at, html.indexOf("</svg>", at) + 6);
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
      found++;
    }
    assertThat(found).isEqualTo(1 + 1 + 3 + 3 + 1 + 6);
    String wish = System.getenv("EXEMPLAR_REPORT");
    if (wish != null) {
      Files.writeString(Path.of(wish, "report.html"), html);
    }
  }
}
