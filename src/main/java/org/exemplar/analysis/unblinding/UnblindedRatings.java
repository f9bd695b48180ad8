package org.exemplar.analysis.unblinding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.exemplar.analysis.AnalysisSettings;
import org.exemplar.analysis.ArmedRatings;
import org.exemplar.analysis.CourseAnalysis;
import org.exemplar.analysis.RatingRow;
import org.exemplar.analysis.RatingsAnalysis;
import org.exemplar.analysis.Results;
import org.exemplar.audit.Stamp;
import org.exemplar.blinding.Arm;
import org.exemplar.blinding.UnblindingKey;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.crypto.Passphrase;
import org.exemplar.problem.Problem;
import org.exemplar.store.ProtocolVersion;
import org.exemplar.store.StudyFile;
import org.exemplar.study.AnalysisPlan;
import org.exemplar.study.CaseCode;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.Protocol;
import org.exemplar.study.Question;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * The ratings of an unblinded study, each with its arm.
 *
 * @param study what the study is
 * @param rows the ratings that count, practice apart, repeats included
 * @param given the findings that each case of the study came with, by case code
 * @param missing readings that are missing, of cases in worklists
 * @param simulated whether any rating was given by a program: every page made of these ratings says
 *     so
 */
public record UnblindedRatings(
    StudyFacts study,
    List<Row> rows,
    Map<String, GivenFindings> given,
    int missing,
    boolean simulated) {
  /** Copies. */
  public UnblindedRatings {
    rows = List.copyOf(rows);
    given = Map.copyOf(given);
  }

  /**
   * What the study is.
   *
   * @param studyId names it
   * @param readers all of them, also those without a rating
   * @param protocols its protocol's versions, the sealed one first
   * @param unblinded when and why
   * @param key what it was drawn from, and its cases
   */
  public record StudyFacts(
      String studyId,
      List<ReaderId> readers,
      List<ProtocolVersion> protocols,
      StudyFile.Unblinding unblinded,
      UnblindingKey key) {
    /** Copies. */
    public StudyFacts {
      readers = List.copyOf(readers);
      protocols = List.copyOf(protocols);
    }
  }

  /**
   * One rating unmasked.
   *
   * @param rating as it was given
   * @param unmasked its case: arm, stratum, image
   */
  public record Row(Rating rating, UnblindingKey.KeyCase unmasked) {}

  /**
   * Opens the key of a study that was unblinded, and joins. Each view is an entry in the audit
   * trail.
   *
   * @param key the key's file
   * @param passphrase opens it; lent
   * @param purpose what for, e.g. {@code analyze}
   * @param stamp who looks, and when
   * @throws Problem when the study is still blinded (which is recorded), the key is another
   *     study's, or the passphrase is wrong
   */
  public static UnblindedRatings open(
      StudyLocation location, Path key, Passphrase passphrase, String purpose, Stamp stamp) {
    Deed.SEE_RESULTS.require(stamp);
    try (StudyFile study = StudyFile.open(location.database())) {
      KeyDoor door = new KeyDoor(study, stamp);
      StudyFile.Unblinding unblinded =
          study
              .unblinding()
              .orElseThrow(() ->
                  door.refused(
                      "still blinded: " + purpose,
                      location.folder()
                          + " is still blinded: unblind it first with \"exemplar study unblind\";"
                          + " this attempt was recorded."));
      UnblindingKey opened = door.open(key, passphrase);
      study.note("results_viewed", Map.of("purpose", purpose), stamp);
      StudyFacts facts =
          new StudyFacts(
              study.identity().studyId(), study.readers(), study.protocols(), unblinded, opened);
      return join(study, facts);
    }
  }

  /** The table that the planned results are computed from: first showings only. */
  public ArmedRatings armed() {
    Map<String, Arm> arms = new LinkedHashMap<>();
    for (UnblindingKey.KeyCase each : study.key().cases()) {
      if (!each.practice()) {
        arms.put(each.code().value(), each.arm());
      }
    }
    Predicate<String> analysed = protocol().analysis().orientations()::containsKey;
    List<RatingRow> answers = new ArrayList<>();
    for (Row row : rows) {
      if (!row.rating().item().repeat()) {
        answers.add(answer(row.rating()));
      }
    }
    return new ArmedRatings(
        study.readers().stream().map(ReaderId::value).toList(),
        arms,
        protocol().reading().questions().stream().map(Question::id).filter(analysed).toList(),
        answers.stream().filter(answer -> analysed.test(answer.question())).toList());
  }

  /** How the protocol says that they are analysed. */
  public AnalysisSettings settings() {
    AnalysisPlan plan = protocol().analysis();
    return new AnalysisSettings(plan.orientations(), plan.resampling(), strata(), simulated);
  }

  /**
   * The planned results and the course of the reading.
   *
   * @throws java.util.concurrent.CancellationException if cancelled between two questions
   */
  public Results results(Progress progress, Cancellation cancellation) {
    Results planned = RatingsAnalysis.analyze(armed(), settings(), progress, cancellation);
    List<CourseAnalysis.Armed> course =
        rows.stream()
            .map(row -> new CourseAnalysis.Armed(row.rating(), row.unmasked().arm()))
            .toList();
    return CourseAnalysis.extend(planned, course, given);
  }

  /** The protocol as it stood when the study was unblinded. */
  public Protocol protocol() {
    return Protocol.parse("the study's protocol", study.protocols().getLast().text());
  }

  private Map<String, String> strata() {
    Map<String, String> strata = new HashMap<>();
    for (UnblindingKey.KeyCase each : study.key().cases()) {
      if (!each.practice()) {
        strata.put(each.code().value(), Integer.toString(each.stratum()));
      }
    }
    return Set.copyOf(strata.values()).size() > 1 ? strata : Map.of();
  }

  private static RatingRow answer(Rating rating) {
    OptionalInt code = rating.rated().answer().code();
    return new RatingRow(
        rating.reader().value(),
        rating.item().code().value(),
        rating.rated().questionId(),
        code.isPresent() ? OptionalDouble.of(code.getAsInt()) : OptionalDouble.empty());
  }

  private static UnblindedRatings join(StudyFile study, StudyFacts facts) {
    List<Row> rows = new ArrayList<>();
    boolean simulated = false;
    for (Rating rating : study.ratings()) {
      simulated |= rating.circumstances().simulated();
      if (!rating.item().practice()) {
        UnblindingKey.KeyCase unmasked =
            facts
                .key()
                .find(rating.item().code())
                .orElseThrow(
                    () -> new Problem("The key does not know case " + rating.item().code() + "."));
        rows.add(new Row(rating, unmasked));
      }
    }
    int missing =
        study.progress().values().stream()
            .mapToInt(progress -> progress.of() - progress.done())
            .sum();
    Map<String, GivenFindings> given = new HashMap<>();
    for (CaseCode code : study.cases(false)) {
      given.put(code.value(), study.findings(code));
    }
    return new UnblindedRatings(facts, rows, given, missing, simulated);
  }
}
