package org.exemplar.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.exemplar.analysis.Results;
import org.exemplar.analysis.ResultsJson;
import org.exemplar.export.report.ReportFigures;
import org.exemplar.export.report.ReportResults;
import org.exemplar.export.report.ReportWriter;
import org.exemplar.export.report.StudyFacts;
import org.exemplar.files.WholeFile;

/**
 * The folder that an analysis leaves: {@code results.json}, {@code report.html}, {@code
 * ratings.csv}, {@code codebook.json}, {@code figures/*.svg}, and scripts that compute the main
 * numbers again from the ratings.
 */
public final class ResultsFolder {
  private static final List<String> SCRIPTS = List.of("reproduce.py", "reproduce.R");

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
    List<Path> files = new ArrayList<>(ExportFormat.CSV.write(sheet, ratings).files());
    Path json = out.resolve("results.json");
    ResultsJson.write(results, json);
    files.add(json);
    ReportResults numbers = ReportResults.of(results);
    files.addAll(ReportFigures.write(numbers, facts, out.resolve("figures")));
    for (String script : SCRIPTS) {
      Path file = out.resolve(script);
      WholeFile.write(file, resource(script));
      files.add(file);
    }
    Path report = out.resolve("report.html");
    ReportWriter.write(numbers, facts, report);
    files.addFirst(report);
    return files;
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(ResultsFolder.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
