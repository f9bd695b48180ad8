package org.exemplar.export.report;

import java.util.List;

/**
 * The items of GRRAS (Kottner et al., J Clin Epidemiol 2011; 64: 96–106), which is the checklist
 * for studies of raters, with where each is answered and which the authors must still write.
 */
final class Checklist {
  private static final List<List<String>> GRRAS =
      List.of(
          List.of("1", "Agreement is named in title or abstract", "open"),
          List.of("2", "The measurement is named and described", "Methods; the questions"),
          List.of("3", "Subjects of interest", "Flow of cases; open: patients"),
          List.of("4", "Raters of interest", "open"),
          List.of("5", "What is known, and why this study", "open"),
          List.of("6", "How sample sizes were chosen", "Methods; the protocol"),
          List.of("7", "How cases and raters were sampled", "Methods; open: raters"),
          List.of("8", "How ratings were made, blinding", "Methods; the protocol"),
          List.of("9", "Whether ratings were independent", "Methods"),
          List.of("10", "Statistical analysis", "Methods; Planned test in full"),
          List.of("11", "Numbers of raters, cases and ratings", "Flow of cases; Missing ratings"),
          List.of("12", "Characteristics of raters and cases", "open"),
          List.of("13", "Estimates with their uncertainty", "Primary analysis; Agreement"),
          List.of("14", "Practical relevance", "open"),
          List.of("15", "Detailed results", "ratings.csv, results.json"));

  private final Html page;

  Checklist(Html page) {
    this.page = page;
  }

  void write() {
    page.raw("<div class=\"keep\">").element("h3", "Reporting checklist: GRRAS");
    page.raw("<table class=\"checklist\"><thead><tr><th class=\"n\">Item</th><th>What</th>");
    page.raw("<th>Where</th></tr></thead><tbody>\n");
    for (List<String> item : GRRAS) {
      page.raw("<tr>").element("td", "n", item.get(0)).element("td", item.get(1));
      boolean open = item.get(2).equals("open");
      page.element("td", open ? "open" : "", open ? "open: the authors write it" : item.get(2));
      page.raw("</tr>\n");
    }
    page.raw("</tbody></table></div>\n");
  }
}
