package org.exemplar.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.exemplar.analysis.Results;
import org.exemplar.analysis.ResultsJson;
import org.exemplar.export.report.ReportFigures;
import org.exemplar.export.report.ReportResults;
import org.exemplar.export.report.ReportWriter;
import org.exemplar.export.report.StudyFacts;

/**
 * The folder that an analysis leaves: {@code results.json}, {@code report.html}, {@code
 * ratings.csv}, {@code codebook.json}, {@code answer_history.csv}, {@code figures/*.svg}, scripts
 * that compute the main numbers again from the ratings, and a text that says what each file is.
 */
public final class ResultsFolder {
  private ResultsFolder() {}

  /**
   * Writes everything, each file complete or not there.
   *
   * @param facts what the report says beside the numbers
   * @param sheet the ratings that the results were computed from
   * @return the files, the report first
   * @throws org.exemplar.problem.Problem if a file cannot be written
   */
  public static List<Path> write(Results results, StudyFacts facts, RatingSheet sheet, Path out) {
    Path ratings = out.resolve("ratings.csv");
    List<Path> files = new ArrayList<>(ExportFormat.CSV.files(sheet, ratings).files());
    Path json = out.resolve("results.json");
    ResultsJson.write(results, json);
    files.add(json);
    ReportResults numbers = ReportResults.of(results);
    files.addAll(ReportFigures.write(numbers, facts, out.resolve("figures")));
    files.addAll(Reproduction.write(out, "ratings.csv"));
    Path report = out.resolve("report.html");
    ReportWriter.write(numbers, facts, report);
    files.addFirst(report);
    files.add(
        new Readme(sheet, out.resolve("README.txt"))
            .write(files, "The ratings: one row for each answer that counts.", List.of()));
    return files;
  }
}
