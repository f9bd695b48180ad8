package org.exemplar.export.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.exemplar.chart.DivergingBars;
import org.exemplar.chart.ForestPlot;
import org.exemplar.chart.Palette;
import org.exemplar.chart.SvgWriter;
import org.exemplar.export.report.ReportResults.Question;
import org.exemplar.files.WholeFile;

/** The report's figures as files: ratings by arm and PIE-AUC by reader of each question. */
public final class ReportFigures {
  private static final double WIDTH = 480;

  private ReportFigures() {}

  /**
   * Writes {@code ratings_QUESTION.svg} and {@code pie_auc_QUESTION.svg}.
   *
   * @throws org.exemplar.problem.Problem if a file cannot be written
   */
  public static List<Path> write(ReportResults results, StudyFacts facts, Path folder) {
    List<Path> files = new ArrayList<>();
    double reach = FrontPage.reach(results, facts);
    for (Question question : results.questions()) {
      String name = question.id().replaceAll("[^A-Za-z0-9_-]", "_") + ".svg";
      DivergingBars.Ratings bars = FrontPage.bars(question, facts.question(question.id()));
      Path ratings = folder.resolve("ratings_" + name);
      WholeFile.write(
          ratings, SvgWriter.svg(new DivergingBars(Palette.LIGHT).draw(bars, reach, WIDTH)));
      Path forest = folder.resolve("pie_auc_" + name);
      WholeFile.write(
          forest,
          SvgWriter.svg(new ForestPlot(Palette.LIGHT).draw(QuestionCards.forest(question), WIDTH)));
      files.add(ratings);
      files.add(forest);
    }
    return files;
  }
}
