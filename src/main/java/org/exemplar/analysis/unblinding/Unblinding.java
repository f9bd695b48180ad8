package org.exemplar.analysis.unblinding;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.exemplar.audit.Stamp;
import org.exemplar.blinding.UnblindingKey;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.store.Dispute;
import org.exemplar.store.StudyFile;
import org.exemplar.store.Verification;
import org.exemplar.study.ReaderId;

/**
 * Unblinds a study: the one act that opens its key for the first time. Closes data entry for good,
 * with a reason, in the audit trail.
 */
public final class Unblinding {
  private final Supplier<Stamp> stamps;

  /**
   * @param actor who unblinds, in the audit trail
   * @param clock tells when
   */
  public Unblinding(String actor, InstantSource clock) {
    this.stamps = () -> new Stamp(actor, clock.instant());
  }

  /** Unblinds in the name of {@code office}. */
  public Unblinding(Office office) {
    this.stamps = office::stamp;
  }

  /**
   * What unblinding found.
   *
   * @param missing how many cases each reader had not returned; readers who finished are absent
   */
  public record Unblinded(Map<ReaderId, Integer> missing) {
    /** Sorts by reader. */
    public Unblinded {
      missing = Collections.unmodifiableMap(new TreeMap<>(missing));
    }

    /** Readings that are missing in all. */
    public int missingReadings() {
      return missing.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * Unblinds. Possible with readings missing, which is recorded.
   *
   * @param key the key's file
   * @param passphrase opens it; lent
   * @param reason why now, not blank
   * @throws Problem when the study is broken or unblinded already, answers wait for a decision, the
   *     key is another study's, the passphrase is wrong, or no reason is given
   */
  public Unblinded unblind(StudyLocation location, Path key, Passphrase passphrase, String reason) {
    if (reason.isBlank()) {
      throw new Problem("Unblinding needs a reason: say why the study is unblinded now.");
    }
    Stamp stamp = stamps.get();
    try (StudyFile study = StudyFile.open(location.database())) {
      requireRole(study, stamp);
      requireFit(study, location);
      UnblindingKey opened = new KeyDoor(study, stamp).open(key, passphrase);
      Map<ReaderId, Integer> missing = missing(study);
      study.unblind(Sha256.ofFile(key), reason.strip(), stamp);
      Map<String, Integer> payload = new TreeMap<>();
      missing.forEach((reader, count) -> payload.put(reader.value(), count));
      study.note(
          "unblinded_with", Map.of("missing", payload, "cases", opened.cases().size()), stamp);
      return new Unblinded(missing);
    }
  }

  /** An attempt by somebody who may not is refused, and the trail has it. */
  private static void requireRole(StudyFile study, Stamp stamp) {
    try {
      Deed.UNBLIND.require(stamp);
    } catch (Problem refused) {
      if (study.seal().isPresent()) {
        study.note(KeyDoor.REFUSED, Map.of("why", "not a statistician"), stamp);
      }
      throw refused;
    }
  }

  private static void requireFit(StudyFile study, StudyLocation location) {
    study
        .unblinding()
        .ifPresent(before -> {
          throw new Problem(
              location.folder()
                  + " was unblinded already, on "
                  + before.stamp().at()
                  + ": analyse it with its key.");
        });
    long open = study.disputes().stream().filter(Dispute::open).count();
    if (open > 0) {
      throw new Problem(
          (open == 1
                  ? "1 answer differs between two returned files"
                  : open + " answers differ between returned files")
              + " and nobody has decided which counts: decide on the Returns page or with study merge"
              + " --resolve before the arms are known.");
    }
    Verification verification = study.verify();
    if (!verification.intact()) {
      throw new Problem(
          location.folder()
              + " is broken ("
              + verification.broken().orElse("")
              + "): restore it from a backup before it is unblinded.");
    }
  }

  private static Map<ReaderId, Integer> missing(StudyFile study) {
    Map<ReaderId, Integer> missing = new TreeMap<>();
    study
        .progress()
        .forEach((reader, progress) -> {
          if (progress.done() < progress.of()) {
            missing.put(reader, progress.of() - progress.done());
          }
        });
    return missing;
  }
}
