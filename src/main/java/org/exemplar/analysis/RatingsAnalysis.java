package org.exemplar.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.blinding.Arm;
import org.exemplar.stats.Multiplicity;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.mrmc.Draws;
import org.exemplar.stats.mrmc.MrmcAuc;
import org.exemplar.stats.mrmc.RatingTable;
import org.exemplar.study.Orientation;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * Turns ratings with arms into results: per question the primary PIE-AUC, the analyses beside it
 * and the agreement of readers; over the questions Holm's adjustment. Degenerate data give empty
 * numbers with a warning each, never an exception.
 */
public final class RatingsAnalysis {
  private static final double LEVEL = 0.05;
  private static final int FEW_READERS = 5;

  private final ArmedRatings ratings;
  private final AnalysisSettings settings;

  private RatingsAnalysis(ArmedRatings ratings, AnalysisSettings settings) {
    this.ratings = ratings;
    this.settings = settings;
  }

  /**
   * Analyses everything.
   *
   * @throws org.exemplar.problem.Problem if a question's orientation is neither given nor known
   * @throws java.util.concurrent.CancellationException if cancelled between two questions
   */
  public static Results analyze(
      ArmedRatings ratings,
      AnalysisSettings settings,
      Progress progress,
      Cancellation cancellation) {
    return new RatingsAnalysis(ratings, settings).analyze(progress, cancellation);
  }

  private Results analyze(Progress progress, Cancellation cancellation) {
    Map<String, Orientation> orientations =
        Orientations.resolve(ratings.questions(), settings.orientations());
    Map<String, QuestionRatings> tables = new LinkedHashMap<>();
    ratings.questions().forEach(q -> tables.put(q, new QuestionRatings(ratings, q)));
    Results.Design design = design(tables);
    List<ResultWarning> warnings = new ArrayList<>(studyWarnings(design));
    Map<String, Results.QuestionResults> results = new LinkedHashMap<>();
    int done = 0;
    for (Map.Entry<String, Orientation> question : orientations.entrySet()) {
      cancellation.throwIfRequested();
      progress.report("Analysing " + question.getKey(), done++, orientations.size());
      Warnings collected = new Warnings(question.getKey());
      QuestionRatings table = tables.get(question.getKey());
      if (table != null) {
        results.put(question.getKey(), analyze(table, question.getValue(), collected));
      }
      warnings.addAll(collected.all());
    }
    progress.report("Analysed", done, orientations.size());
    return new Results(
        Results.FORMAT,
        settings.simulated(),
        design,
        holm(results),
        Optional.empty(),
        Optional.empty(),
        warnings);
  }

  private Results.QuestionResults analyze(
      QuestionRatings question, Orientation orientation, Warnings warnings) {
    Results.Direction direction = Results.Direction.of(orientation);
    RatingTable raw = question.table(1);
    RatingTable table = question.table(direction.sign());
    warnOfCoverage(question, raw, warnings);
    long seed = settings.resampling().seed();
    Draws labelings = new Draws(settings.resampling().permutations(), seed);
    Draws resamples = new Draws(settings.resampling().bootstrap(), seed);
    boolean stratified = !settings.strata().isEmpty();
    Outcome<MrmcAuc> auc = MrmcAuc.of(table);
    Results.Mrmc mrmc = PrimaryAnalysis.report(auc, question.readers(), warnings);
    Results.Permutation permutation =
        SecondaryAnalyses.permutation(
            table, question.strata(settings.strata()), stratified, labelings, warnings);
    warnOfDisagreement(mrmc, permutation, warnings);
    return new Results.QuestionResults(
        direction,
        counts(question, raw, auc),
        Describing.byArm(raw, "descriptives", warnings),
        Describing.byReader(question, raw, warnings),
        mrmc,
        permutation,
        SecondaryAnalyses.bootstrap(table, direction.sign(), resamples, warnings),
        SecondaryAnalyses.caseMeans(raw, warnings),
        SecondaryAnalyses.pooled(raw, warnings),
        AgreementAnalysis.report(question, seed, warnings));
  }

  private Results.Counts counts(QuestionRatings question, RatingTable raw, Outcome<MrmcAuc> auc) {
    return new Results.Counts(
        question.readers().size(),
        raw.ratings(),
        missing(question, raw),
        question.cannotJudge(),
        raw.ratings() == cells(),
        Warnings.part(auc, MrmcAuc::tiedPairs));
  }

  private int cells() {
    return ratings.readers().size() * ratings.arms().size();
  }

  private int missing(QuestionRatings question, RatingTable raw) {
    return cells() - raw.ratings() - question.cannotJudge();
  }

  private void warnOfCoverage(QuestionRatings question, RatingTable raw, Warnings warnings) {
    if (raw.ratings() == 0) {
      warnings.add(WarningCode.NO_RATINGS, "Nobody answered this question with a rating.");
    } else if (raw.positiveCases() == 0 || raw.negativeCases() == 0) {
      warnings.add(
          WarningCode.EMPTY_ARM,
          "No case of arm %s was rated."
              .formatted(raw.positiveCases() == 0 ? Arm.PIE : Arm.NON_PIE));
    }
    if (question.cannotJudge() > 0) {
      warnings.add(
          WarningCode.CANNOT_JUDGE,
          "%d answers are \"cannot judge\"; they are left out of every number."
              .formatted(question.cannotJudge()));
    }
    int missing = missing(question, raw);
    if (missing > 0) {
      warnings.add(
          WarningCode.MISSING_RATINGS,
          "%d of %d answers are missing (%s); the AUC is weighted by the pairs that each reader rated, and what is missing because it was difficult is not missing at random."
              .formatted(missing, cells(), missingByReader(question, raw)));
    }
  }

  private String missingByReader(QuestionRatings question, RatingTable raw) {
    List<String> parts = new ArrayList<>();
    for (String reader : ratings.readers()) {
      int r = question.readers().indexOf(reader);
      int rated = r < 0 ? 0 : raw.reader(r).ratings();
      int open = ratings.arms().size() - rated;
      if (open > 0) {
        parts.add(reader + " " + open);
      }
    }
    String suffix = question.cannotJudge() > 0 ? ", \"cannot judge\" included" : "";
    return String.join(", ", parts) + suffix;
  }

  private static void warnOfDisagreement(
      Results.Mrmc mrmc, Results.Permutation permutation, Warnings warnings) {
    OptionalDouble primary = mrmc.p();
    OptionalDouble other = permutation.p();
    if (primary.isPresent()
        && other.isPresent()
        && primary.getAsDouble() < LEVEL != other.getAsDouble() < LEVEL) {
      warnings.add(
          WarningCode.TESTS_DISAGREE,
          String.format(
              Locale.ROOT,
              "The primary test (p = %.3f) and the permutation test (p = %.3f) come to different verdicts: the first speaks of readers like these, the second of these readers only.",
              primary.getAsDouble(),
              other.getAsDouble()));
    }
  }

  private Results.Design design(Map<String, QuestionRatings> tables) {
    int rated = 0;
    int cannotJudge = 0;
    Map<String, Integer> byReader = new LinkedHashMap<>();
    ratings.readers().forEach(reader -> byReader.put(reader, 0));
    for (QuestionRatings question : tables.values()) {
      RatingTable table = question.table(1);
      rated += table.ratings();
      cannotJudge += question.cannotJudge();
      for (int r = 0; r < question.readers().size(); r++) {
        byReader.merge(question.readers().get(r), table.reader(r).ratings(), Integer::sum);
      }
    }
    int planned = cells() * tables.size();
    return new Results.Design(
        ratings.readers().size(),
        ratings.arms().size(),
        ratings.cases(Arm.PIE),
        ratings.cases(Arm.NON_PIE),
        rated,
        planned - rated - cannotJudge,
        cannotJudge,
        rated == planned,
        byReader);
  }

  private List<ResultWarning> studyWarnings(Results.Design design) {
    Warnings warnings = new Warnings(null);
    if (settings.simulated()) {
      warnings.add(
          WarningCode.SIMULATED,
          "The ratings were made by the program: they show nothing about radiographs.");
    }
    List<String> absent =
        design.ratingsByReader().entrySet().stream()
            .filter(reader -> reader.getValue() == 0)
            .map(Map.Entry::getKey)
            .toList();
    if (!absent.isEmpty()) {
      warnings.add(
          WarningCode.READER_WITHOUT_RATINGS,
          "Without any rating and so in no analysis: %s.".formatted(String.join(", ", absent)));
    }
    int active = design.readers() - absent.size();
    if (active < FEW_READERS) {
      warnings.add(
          WarningCode.FEW_READERS,
          "With %d reader%s the test about readers in general is weak and its level approximate; more cases do not make up for it."
              .formatted(active, active == 1 ? "" : "s"));
    }
    int larger = Math.max(design.pie(), design.nonPie());
    int smaller = Math.min(design.pie(), design.nonPie());
    if (smaller > 0 && larger >= 1.5 * smaller) {
      warnings.add(
          WarningCode.UNEQUAL_ARMS,
          "The arms are of unequal size (%d PIEs, %d controls): the permutation test then also answers to arms that differ in spread alone."
              .formatted(design.pie(), design.nonPie()));
    }
    return warnings.all();
  }

  private static Map<String, Results.QuestionResults> holm(
      Map<String, Results.QuestionResults> results) {
    double[] p =
        results.values().stream().mapToDouble(q -> q.mrmc().p().orElse(Double.NaN)).toArray();
    double[] adjusted = Multiplicity.holm(p);
    Map<String, Results.QuestionResults> changed = new LinkedHashMap<>();
    int k = 0;
    for (Map.Entry<String, Results.QuestionResults> entry : results.entrySet()) {
      Results.QuestionResults q = entry.getValue();
      changed.put(
          entry.getKey(),
          new Results.QuestionResults(
              q.orientation(),
              q.counts(),
              q.descriptives(),
              q.descriptivesByReader(),
              q.mrmc().withHolm(adjusted[k++]),
              q.permutation(),
              q.bootstrap(),
              q.caseMeans(),
              q.pooled(),
              q.agreement()));
    }
    return changed;
  }
}
