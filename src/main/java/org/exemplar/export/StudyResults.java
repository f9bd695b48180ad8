package org.exemplar.export;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.analysis.Results;
import org.exemplar.analysis.unblinding.UnblindedRatings;
import org.exemplar.audit.Stamp;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.crypto.Passphrase;
import org.exemplar.export.report.StudyFacts;
import org.exemplar.export.report.StudyFactsReader;
import org.exemplar.store.StudyFile;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * The results of an unblinded study, and what they were computed from: the one way in which the
 * command line and the results desk come by them.
 *
 * @param results the numbers
 * @param facts what a report says beside them
 * @param sheet the ratings with their arms
 * @param images id of the image behind each case, as the comparison names it, by case code
 */
public record StudyResults(
    Results results, StudyFacts facts, RatingSheet sheet, Map<String, String> images) {
  /** Copies the map. */
  public StudyResults {
    images = Map.copyOf(images);
  }

  /** Results whose images are not known. */
  public StudyResults(Results results, StudyFacts facts, RatingSheet sheet) {
    this(results, facts, sheet, Map.of());
  }

  /**
   * With what the key is opened, what for, by whom, when, with which program.
   *
   * @param key the key's file
   * @param passphrase opens it; lent
   * @param purpose what for, as the audit trail says it
   * @param stamp who looks, and when
   * @param software version of this program
   */
  public record Opening(
      Path key, Passphrase passphrase, String purpose, Stamp stamp, String software) {}

  /**
   * Opens the key, joins and computes; the view is recorded in the audit trail.
   *
   * @throws org.exemplar.problem.Problem when the study is still blinded or the key does not fit
   */
  public static StudyResults open(
      StudyLocation location, Opening opening, Progress progress, Cancellation cancellation) {
    UnblindedRatings ratings =
        UnblindedRatings.open(
            location, opening.key(), opening.passphrase(), opening.purpose(), opening.stamp());
    progress.report("Analysing", 0, -1);
    Results results = ratings.results(progress, cancellation);
    try (StudyFile study = StudyFile.openReadOnly(location.database())) {
      StudyFacts facts =
          StudyFactsReader.read(
              study, ratings, opening.stamp().at(), "Exemplar " + opening.software());
      return new StudyResults(
          results, facts, StudySheets.unblinded(study, ratings), images(ratings));
    }
  }

  private static Map<String, String> images(UnblindedRatings ratings) {
    Map<String, String> images = new HashMap<>();
    ratings
        .study()
        .key()
        .cases()
        .forEach(each -> images.put(each.code().value(), each.image().imageId()));
    return images;
  }

  /**
   * Writes report, numbers, ratings and figures.
   *
   * @param out the folder of the results
   * @return the files, the report first
   */
  public List<Path> write(Path out) {
    return ResultsFolder.write(results, facts, sheet, out);
  }
}
