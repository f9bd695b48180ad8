package org.exemplar.export.report;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.chart.FlowOfCases;
import org.exemplar.chart.FlowOfCases.Station;
import org.exemplar.chart.Palette;
import org.exemplar.export.report.ReportResults.Design;

/** Where the cases came from and what became of them, with counts. */
final class FlowSection {
  static final double WIDTH = 680;
  static final String NAME = "flow";

  private final ReportResults results;
  private final StudyFacts facts;

  FlowSection(ReportResults results, StudyFacts facts) {
    this.results = results;
    this.facts = facts;
  }

  void write(Html page) {
    page.raw("<h2 id=\"flow\">Flow of cases</h2>\n");
    FlowOfCases.Flow flow = flow();
    FigureBlock.write(
        page, NAME, new FlowOfCases(Palette.LIGHT).draw(flow, WIDTH), FlowOfCases.data(flow));
  }

  FlowOfCases.Flow flow() {
    Design design = results.design();
    StudyFacts.Flow flow = facts.plan().flow();
    return new FlowOfCases.Flow(
        new Station(flow.source().title(), flow.source().note()),
        flow.source().leftOut(),
        new FlowOfCases.Arms(
            new Station(design.pie() + flow.pie().of() + " PIE", flow.pie().note()),
            new Station(design.nonPie() + flow.nonPie().of() + " non-PIE", flow.nonPie().note())),
        readings(design, flow),
        remarks(design));
  }

  private Station readings(Design design, StudyFacts.Flow flow) {
    int unsure = design.ratings().cannotJudge();
    int missing = design.ratings().missing();
    int planned = design.ratings().given() + missing + unsure;
    String read = flow.read().isEmpty() ? "" : ": " + flow.read();
    String answers =
        planned
            + " answers planned, "
            + design.ratings().given()
            + " given, "
            + missing
            + " missing"
            + (unsure == 0 ? "" : ", " + unsure + " \u201ccannot judge\u201d");
    return new Station(counted(design.readers(), "reader") + read, answers);
  }

  private List<String> remarks(Design design) {
    List<String> remarks = new ArrayList<>();
    if (design.ratings().missing() > 0) {
      remarks.add("Not every reader rated every case on every question; see Missing ratings.");
    }
    return remarks;
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
