package org.exemplar.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportLinksTest {
  private static String report(StudyFacts facts) {
    return ReportWriter.html(ReportResults.read(ReportFixture.resultsFile()), facts);
  }

  private static List<String> all(String html, String pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(html);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void every_link_within_the_page_leads_somewhere_and_no_place_is_there_twice() {
    String html = report(ReportFixture.facts());
    List<String> places = all(html, " id=\"([^\"]+)\"");
    Set<String> links = new TreeSet<>(all(html, "href=\"#([^\"]+)\""));
    assertThat(places).doesNotHaveDuplicates().containsAll(links);
    assertThat(links).contains("table-primary", "table-sensitivity", "table-pooled", "methods");
  }

  @Test
  void every_figure_names_its_files_and_shows_its_data() {
    String html = report(ReportFixture.facts());
    ReportResults results = ReportResults.read(ReportFixture.resultsFile());
    for (String name : ReportFigures.charts(results, ReportFixture.facts()).keySet()) {
      assertThat(html).contains("figures/" + name + ".svg", "figures/" + name + ".csv");
    }
    assertThat(all(html, "(<details>)")).hasSize(1 + 3 + 3);
  }

  @Test
  void the_flow_says_what_was_left_out_drawn_and_read() {
    assertThat(report(ReportFixture.facts()))
        .contains("203 radiographs listed, 200 compared")
        .contains("3 left out", "3: the file cannot be decoded")
        .contains("20 of 20 PIE", "20 of 180 non-PIE")
        .contains("6 readers: 234 of 240 cases read");
  }

  @Test
  void checklists_say_where_an_item_is_answered_and_who_answers_what_is_open() {
    String html = report(ReportFixture.facts());
    assertThat(html).contains("id=\"grras\"", "id=\"claim\"", "id=\"stard-ai\"");
    assertThat(all(html, "<td class=\"n\">([0-9]+)</td>")).contains("44");
    assertThat(html)
        .contains("open: whoever trained the networks", "open: whoever provides the images")
        .contains("<a href=\"#table-readers\">Table 3</a>");
  }

  @Test
  void a_bare_table_answers_fewer_items_and_claims_no_plan() {
    StudyFacts.Identity identity = new StudyFacts.Identity("Table", "", "1 May 2026", "Exemplar");
    String html = report(StudyFacts.ofTable(identity, "40 cases", List.of()));
    assertThat(html)
        .doesNotContain("planned before unblinding", "not in the plan")
        .contains("a table of ratings does not tell");
    assertThat(new TreeSet<>(all(html, " id=\"([^\"]+)\"")))
        .containsAll(new TreeSet<>(all(html, "href=\"#([^\"]+)\"")));
  }

  @Test
  void an_amended_plan_says_so() {
    StudyFacts facts = ReportFixture.facts();
    StudyFacts.Conduct conduct =
        new StudyFacts.Conduct(
            List.of(), List.of(), List.of("Version 2, by the office."), List.of(), List.of());
    StudyFacts amended =
        new StudyFacts(
            facts.identity(),
            Optional.of(facts.trust().orElseThrow()),
            facts.plan(),
            facts.questions(),
            conduct);
    assertThat(report(amended)).contains("planned before unblinding, as amended");
  }
}
