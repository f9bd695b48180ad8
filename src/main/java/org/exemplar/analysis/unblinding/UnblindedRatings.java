package org.exemplar.analysis.unblinding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exemplar.audit.Stamp;
import org.exemplar.blinding.UnblindingKey;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.crypto.Passphrase;
import org.exemplar.problem.Problem;
import org.exemplar.store.ProtocolVersion;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;

/**
 * The ratings of an unblinded study, each with its arm.
 *
 * @param study what the study is
 * @param rows the ratings that count, practice apart, repeats included
 * @param missing readings that are missing, of cases in worklists
 * @param simulated whether any rating was given by a program: every page made of these ratings says
 *     so
 */
public record UnblindedRatings(StudyFacts study, List<Row> rows, int missing, boolean simulated) {
  public UnblindedRatings {
    rows = List.copyOf(rows);
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
    return new UnblindedRatings(facts, rows, missing, simulated);
  }
}
