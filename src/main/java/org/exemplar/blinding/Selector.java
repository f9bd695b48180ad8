package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.exemplar.crypto.SeededDraw;
import org.exemplar.problem.Problem;

/**
 * Draws a study set: PIEs at random, controls of other patients at random or matched, practice
 * cases from what is left.
 */
final class Selector {
  private final List<Candidate> candidates;
  private final SelectionPlan plan;
  private final SeededDraw draw;
  private Set<String> answered = Set.of();

  /**
   * @param candidates all images of the comparison with a defined agreement, in its order
   * @param plan what to draw
   * @param draw where chance comes from
   */
  Selector(List<Candidate> candidates, SelectionPlan plan, SeededDraw draw) {
    this.candidates = List.copyOf(candidates);
    this.plan = plan;
    this.draw = draw;
  }

  /** Draws practice cases first from these images, which the study team has answered. */
  Selector practisingOn(Set<String> imageIds) {
    answered = Set.copyOf(imageIds);
    return this;
  }

  /**
   * @throws Problem when there are too few PIEs, controls or practice images, saying how many there
   *     are and what to change
   */
  Selection select() {
    List<Candidate> allPies =
        draw.shuffle(candidates.stream().filter(c -> c.arm() == Arm.PIE).toList());
    List<Candidate> eligible = eligible(allPies);
    if (eligible.size() < plan.pies()) {
      throw new Problem(
          String.format(
              Locale.ROOT,
              "The comparison has %s%s, but the protocol asks for %d: raise the percentile or lower"
                  + " the number of PIEs in the protocol, or compare more images.",
              count(allPies.size(), "PIE"),
              eligible.size() < allPies.size() ? " of " + count(eligible.size(), "patient") : "",
              plan.pies()));
    }
    List<Candidate> pies = List.copyOf(eligible.subList(0, plan.pies()));
    List<Candidate> pool = eligible(draw.shuffle(ofOtherPatients(pies, Arm.NON_PIE)));
    if (pool.size() < plan.controls()) {
      throw new Problem(
          String.format(
              Locale.ROOT,
              "The comparison has %s of other patients than the PIEs, but the protocol asks for %d:"
                  + " lower the number of controls in the protocol, or compare more images.",
              count(pool.size(), "control"),
              plan.controls()));
    }
    List<Covariate> covariates = plan.covariates(candidates);
    List<Selection.Chosen> cases =
        plan.matching().isEmpty()
            ? unmatched(pies, pool.subList(0, plan.controls()))
            : Matching.match(pies, pool, plan.controls(), covariates);
    List<Candidate> controls =
        cases.stream()
            .filter(c -> c.arm() == Arm.NON_PIE)
            .map(Selection.Chosen::candidate)
            .toList();
    Balance balance = Balance.of(covariates, pies, pool, controls);
    return new Selection(cases, practice(pies, controls), balance);
  }

  /** All of them, or the first of each patient when a patient may have one case only. */
  private List<Candidate> eligible(List<Candidate> shuffled) {
    if (!plan.onePerPatient()) {
      return shuffled;
    }
    Set<String> patients = new HashSet<>();
    return shuffled.stream().filter(c -> c.patient() == null || patients.add(c.patient())).toList();
  }

  private static List<Selection.Chosen> unmatched(List<Candidate> pies, List<Candidate> controls) {
    List<Selection.Chosen> cases = new ArrayList<>();
    pies.forEach(c -> cases.add(new Selection.Chosen(c, 0)));
    controls.forEach(c -> cases.add(new Selection.Chosen(c, 0)));
    return cases;
  }

  private List<Candidate> practice(List<Candidate> pies, List<Candidate> controls) {
    List<Candidate> chosen = new ArrayList<>(pies);
    chosen.addAll(controls);
    List<Candidate> outside = new ArrayList<>(ofOtherPatients(chosen, Arm.PIE));
    outside.addAll(ofOtherPatients(chosen, Arm.NON_PIE));
    if (outside.size() < plan.practice()) {
      throw new Problem(
          String.format(
              Locale.ROOT,
              "Outside the study set and its patients there are %s for practice, but the protocol"
                  + " asks for %d: lower the number of practice cases, or compare more images.",
              count(outside.size(), "image"),
              plan.practice()));
    }
    List<Candidate> first = outside.stream().filter(c -> answered.contains(c.imageId())).toList();
    List<Candidate> practice =
        new ArrayList<>(draw.sample(first, Math.min(first.size(), plan.practice())));
    outside.removeAll(first);
    practice.addAll(draw.sample(outside, plan.practice() - practice.size()));
    return practice;
  }

  private List<Candidate> ofOtherPatients(List<Candidate> chosen, Arm arm) {
    Set<String> ids = new HashSet<>();
    Set<String> patients = new HashSet<>();
    for (Candidate candidate : chosen) {
      ids.add(candidate.imageId());
      if (candidate.patient() != null) {
        patients.add(candidate.patient());
      }
    }
    return candidates.stream()
        .filter(c -> c.arm() == arm && !ids.contains(c.imageId()))
        .filter(c -> c.patient() == null || !patients.contains(c.patient()))
        .toList();
  }

  private static String count(int number, String noun) {
    return number == 0 ? "no " + noun + "s" : number + " " + noun + (number == 1 ? "" : "s");
  }
}
