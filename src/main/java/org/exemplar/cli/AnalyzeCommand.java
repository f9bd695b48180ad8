package org.exemplar.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.exemplar.analysis.AnalysisSettings;
import org.exemplar.analysis.ArmedRatings;
import org.exemplar.analysis.MixedModelRun;
import org.exemplar.analysis.Orientations;
import org.exemplar.analysis.RatingsAnalysis;
import org.exemplar.analysis.RatingsCsv;
import org.exemplar.analysis.Results;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.crypto.Passphrase;
import org.exemplar.export.ExportFormat;
import org.exemplar.export.RatingSheet;
import org.exemplar.export.ResultsFolder;
import org.exemplar.export.StudyResults;
import org.exemplar.export.TableSheets;
import org.exemplar.export.report.StudyFacts;
import org.exemplar.study.Orientation;
import org.exemplar.study.Protocol;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exemplar analyze}. */
@CommandLine.Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = {
      "Computes the planned results of an unblinded study, or of a table of ratings made elsewhere,",
      "and writes results.json, report.html, ratings.csv, codebook.json and figures."
    })
final class AnalyzeCommand extends Command {
  @Parameters(
      arity = "0..1",
      paramLabel = "STUDY",
      description = "The study's folder; needs --key.")
  private @Nullable Path study;

  @Option(names = "--key", paramLabel = "FILE", description = "unblinding-key.json of the study.")
  private @Nullable Path key;

  @Option(
      names = "--ratings",
      paramLabel = "CSV",
      description =
          "reader_id,case_id,arm,question,value; or case_id,group,reader_id and one column per question.")
  private @Nullable Path ratings;

  @Option(
      names = "--protocol",
      paramLabel = "MD",
      description = "With --ratings: orientations and plan of this protocol.")
  private @Nullable Path protocol;

  @Option(
      names = "--orientation",
      paramLabel = "question=higher|lower",
      description = "Which answers are more PIE-like.")
  private List<String> orientations = new ArrayList<>();

  @Option(
      names = "--mixed-model",
      description = {
        "Also let R fit an ordinal mixed model of each question (needs R and its package ordinal;",
        "may take minutes). Its script is left beside the ratings."
      })
  private boolean mixedModel;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the results.")
  private @Nullable Path out;

  @Mixin private KeyPassphraseOptions passphraseOptions = new KeyPassphraseOptions();

  @Spec private @Nullable CommandSpec spec;

  @Mixin private IdentityOptions identityOptions = new IdentityOptions();

  AnalyzeCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    if ((study == null) == (ratings == null) || (study == null) != (key == null)) {
      throw new CommandLine.ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "Give either STUDY with --key FILE, or --ratings CSV.");
    }
    Path folder = Objects.requireNonNull(out);
    if (study != null && key != null) {
      ofStudy(study, key, folder, progress, cancellation);
    } else {
      ofTable(Objects.requireNonNull(ratings), folder, progress, cancellation);
    }
  }

  private void ofStudy(
      Path given, Path keyFile, Path folder, Progress progress, Cancellation cancellation) {
    StudyLocation location = StudyLocation.of(given);
    try (Passphrase passphrase = passphraseOptions.opening(keyFile, surroundings())) {
      StudyResults opened =
          StudyResults.open(
              location,
              new StudyResults.Opening(
                  keyFile,
                  passphrase,
                  "analyze",
                  identityOptions.office(surroundings(), Deed.SEE_RESULTS).stamp(),
                  Version.number()),
              progress,
              cancellation);
      Results results = mixed(opened.results(), opened.sheet(), folder, progress, cancellation);
      show(results, new StudyResults(results, opened.facts(), opened.sheet()).write(folder));
    }
  }

  private void ofTable(Path table, Path folder, Progress progress, Cancellation cancellation) {
    ArmedRatings armed = RatingsCsv.read(table);
    AnalysisSettings settings = settings(armed);
    Results results = RatingsAnalysis.analyze(armed, settings, progress, cancellation);
    String today =
        DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
            .format(LocalDate.ofInstant(surroundings().clock().instant(), ZoneOffset.UTC));
    StudyFacts facts =
        StudyFacts.ofTable(
            new StudyFacts.Identity(
                "Ratings of " + table.getFileName(), "", today, "Exemplar " + Version.number()),
            armed.arms().size() + " cases",
            List.of());
    RatingSheet sheet = TableSheets.of(armed, settings.orientations(), settings.simulated());
    Results all = mixed(results, sheet, folder, progress, cancellation);
    show(all, ResultsFolder.write(all, facts, sheet, folder));
  }

  /** The results with R's mixed models, or with the reason why there are none, when asked for. */
  private Results mixed(
      Results results,
      RatingSheet sheet,
      Path folder,
      Progress progress,
      Cancellation cancellation) {
    if (!mixedModel) {
      return results;
    }
    progress.report("R fits the mixed models", 0, -1);
    Path table = folder.resolve("ratings.csv");
    ExportFormat.CSV.write(sheet, table);
    return results.withMixedModel(MixedModelRun.standard().run(table, cancellation));
  }

  private AnalysisSettings settings(ArmedRatings armed) {
    Map<String, Orientation> given = new LinkedHashMap<>();
    AnalysisSettings planned = AnalysisSettings.of(Map.of());
    if (protocol != null) {
      var plan = Protocol.read(protocol).analysis();
      given.putAll(plan.orientations());
      planned = new AnalysisSettings(Map.of(), plan.resampling(), Map.of(), false);
    }
    for (String orientation : orientations) {
      Map.Entry<String, Orientation> entry = Orientations.parse(orientation);
      given.put(entry.getKey(), entry.getValue());
    }
    return new AnalysisSettings(
        Orientations.resolve(armed.questions(), given), planned.resampling(), Map.of(), false);
  }

  private void show(Results results, List<Path> files) {
    if (results.simulated()) {
      say("SIMULATED ratings, not from radiologists");
    }
    Map<String, Object> questions = new LinkedHashMap<>();
    results
        .questions()
        .forEach((id, question) -> {
          Results.Mrmc mrmc = question.mrmc();
          say(
              String.format(
                  Locale.ROOT,
                  "%-20s PIE-AUC %s, 95 %% interval %s to %s, p (Holm) %s",
                  id,
                  number(mrmc.auc()),
                  number(mrmc.ciLow()),
                  number(mrmc.ciHigh()),
                  number(mrmc.pHolm())));
          Map<String, Object> facts = new LinkedHashMap<>();
          facts.put("auc", orNull(mrmc.auc()));
          facts.put("ci_low", orNull(mrmc.ciLow()));
          facts.put("ci_high", orNull(mrmc.ciHigh()));
          facts.put("p", orNull(mrmc.p()));
          facts.put("p_holm", orNull(mrmc.pHolm()));
          questions.put(id, facts);
        });
    results.warnings().forEach(warning -> warn(warning.message()));
    say("Report: " + files.getFirst());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("simulated", results.simulated());
    facts.put("questions", questions);
    facts.put("warnings", results.warnings().size());
    facts.put("report", files.getFirst().toString());
    facts.put("files", files.stream().map(Path::toString).toList());
    summary(facts);
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isEmpty() ? null : (Double) value.getAsDouble();
  }

  private static String number(OptionalDouble value) {
    return value.isEmpty()
        ? "not defined"
        : String.format(Locale.ROOT, "%.4g", value.getAsDouble());
  }
}
