package org.exemplar.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.exemplar.conduct.Merge;
import org.exemplar.conduct.MergeReport;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.ReturnedFile;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.problem.Problem;
import org.exemplar.store.MergeConflict;
import org.exemplar.study.Rating;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code exemplar study merge}. */
@CommandLine.Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = "Takes returned reading files back; merging a file twice changes nothing.")
final class StudyMergeCommand extends Command {
  @Parameters(index = "0", paramLabel = "STUDY", description = "The study's folder.")
  private @Nullable Path study;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE.reading",
      description = "Returned files; partly read ones are welcome.")
  private List<Path> files = new ArrayList<>();

  StudyMergeCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    Office office = Office.coordinator(surroundings().clock(), Version.number());
    MergeReport report =
        new Merge(office)
            .merge(StudyLocation.of(Objects.requireNonNull(study)), files, progress, cancellation);
    for (ReturnedFile file : report.files()) {
      say(file.file() + ": " + file.sentence());
      file.oddities().forEach(oddity -> warn(file.file() + ": " + oddity.sentence()));
      file.conflicts().forEach(conflict -> say("  " + conflict(conflict)));
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("cases", report.newCases());
    facts.put("answers", report.newAnswers());
    facts.put("refused", report.refused());
    facts.put("conflicts", report.conflicts());
    summary(facts);
    if (!report.clean()) {
      throw new Problem(
          "Not everything was merged: "
              + report.refused()
              + " files refused, "
              + report.conflicts()
              + " conflicts; the lines above say which and why.");
    }
  }

  private static String conflict(MergeConflict conflict) {
    @Nullable Rating known = conflict.inStudy() != null ? conflict.inStudy() : conflict.inFile();
    Rating rating = Objects.requireNonNull(known);
    return "position "
        + rating.item().position()
        + ", "
        + rating.rated().questionId()
        + ": in the study "
        + value(conflict.inStudy())
        + ", in the file "
        + value(conflict.inFile());
  }

  private static String value(@Nullable Rating rating) {
    return rating == null ? "nothing" : rating.rated().answer().wording();
  }
}
