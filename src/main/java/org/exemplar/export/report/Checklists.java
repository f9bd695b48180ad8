package org.exemplar.export.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Items of reporting guidelines, each with where the report answers it or who still has to: GRRAS
 * (Kottner et al. 2011), CLAIM (Tejani et al., update of 2024) and STARD-AI (Sounderajah et al.
 * 2025, numbered as STARD 2015, which it extends).
 */
final class Checklists {
  private final ReportResults results;
  private final StudyFacts facts;
  private final Html page;

  Checklists(ReportResults results, StudyFacts facts, Html page) {
    this.results = results;
    this.facts = facts;
    this.page = page;
  }

  void write() {
    page.raw("<section id=\"checklists\">");
    page.element("h2", "Reporting checklists");
    page.element(
        "p",
        "note",
        "Where this report answers an item, in short words of its own, and what the authors still have"
            + " to write. Take the wording of each item from the guideline itself.");
    for (JsonNode list : lists()) {
      write(list);
    }
    page.raw("</section>\n");
  }

  private void write(JsonNode list) {
    int open = 0;
    for (JsonNode item : list.get("items")) {
      open += answered(item) ? 0 : 1;
    }
    String name = list.get("name").asString();
    page.raw("<h3 id=\"" + list.get("anchor").asString() + "\">").text(name);
    page.raw(" <span class=\"plan\">");
    page.text((list.get("items").size() - open) + " answered here, " + open + " open");
    page.raw("</span></h3>").element("p", "note", list.get("source").asString());
    page.raw("<table class=\"checklist\"><thead><tr><th class=\"n\">Item</th><th>What</th>");
    page.raw("<th>Where, or who answers it</th></tr></thead><tbody>\n");
    for (JsonNode item : list.get("items")) {
      page.raw("<tr>").element("td", "n", item.get("item").asString());
      page.element("td", item.get("what").asString());
      if (answered(item)) {
        where(item);
      } else {
        page.raw("<td class=\"open\">open: ").text(item.path("who").asString("the authors"));
        page.raw("</td>");
      }
      page.raw("</tr>\n");
    }
    page.raw("</tbody></table>\n");
  }

  /** Answered where every place it names is in this report. */
  private boolean answered(JsonNode item) {
    if (!item.has("where")) {
      return false;
    }
    for (JsonNode place : item.get("where")) {
      if (!present(place.asString())) {
        return false;
      }
    }
    return true;
  }

  private boolean present(String place) {
    return switch (place) {
      case "methods" -> !facts.plan().methods().isEmpty();
      case "readers" -> !facts.conduct().readers().isEmpty();
      case "digests", "deviations" -> facts.trust().isPresent();
      case "table-findings" ->
          results.course().map(c -> !c.path("findings").isEmpty()).orElse(false);
      case "table-time" -> results.course().isPresent();
      case "table-repeats" ->
          results.course().map(c -> !c.path("intra_reader").isEmpty()).orElse(false);
      default -> true;
    };
  }

  private void where(JsonNode item) {
    page.raw("<td>");
    String between = "";
    for (JsonNode place : item.get("where")) {
      page.raw(between);
      link(place.asString());
      between = ", ";
    }
    String rest = item.path("rest").asString("");
    if (!rest.isEmpty()) {
      page.raw("; <span class=\"open\">").text("open: " + rest).raw("</span>");
    }
    page.raw("</td>");
  }

  private void link(String place) {
    boolean file = place.contains(".");
    page.raw("<a href=\"" + (file ? "" : "#") + place + "\">");
    page.text(file ? place : words(place)).raw("</a>");
  }

  private static String words(String place) {
    for (NumberedTable table : NumberedTable.values()) {
      if (table.anchor().equals(place)) {
        return table.number();
      }
    }
    return switch (place) {
      case "flow" -> "Flow of cases";
      case "missing" -> "Missing ratings";
      case "readers" -> "Readers";
      case "deviations" -> "Deviations";
      case "limits" -> "Limits";
      case "digests" -> "Digests";
      case "answer" -> "Answer";
      default -> "Methods";
    };
  }

  private static JsonNode lists() {
    try (InputStream in =
        Objects.requireNonNull(Checklists.class.getResourceAsStream("checklists.json"))) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
