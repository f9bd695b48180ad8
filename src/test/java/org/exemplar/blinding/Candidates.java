package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.exemplar.crypto.SeededDraw;

/** Made candidates for tests. */
final class Candidates {
  private static final List<String> FINDINGS =
      List.of("Effusion", "Mass", "Emphysema", "Infiltration", "Hernia");

  private Candidates() {}

  static SeededDraw chance(long seed) {
    return SeededDraw.of(seed, "test");
  }

  /** {@code pies + controls} images, each of a patient of its own. */
  static List<Candidate> plain(int pies, int controls) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < pies + controls; i++) {
      candidates.add(
          new Candidate(
              String.format(Locale.ROOT, "image-%04d.png", i),
              i < pies ? Arm.PIE : Arm.NON_PIE,
              null,
              Set.of(),
              Map.of()));
    }
    return candidates;
  }

  /** Images of {@code patients} patients with findings; findings are commoner among PIEs. */
  static List<Candidate> varied(long seed, int pies, int controls, int patients) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < pies + controls; i++) {
      Arm arm = i < pies ? Arm.PIE : Arm.NON_PIE;
      Set<String> findings = new java.util.TreeSet<>();
      for (String finding : FINDINGS) {
        if (random.nextDouble() < (arm == Arm.PIE ? 0.35 : 0.2)) {
          findings.add(finding);
        }
      }
      candidates.add(
          new Candidate(
              String.format(Locale.ROOT, "image-%04d.png", i),
              arm,
              "patient-" + random.nextInt(patients),
              findings,
              Map.of("view", random.nextInt(3) == 0 ? "AP" : "PA")));
    }
    return candidates;
  }
}
