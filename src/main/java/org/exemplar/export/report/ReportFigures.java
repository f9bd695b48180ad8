package org.exemplar.export.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.chart.Chart;
import org.exemplar.chart.ChartFormat;
import org.exemplar.chart.DivergingBars;
import org.exemplar.chart.FlowOfCases;
import org.exemplar.chart.ForestPlot;
import org.exemplar.chart.Palette;
import org.exemplar.export.report.ReportResults.Question;

/** The report's figures as files: ratings by arm and PIE-AUC by reader of each question. */
public final class ReportFigures {
  private static final double WIDTH = 480;

  private ReportFigures() {}

  /**
   * The figures by name: {@code flow}, and for each question {@code ratings_QUESTION} and {@code
   * pie_auc_QUESTION}.
   */
  public static Map<String, Chart> charts(ReportResults results, StudyFacts facts) {
    Map<String, Chart> charts = new LinkedHashMap<>();
    FlowOfCases.Flow flow = new FlowSection(results, facts).flow();
    charts.put(
        FlowSection.NAME,
        new Chart(
            new FlowOfCases(Palette.LIGHT).draw(flow, FlowSection.WIDTH), FlowOfCases.data(flow)));
    double reach = FrontPage.reach(results, facts);
    for (Question question : results.questions()) {
      DivergingBars.Ratings bars = FrontPage.bars(question, facts.question(question.id()));
      charts.put(
          ratings(question),
          new Chart(
              new DivergingBars(Palette.LIGHT).draw(bars, reach, WIDTH), DivergingBars.data(bars)));
      ForestPlot.Estimates forest = QuestionCards.forest(question);
      charts.put(
          auc(question),
          new Chart(new ForestPlot(Palette.LIGHT).draw(forest, WIDTH), ForestPlot.data(forest)));
    }
    return charts;
  }

  static String ratings(Question question) {
    return "ratings_" + fileName(question);
  }

  static String auc(Question question) {
    return "pie_auc_" + fileName(question);
  }

  private static String fileName(Question question) {
    return question.id().replaceAll("[^A-Za-z0-9_-]", "_");
  }

  /**
   * Writes every figure as SVG and its data as CSV.
   *
   * @throws org.exemplar.problem.Problem if a file cannot be written
   */
  public static List<Path> write(ReportResults results, StudyFacts facts, Path folder) {
    List<Path> files = new ArrayList<>();
    charts(results, facts)
        .forEach((name, chart) -> {
          for (ChartFormat format : List.of(ChartFormat.SVG, ChartFormat.CSV)) {
            Path file = folder.resolve(name + "." + format.extension());
            format.write(chart, file);
            files.add(file);
          }
        });
    return files;
  }
}
