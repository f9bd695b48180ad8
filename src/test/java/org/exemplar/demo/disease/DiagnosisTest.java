package org.exemplar.demo.disease;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.exemplar.demo.beam.Draw;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private static final int PEOPLE = 40_000;

  private static List<Set<Finding>> people(boolean compared) {
    return IntStream.range(0, PEOPLE)
        .mapToObj(i -> Diagnosis.drawn(Draw.of(3).fork("person " + i), compared))
        .toList();
  }

  private static double share(List<Set<Finding>> people, Finding... findings) {
    return (double) people.stream().filter(p -> p.containsAll(List.of(findings))).count() / PEOPLE;
  }

  @Test
  void each_finding_has_its_prevalence_and_the_tail_is_long() {
    List<Set<Finding>> people = people(false);
    Map<Finding, Double> shares = new EnumMap<>(Finding.class);
    for (Finding finding : Finding.values()) {
      shares.put(finding, share(people, finding));
      if (finding != Finding.NO_FINDING) {
        double wanted = finding.prevalence();
        assertThat(shares.get(finding))
            .as(finding.label())
            .isCloseTo(wanted, Offset.offset(4.5 * Math.sqrt(wanted / PEOPLE) + 0.001));
      }
    }
    assertThat(shares.get(Finding.INFILTRATION))
        .isGreaterThan(15 * shares.get(Finding.PNEUMOMEDIASTINUM));
  }

  @Test
  void compared_films_hold_rare_findings_more_often() {
    List<Set<Finding>> people = people(true);
    assertThat(share(people, Finding.HERNIA)).isBetween(0.018, 0.026);
    assertThat(share(people, Finding.INFILTRATION)).isBetween(0.09, 0.112);
  }

  @Test
  void findings_that_belong_together_meet_more_often_than_by_chance() {
    List<Set<Finding>> people = people(true);
    assertThat(lift(people, Finding.CARDIOMEGALY, Finding.EDEMA)).isGreaterThan(2.5);
    assertThat(lift(people, Finding.PNEUMOTHORAX, Finding.SUBCUTANEOUS_EMPHYSEMA))
        .isGreaterThan(2.5);
    assertThat(lift(people, Finding.EMPHYSEMA, Finding.EDEMA)).isLessThan(0.8);
  }

  private static double lift(List<Set<Finding>> people, Finding one, Finding other) {
    return share(people, one, other) / (share(people, one) * share(people, other));
  }

  @Test
  void no_finding_stands_alone() {
    assertThat(people(false))
        .allSatisfy(findings -> {
          assertThat(findings).isNotEmpty();
          if (findings.contains(Finding.NO_FINDING)) {
            assertThat(findings).hasSize(1);
          }
        });
  }
}
