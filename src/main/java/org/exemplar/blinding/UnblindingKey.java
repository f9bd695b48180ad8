package org.exemplar.blinding;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.exemplar.crypto.Sha256;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Design;

/**
 * What a study file must not hold: which case stands in which arm, which image it is, and the
 * chance from which it was all drawn. Lies on disk only encrypted ({@link KeyFile}).
 *
 * @param studyId which study it opens
 * @param chance what the study was drawn from
 * @param source what it was drawn of
 * @param cases in code order, practice included
 */
public record UnblindingKey(String studyId, Chance chance, Source source, List<KeyCase> cases) {

  /**
   * The chance of a study.
   *
   * @param seed draws the images, and together with the salt codes and orders
   * @param salt at least 16 bytes in hex
   */
  public record Chance(long seed, String salt) {}

  /**
   * What a study was drawn of.
   *
   * @param manifest digest of the comparison's {@code manifest.json}
   * @param images digest of its {@code images.csv}
   * @param agreement digest of the agreements that the criterion was applied to
   * @param criterion who is a PIE
   * @param origin how many images there were; empty in keys of early versions
   */
  public record Source(
      Sha256 manifest,
      Sha256 images,
      Sha256 agreement,
      Design.Criterion criterion,
      Optional<Origin> origin) {}

  /**
   * How many images a study was drawn of.
   *
   * @param listed label rows, or image files where there are no labels
   * @param used images that the networks were compared on
   * @param pies images that meet the criterion
   * @param leftOut why images were left out → how many
   */
  public record Origin(int listed, int used, int pies, Map<String, Integer> leftOut) {
    public Origin {
      leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    }
  }

  /**
   * One case unmasked.
   *
   * @param code its code
   * @param arm where it stands
   * @param practice whether it is practice and not in the study set
   * @param stratum cases that were matched with each other share it; 0 for all without matching
   * @param image which image it is
   */
  public record KeyCase(CaseCode code, Arm arm, boolean practice, int stratum, SourceImage image) {}

  /**
   * An image of the comparison.
   *
   * @param imageId as in {@code images.csv}
   * @param sha256 of its file
   */
  public record SourceImage(String imageId, Sha256 sha256) {}

  public UnblindingKey {
    cases = cases.stream().sorted(Comparator.comparing(KeyCase::code)).toList();
    if (cases.stream().map(KeyCase::code).distinct().count() != cases.size()) {
      throw new IllegalArgumentException("a key names each case once");
    }
  }

  /** The case with this code; empty when the key does not know it. */
  public Optional<KeyCase> find(CaseCode code) {
    return cases.stream().filter(c -> c.code().equals(code)).findFirst();
  }

  /** How many cases of the study set stand in each arm. */
  public Map<Arm, Long> sizes() {
    Map<Arm, Long> sizes = new EnumMap<>(Arm.class);
    for (Arm arm : Arm.values()) {
      sizes.put(arm, cases.stream().filter(c -> !c.practice() && c.arm() == arm).count());
    }
    return sizes;
  }
}
