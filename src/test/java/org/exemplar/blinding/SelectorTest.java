package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;

class SelectorTest {
  private static final List<String> MATCHING =
      List.of(SelectionPlan.NUMBER_OF_FINDINGS, SelectionPlan.FINDINGS, "view");

  @Test
  void over_thousands_of_seeds_no_patient_is_in_both_arms_or_in_practice_and_study() {
    for (long seed = 0; seed < 2000; seed++) {
      List<Candidate> candidates = Candidates.varied(seed, 20, 120, 90);
      List<String> matching = seed % 8 == 0 ? MATCHING : List.of();
      Selection selection = select(candidates, new SelectionPlan(12, 12, 4, matching, false), seed);
      Set<String> pies = patients(selection, Arm.PIE);
      Set<String> controls = patients(selection, Arm.NON_PIE);
      assertThat(pies).doesNotContainAnyElementsOf(controls);
      Set<String> ids = new HashSet<>();
      selection.cases().forEach(c -> ids.add(c.candidate().imageId()));
      selection.practice().forEach(c -> ids.add(c.imageId()));
      assertThat(ids).as("seed %d", seed).hasSize(28);
      assertThat(selection.practice())
          .noneMatch(c -> pies.contains(c.patient()) || controls.contains(c.patient()));
    }
  }

  @Test
  void the_same_seed_draws_the_same_images_and_another_seed_others() {
    List<Candidate> candidates = Candidates.varied(1, 30, 200, 150);
    SelectionPlan plan = new SelectionPlan(10, 10, 3, List.of(), false);
    assertThat(select(candidates, plan, 7)).isEqualTo(select(candidates, plan, 7));
    assertThat(select(candidates, plan, 8)).isNotEqualTo(select(candidates, plan, 7));
  }

  @Test
  void every_control_is_equally_likely_to_be_drawn() {
    List<Candidate> candidates = Candidates.plain(2, 10);
    int[] drawn = new int[12];
    for (long seed = 0; seed < 5000; seed++) {
      for (Selection.Chosen chosen :
          select(candidates, new SelectionPlan(2, 2, 0, List.of(), false), seed).cases()) {
        drawn[candidates.indexOf(chosen.candidate())]++;
      }
    }
    for (int i = 2; i < 12; i++) {
      assertThat(drawn[i]).isBetween(880, 1120);
    }
  }

  @Test
  void matching_brings_the_arms_closer_and_gives_each_pair_its_stratum() {
    List<Candidate> candidates = Candidates.varied(4, 20, 300, 5000);
    Selection matched = select(candidates, new SelectionPlan(20, 20, 0, MATCHING, false), 3);
    assertThat(matched.balance().rows())
        .allSatisfy(row -> assertThat(Math.abs(row.after())).isLessThanOrEqualTo(Balance.TOLERATED))
        .anySatisfy(row -> assertThat(Math.abs(row.before())).isGreaterThan(0.25));
    for (int stratum = 0; stratum < 20; stratum++) {
      int wanted = stratum;
      assertThat(matched.cases().stream().filter(c -> c.stratum() == wanted).map(c -> c.arm()))
          .containsExactlyInAnyOrder(Arm.PIE, Arm.NON_PIE);
    }
  }

  @Test
  void pies_left_over_by_matching_join_a_stratum_with_a_control() {
    List<Candidate> candidates = Candidates.varied(4, 9, 60, 5000);
    Selection matched = select(candidates, new SelectionPlan(9, 4, 0, MATCHING, false), 3);
    assertThat(matched.cases())
        .hasSize(13)
        .allMatch(c ->
            matched.cases().stream()
                .anyMatch(o -> o.stratum() == c.stratum() && o.arm() == Arm.NON_PIE));
  }

  @Test
  void where_the_protocol_says_so_no_patient_has_two_cases() {
    for (long seed = 0; seed < 300; seed++) {
      List<Candidate> candidates = Candidates.varied(seed, 20, 120, 60);
      Selection selection =
          select(
              candidates,
              new SelectionPlan(8, 8, 2, seed % 2 == 0 ? List.of() : MATCHING, true),
              seed);
      assertThat(selection.cases().stream().map(c -> String.valueOf(c.candidate().patient())))
          .hasSize(16)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void too_few_patients_with_pies_is_said_with_both_numbers() {
    assertThatThrownBy(() ->
            select(
                Candidates.varied(1, 30, 200, 5), new SelectionPlan(10, 10, 0, List.of(), true), 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("has 30 PIEs of 5 patients, but the protocol asks for 10");
  }

  @Test
  void too_few_pies_is_said_with_their_number_and_what_to_change() {
    assertThatThrownBy(() ->
            select(Candidates.plain(10, 190), new SelectionPlan(20, 20, 0, List.of(), false), 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("has 10 PIEs, but the protocol asks for 20")
        .hasMessageContaining("raise the percentile");
  }

  @Test
  void controls_of_the_pies_own_patients_do_not_count() {
    List<Candidate> candidates = Candidates.varied(1, 5, 10, 2);
    assertThatThrownBy(() -> select(candidates, new SelectionPlan(5, 5, 0, List.of(), false), 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("of other patients");
  }

  @Test
  void too_few_practice_images_is_said_with_their_number() {
    assertThatThrownBy(
            () -> select(Candidates.plain(4, 6), new SelectionPlan(4, 4, 3, List.of(), false), 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("2 images for practice, but the protocol asks for 3");
  }

  private static Selection select(List<Candidate> candidates, SelectionPlan plan, long seed) {
    return new Selector(candidates, plan, Candidates.chance(seed)).select();
  }

  private static Set<String> patients(Selection selection, Arm arm) {
    Set<String> patients = new HashSet<>();
    selection.cases().stream()
        .filter(c -> c.arm() == arm)
        .forEach(c -> patients.add(String.valueOf(c.candidate().patient())));
    return patients;
  }
}
