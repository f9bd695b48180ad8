package org.exemplar.app.results;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.analysis.AnalysisSettings;
import org.exemplar.analysis.ArmedRatings;
import org.exemplar.analysis.Orientations;
import org.exemplar.analysis.RatingsAnalysis;
import org.exemplar.analysis.RatingsCsv;
import org.exemplar.analysis.Results;
import org.exemplar.export.RatingSheet;
import org.exemplar.export.TableSheets;
import org.exemplar.export.report.StudyFacts;
import org.exemplar.problem.Problem;
import org.exemplar.study.Orientation;

/**
 * A table of ratings with arms, read and not yet analysed.
 *
 * @param file the table
 * @param armed its ratings
 * @param sheet the program's own long table as it is; empty for other layouts
 * @param known orientations that the names of questions or a codebook tell
 */
record GivenTable(
    Path file,
    ArmedRatings armed,
    java.util.Optional<RatingSheet> sheet,
    Map<String, Orientation> known) {

  /**
   * Reads a table in the long, the wide or the program's own layout.
   *
   * @throws Problem naming file and line of what cannot be used
   */
  static GivenTable read(Path file) {
    boolean own = LongTable.is(file);
    java.util.Optional<RatingSheet> sheet =
        own ? java.util.Optional.of(LongTable.read(file)) : java.util.Optional.empty();
    ArmedRatings armed = sheet.map(LongTable::armed).orElseGet(() -> RatingsCsv.read(file));
    Map<String, Orientation> known =
        new LinkedHashMap<>(own ? LongTable.orientations(file) : Map.of());
    for (String question : armed.questions()) {
      try {
        known.putIfAbsent(
            question, Orientations.resolve(List.of(question), Map.of()).get(question));
      } catch (Problem e) {
        // Its name does not tell: the user is asked.
      }
    }
    return new GivenTable(file, armed, sheet, known);
  }

  /** Questions that the user has to be asked about. */
  List<String> unknown() {
    return armed.questions().stream().filter(q -> !known.containsKey(q)).toList();
  }

  /**
   * Analyses.
   *
   * @param answered orientations of the unknown questions
   * @param about date and program, as a report says them
   */
  OpenedResults analyse(
      Map<String, Orientation> answered, OpenedResults.About about, OpenedResults.Watch watch) {
    Map<String, Orientation> orientations = new LinkedHashMap<>(known);
    orientations.putAll(answered);
    boolean simulated = sheet.map(s -> s.source().simulated()).orElse(false);
    AnalysisSettings settings =
        new AnalysisSettings(orientations, AnalysisSettings.RESAMPLING, Map.of(), simulated);
    Results results =
        RatingsAnalysis.analyze(armed, settings, watch.progress(), watch.cancellation());
    String name = file.getFileName().toString();
    StudyFacts facts =
        StudyFacts.ofTable(
            new StudyFacts.Identity("Ratings of " + name, "", about.date(), about.software()),
            armed.arms().size() + " cases",
            sheet.map(OpenedResults::questions).orElse(List.of()));
    Path out = file.resolveSibling(name.replaceFirst("\\.[^.]*$", "") + "-results");
    return new OpenedResults(
        new OpenedResults.Source(file, out, false),
        results,
        facts,
        sheet.orElseGet(() -> TableSheets.of(armed, orientations, simulated)),
        Map.of());
  }
}
