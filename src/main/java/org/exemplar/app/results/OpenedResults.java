package org.exemplar.app.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exemplar.analysis.Results;
import org.exemplar.analysis.ResultsJson;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.crypto.Passphrase;
import org.exemplar.export.ExportFormat;
import org.exemplar.export.Exported;
import org.exemplar.export.RatingSheet;
import org.exemplar.export.ResultsFolder;
import org.exemplar.export.StudyResults;
import org.exemplar.export.report.StudyFacts;
import org.exemplar.study.Orientation;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * Results on the desk, and what they were computed from.
 *
 * @param source where they come from
 * @param results the numbers
 * @param facts what a report says beside them
 * @param sheet the ratings with their arms; without ratings where a folder holds numbers only
 * @param images id of the image behind each case, by case code; empty where it is not known
 */
public record OpenedResults(
    Source source,
    Results results,
    StudyFacts facts,
    RatingSheet sheet,
    Map<String, String> images) {
  private static final String PURPOSE = "results on the desk";

  /** Copies the map. */
  public OpenedResults {
    images = Map.copyOf(images);
  }

  /**
   * Where results come from.
   *
   * @param path the study, the table or the folder
   * @param out where report and numbers are written
   * @param computed whether they were computed before and only read here
   */
  public record Source(Path path, Path out, boolean computed) {}

  /**
   * Date and program, as a report says them.
   *
   * @param date as people read it
   * @param software name and version
   */
  public record About(String date, String software) {}

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
    return new OpenedResults(
        new Source(location.folder(), location.results(), false),
        opened.results(),
        opened.facts(),
        opened.sheet(),
        opened.images());
  }

  /**
   * Reads a folder that an analysis left: {@code results.json}, and {@code ratings.csv} where it is
   * there.
   *
   * @throws org.exemplar.problem.Problem if there are no results in it, or a file cannot be read
   */
  public static OpenedResults read(Path folder, About about) {
    Results results = ResultsJson.read(folder.resolve("results.json"));
    Path table = folder.resolve("ratings.csv");
    RatingSheet sheet =
        Files.isRegularFile(table) && LongTable.is(table)
            ? LongTable.read(table)
            : withoutRatings(results);
    StudyFacts facts =
        StudyFacts.ofTable(
            new StudyFacts.Identity(
                "Results in " + folder.toAbsolutePath().normalize().getFileName(),
                "",
                about.date(),
                about.software()),
            results.design().cases() + " cases",
            questions(sheet));
    return new OpenedResults(new Source(folder, folder, true), results, facts, sheet, Map.of());
  }

  private static RatingSheet withoutRatings(Results results) {
    List<RatingSheet.SheetQuestion> questions = new ArrayList<>();
    results
        .questions()
        .forEach((id, question) ->
            questions.add(
                new RatingSheet.SheetQuestion(
                    id,
                    id,
                    "",
                    question.orientation() == Results.Direction.HIGHER_IS_PIE
                        ? Orientation.HIGHER
                        : Orientation.LOWER,
                    Map.of())));
    return new RatingSheet(
        new RatingSheet.Source("", "", results.simulated()),
        questions,
        List.of(),
        List.copyOf(results.design().ratingsByReader().keySet()),
        new RatingSheet.Answers(List.of(), List.of()));
  }

  /** The words of questions, where a codebook has any. */
  static List<StudyFacts.QuestionFacts> questions(RatingSheet sheet) {
    List<StudyFacts.QuestionFacts> facts = new ArrayList<>();
    for (RatingSheet.SheetQuestion question : sheet.questions()) {
      if (!question.points().isEmpty()) {
        List<String> words = List.copyOf(question.points().values());
        boolean lower = question.orientation() == Orientation.LOWER;
        facts.add(
            new StudyFacts.QuestionFacts(
                question.id(),
                question.title(),
                question.text(),
                (lower ? words.getLast() : words.getFirst()).toLowerCase(java.util.Locale.ROOT),
                (lower ? words.getFirst() : words.getLast()).toLowerCase(java.util.Locale.ROOT)));
      }
    }
    return facts;
  }

  /**
   * Who watches the computation.
   *
   * @param progress told how far it is
   * @param cancellation asked between questions
   */
  public record Watch(Progress progress, Cancellation cancellation) {}

  /** Whether the ratings themselves are there, not only the numbers. */
  public boolean hasRatings() {
    return !sheet.ratings().isEmpty();
  }

  /**
   * Writes report, numbers, ratings and figures into the folder of results. A folder whose results
   * were only read keeps the report that it has.
   *
   * @return the files, the report first
   */
  public List<Path> writeReport() {
    Path report = source.out().resolve("report.html");
    return source.computed() && Files.isRegularFile(report)
        ? List.of(report)
        : ResultsFolder.write(results, facts, sheet, source.out());
  }

  /** Writes the ratings in a format. */
  public Exported export(ExportFormat format, Path out) {
    return format.write(sheet, out);
  }
}
