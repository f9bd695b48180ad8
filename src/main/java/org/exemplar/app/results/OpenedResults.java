package org.exemplar.app.results;

import java.nio.file.Path;
import java.util.List;
import org.exemplar.analysis.Results;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.crypto.Passphrase;
import org.exemplar.export.ExportFormat;
import org.exemplar.export.Exported;
import org.exemplar.export.RatingSheet;
import org.exemplar.export.ResultsFolder;
import org.exemplar.export.StudyResults;
import org.exemplar.export.report.StudyFacts;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * An unblinded study's results, and what they were computed from.
 *
 * @param location the study
 * @param results the numbers
 * @param facts what a report says beside them
 * @param sheet the ratings with their arms
 */
public record OpenedResults(
    StudyLocation location, Results results, StudyFacts facts, RatingSheet sheet) {
  private static final String PURPOSE = "results on the desk";

  /**
   * Opens the key of an unblinded study, joins and computes; the view is recorded in the trail.
   *
   * @param passphrase opens the key; lent
   * @param office who looks, and when
   * @throws org.exemplar.problem.Problem when the study is still blinded, the key is another
   *     study's, or the passphrase is wrong
   */
  public static OpenedResults open(
      StudyLocation location, Path key, Passphrase passphrase, Office office, Watch watch) {
    StudyResults opened =
        StudyResults.open(
            location,
            new StudyResults.Opening(key, passphrase, PURPOSE, office.stamp(), office.software()),
            watch.progress(),
            watch.cancellation());
    return new OpenedResults(location, opened.results(), opened.facts(), opened.sheet());
  }

  /**
   * Who watches the computation.
   *
   * @param progress told how far it is
   * @param cancellation asked between questions
   */
  public record Watch(Progress progress, Cancellation cancellation) {}

  /**
   * Writes report, numbers, ratings and figures into the study's folder of results.
   *
   * @return the files, the report first
   */
  public List<Path> writeReport() {
    return ResultsFolder.write(results, facts, sheet, location.results());
  }

  /** Writes the ratings in a format. */
  public Exported export(ExportFormat format, Path out) {
    return format.write(sheet, out);
  }
}
