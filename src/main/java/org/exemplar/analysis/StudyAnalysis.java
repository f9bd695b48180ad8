package org.exemplar.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.analysis.unblinding.UnblindedRatings;
import org.exemplar.audit.Stamp;
import org.exemplar.blinding.Arm;
import org.exemplar.blinding.UnblindingKey;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.crypto.Passphrase;
import org.exemplar.problem.Problem;
import org.exemplar.store.ProtocolVersion;
import org.exemplar.study.Answer;
import org.exemplar.study.Design;
import org.exemplar.study.Protocol;
import org.exemplar.study.Question;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * The planned analysis of an unblinded study: its ratings joined with the arms, as the sealed
 * protocol says.
 *
 * @param results the numbers
 * @param answers every answer that counts, practice apart, repeats included, with its arm
 * @param protocol the latest version
 * @param cases cases and criterion
 */
public record StudyAnalysis(
    Results results, List<ArmedAnswer> answers, Protocol protocol, CaseFacts cases) {
  /** Copies. */
  public StudyAnalysis {
    answers = List.copyOf(answers);
  }

  /**
   * One answer with what blinding hid.
   *
   * @param rating as it was given
   * @param arm where its case stands
   * @param imageSha256 digest of the image's file, which joins the answer to the comparison
   */
  public record ArmedAnswer(Rating rating, Arm arm, String imageSha256) {}

  /**
   * The cases of the study.
   *
   * @param pie how many PIEs
   * @param nonPie how many others
   * @param criterion what made an image a PIE
   * @param matched whether the arms were matched
   */
  public record CaseFacts(int pie, int nonPie, Design.Criterion criterion, boolean matched) {}

  /**
   * Opens the key, joins and computes; the view is recorded in the audit trail.
   *
   * @throws Problem when the study is still blinded, the key is another study's or the passphrase
   *     is wrong
   */
  public static StudyAnalysis run(
      StudyLocation location, Opening opening, Progress progress, Cancellation cancellation) {
    UnblindedRatings unblinded =
        UnblindedRatings.open(
            location, opening.key(), opening.passphrase(), opening.purpose(), opening.stamp());
    return of(unblinded, progress, cancellation);
  }

  /**
   * With what the key is opened, by whom and what for.
   *
   * @param key the key's file
   * @param passphrase opens it; lent
   * @param purpose what for, e.g. {@code analyze}
   * @param stamp who looks, and when
   */
  public record Opening(Path key, Passphrase passphrase, String purpose, Stamp stamp) {}

  /** Computes from ratings that were joined already. */
  public static StudyAnalysis of(
      UnblindedRatings unblinded, Progress progress, Cancellation cancellation) {
    List<ProtocolVersion> versions = unblinded.study().protocols();
    Protocol protocol = Protocol.parse("the study's protocol", versions.getLast().text());
    ArmedRatings table = table(unblinded, protocol);
    Results results =
        RatingsAnalysis.analyze(table, settings(unblinded, protocol), progress, cancellation);
    Map<Arm, Long> sizes = unblinded.study().key().sizes();
    return new StudyAnalysis(
        results,
        answers(unblinded),
        protocol,
        new CaseFacts(
            Math.toIntExact(sizes.getOrDefault(Arm.PIE, 0L)),
            Math.toIntExact(sizes.getOrDefault(Arm.NON_PIE, 0L)),
            unblinded.study().key().source().criterion(),
            matched(unblinded.study().key())));
  }

  private static ArmedRatings table(UnblindedRatings unblinded, Protocol protocol) {
    Map<String, Arm> arms = new LinkedHashMap<>();
    for (UnblindingKey.KeyCase each : unblinded.study().key().cases()) {
      if (!each.practice()) {
        arms.put(each.code().value(), each.arm());
      }
    }
    List<RatingRow> rows = new ArrayList<>();
    for (UnblindedRatings.Row row : unblinded.rows()) {
      if (!row.rating().item().repeat()) {
        rows.add(row(row.rating()));
      }
    }
    return new ArmedRatings(
        unblinded.study().readers().stream().map(ReaderId::value).toList(),
        arms,
        protocol.reading().questions().stream().map(Question::id).toList(),
        rows);
  }

  private static RatingRow row(Rating rating) {
    Answer answer = rating.rated().answer();
    String reader = rating.reader().value();
    String code = rating.item().code().value();
    String question = rating.rated().questionId();
    return answer.code().isPresent()
        ? RatingRow.of(reader, code, question, answer.code().getAsInt())
        : RatingRow.cannotJudge(reader, code, question);
  }

  private static AnalysisSettings settings(UnblindedRatings unblinded, Protocol protocol) {
    Map<String, String> strata = new HashMap<>();
    if (matched(unblinded.study().key())) {
      for (UnblindingKey.KeyCase each : unblinded.study().key().cases()) {
        if (!each.practice()) {
          strata.put(each.code().value(), Integer.toString(each.stratum()));
        }
      }
    }
    return new AnalysisSettings(
        protocol.analysis().orientations(),
        protocol.analysis().resampling(),
        strata,
        unblinded.simulated());
  }

  private static boolean matched(UnblindingKey key) {
    return key.cases().stream().anyMatch(each -> !each.practice() && each.stratum() != 0);
  }

  private static List<ArmedAnswer> answers(UnblindedRatings unblinded) {
    return unblinded.rows().stream()
        .map(row ->
            new ArmedAnswer(
                row.rating(), row.unmasked().arm(), row.unmasked().image().sha256().hex()))
        .toList();
  }
}
