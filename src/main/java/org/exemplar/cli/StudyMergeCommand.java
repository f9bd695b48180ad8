package org.exemplar.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.exemplar.conduct.ConflictList;
import org.exemplar.conduct.Merge;
import org.exemplar.conduct.MergeReport;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.Resolution;
import org.exemplar.conduct.ReturnedFile;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.problem.Problem;
import org.exemplar.store.Decision;
import org.exemplar.store.Dispute;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
      arity = "0..*",
      paramLabel = "FILE.reading",
      description = "Returned files; partly read ones are welcome.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--resolve",
      paramLabel = "keep-first|keep-latest|CSV",
      description =
          "Where a reader answered the same question differently in two files: keep what was"
              + " submitted first, or last, or what a list says (reader_id, position, question_id,"
              + " keep, reason). Both stay stored.")
  private @Nullable String resolve;

  @Option(
      names = "--conflicts",
      paramLabel = "CSV",
      description = "Write the answers that differ as a list, to be filled in for --resolve.")
  private @Nullable Path list;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private IdentityOptions identityOptions = new IdentityOptions();

  StudyMergeCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    if (files.isEmpty() && resolve == null && list == null) {
      throw new CommandLine.ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "Give returned FILE.reading, or --resolve or --conflicts.");
    }
    Office office = identityOptions.office(surroundings(), Deed.MERGE);
    StudyLocation location = StudyLocation.of(Objects.requireNonNull(study));
    MergeReport report =
        files.isEmpty()
            ? new MergeReport(List.of())
            : new Merge(office).merge(location, files, progress, cancellation);
    for (ReturnedFile file : report.files()) {
      say(file.file() + ": " + file.sentence());
      file.oddities().forEach(oddity -> warn(file.file() + ": " + oddity.sentence()));
    }
    int decided = resolve == null ? 0 : resolve(office, location, resolve);
    List<Dispute> disputes = Resolution.disputes(location);
    List<Dispute> open = disputes.stream().filter(Dispute::open).toList();
    open.forEach(dispute -> say("  " + conflict(dispute)));
    if (list != null) {
      ConflictList.write(disputes, list);
      say(list.toString());
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("cases", report.newCases());
    facts.put("answers", report.newAnswers());
    facts.put("refused", report.refused());
    facts.put("conflicts", open.size());
    facts.put("decided", decided);
    facts.put("verdicts", report.files().stream().map(f -> f.verdict().words()).toList());
    summary(facts);
    if (report.refused() > 0 || !open.isEmpty()) {
      throw new Problem(
          "Not everything is settled: "
              + report.refused()
              + " files refused, "
              + open.size()
              + " conflicts wait for a decision (--resolve); the lines above say which and why.");
    }
  }

  private int resolve(Office office, StudyLocation location, String rule) {
    Resolution resolution = new Resolution(office);
    int decided =
        switch (rule) {
          case "keep-first" -> resolution.decideOpen(location, Decision.Rule.FIRST);
          case "keep-latest" -> resolution.decideOpen(location, Decision.Rule.LATEST);
          default ->
              resolution.decide(
                  location, ConflictList.read(Path.of(rule), Resolution.disputes(location)));
        };
    say("Decided: " + decided + (decided == 1 ? " answer." : " answers."));
    return decided;
  }

  private static String conflict(Dispute dispute) {
    return "Conflict: "
        + dispute.reader()
        + ", case "
        + dispute.item().code()
        + ", position "
        + dispute.item().position()
        + ", "
        + dispute.questionId()
        + ": "
        + dispute.sides().stream()
            .map(side -> side.words() + " (submitted " + side.submitted() + ")")
            .collect(Collectors.joining(" or "));
  }
}
