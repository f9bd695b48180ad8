package org.exemplar.export;

import java.nio.file.Path;
import java.util.List;
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
 * The results of an unblinded study, computed and written: what {@code analyze} and the results
 * desk do.
 *
 * @param results the numbers
 * @param facts what the report says beside them
 * @param files what was written, the report first
 */
public record StudyResults(Results results, StudyFacts facts, List<Path> files) {
  /** Copies. */
  public StudyResults {
    files = List.copyOf(files);
  }

  /**
   * With what the key is opened, by whom, when, with which program.
   *
   * @param key the key's file
   * @param passphrase opens it; lent
   * @param stamp who looks, and when
   * @param software version of this program
   */
  public record Opening(Path key, Passphrase passphrase, Stamp stamp, String software) {}

  /**
   * Opens the key, computes and writes; the view is recorded in the audit trail.
   *
   * @param out the folder of the results
   * @throws org.exemplar.problem.Problem when the study is still blinded, the key does not fit or a
   *     file cannot be written
   */
  public static StudyResults write(
      StudyLocation location,
      Opening opening,
      Path out,
      Progress progress,
      Cancellation cancellation) {
    UnblindedRatings ratings =
        UnblindedRatings.open(
            location, opening.key(), opening.passphrase(), "analyze", opening.stamp());
    progress.report("Analysing", 0, -1);
    Results results = ratings.results(progress, cancellation);
    try (StudyFile study = StudyFile.openReadOnly(location.database())) {
      StudyFacts facts =
          StudyFactsReader.read(
              study, ratings, opening.stamp().at(), "Exemplar " + opening.software());
      RatingSheet sheet = StudySheets.unblinded(study, ratings);
      return new StudyResults(results, facts, ResultsFolder.write(results, facts, sheet, out));
    }
  }
}
