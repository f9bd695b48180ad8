package org.exemplar.analysis.unblinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.exemplar.analysis.Course;
import org.exemplar.analysis.Results;
import org.exemplar.audit.Stamp;
import org.exemplar.blinding.Arm;
import org.exemplar.conduct.Merge;
import org.exemplar.conduct.Simulation;
import org.exemplar.conduct.StudyStatus;
import org.exemplar.crypto.Passphrase;
import org.exemplar.problem.Problem;
import org.exemplar.store.StudyFile;
import org.exemplar.study.CaseCode;
import org.exemplar.study.ReaderId;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnblindingTest {
  private static final String REASON = "All readings are back";

  @TempDir Path folder;

  @Test
  void the_whole_round_gives_each_rating_the_arm_of_its_image() {
    MadeStudy study = MadeStudy.of(folder, 4, 3);
    List<Path> files = study.pack();
    MadeStudy.rate(files, 5, 100);
    merge(study, files);
    assertThat(unblind(study, 700).missing()).isEmpty();
    UnblindedRatings ratings = open(study, 701);
    assertThat(ratings.simulated()).isTrue();
    assertThat(ratings.missing()).isZero();
    assertThat(ratings.rows()).hasSizeGreaterThan(60);
    for (UnblindedRatings.Row row : ratings.rows()) {
      Arm arm = row.unmasked().arm();
      assertThat(arm == Arm.PIE)
          .isEqualTo(study.comparison().pie(row.unmasked().image().imageId()));
      assertThat(study.built().arms()).containsEntry(row.rating().item().code(), arm);
    }
    assertThat(ratings.armed().readers()).containsExactly("R01", "R02", "R03");
    assertThat(ratings.armed().cases(Arm.NON_PIE)).isEqualTo(4);
    assertThat(ratings.armed().answers("difficulty")).hasSize(24);
    assertThat(ratings.settings().simulated()).isTrue();
    assertThat(ratings.settings().strata()).isEmpty();
    Results results = ratings.results(Progress.NONE, new Cancellation());
    assertThat(results.design().ratings()).isGreaterThan(60);
    Course course = results.course().orElseThrow();
    assertThat(course.timeOrder().perReader()).containsOnlyKeys("R01", "R02", "R03");
    assertThat(course.ratingOrder()).containsKey("difficulty");
    assertThat(ratings.given()).hasSize(8);
    long shown = ratings.given().values().stream().mapToLong(given -> given.names().size()).sum();
    assertThat(course.findings().values().stream().mapToInt(Course.FindingDoubt::asked).sum())
        .isPositive()
        .isLessThanOrEqualTo((int) (3 * shown));
    assertThat(ratings.study().key().sizes()).containsEntry(Arm.PIE, 4L);
    assertThat(StudyStatus.of(study.location()).stage().unblinded()).isTrue();
  }

  @Test
  void a_shift_handed_to_simulated_readers_is_found_in_the_arm_that_got_it() {
    MadeStudy study = MadeStudy.of(folder, 6, 3);
    Map<CaseCode, Double> shifts = new HashMap<>();
    study.built().arms().forEach((code, arm) -> shifts.put(code, arm == Arm.PIE ? 2.0 : 0.0));
    List<Path> files = study.pack();
    MadeStudy.rate(files, new Simulation.Behaviour(5, shifts, 100));
    merge(study, files);
    unblind(study, 700);
    Map<Arm, Double> means =
        open(study, 701).rows().stream()
            .filter(row -> row.rating().rated().questionId().equals("difficulty"))
            .filter(row -> row.rating().rated().answer().code().isPresent())
            .collect(
                Collectors.groupingBy(
                    row -> row.unmasked().arm(),
                    Collectors.averagingInt(
                        row -> row.rating().rated().answer().code().orElseThrow())));
    assertThat(means.get(Arm.PIE)).isGreaterThan(means.get(Arm.NON_PIE) + 0.5);
  }

  @Test
  void before_unblinding_the_key_stays_shut_and_the_attempt_is_recorded() {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    assertThatThrownBy(() -> open(study, 10))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is still blinded");
    assertThat(actions(study)).endsWith(KeyDoor.REFUSED);
  }

  @Test
  void a_wrong_passphrase_is_said_plainly_recorded_and_changes_nothing() {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    assertThatThrownBy(() -> unblind(study, "wrong", 10))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("The passphrase does not open");
    assertThat(actions(study)).endsWith(KeyDoor.REFUSED);
    assertThat(StudyStatus.of(study.location()).stage().unblinded()).isFalse();
    assertThat(unblind(study, 11).missingReadings()).isEqualTo(4);
  }

  @Test
  void after_five_wrong_passphrases_each_try_waits_longer() {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> unblind(study, "wrong", 10)).hasMessageContaining("does not open");
    }
    assertThatThrownBy(() -> unblind(study, 10))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("5 wrong passphrases in a row: wait 31 s");
    assertThat(unblind(study, 11).missingReadings()).isEqualTo(4);
  }

  @Test
  void unblinding_with_readings_missing_is_possible_and_recorded() {
    MadeStudy study = MadeStudy.of(folder, 3, 2);
    List<Path> files = study.pack();
    MadeStudy.rate(files.subList(0, 1), 5, 2);
    merge(study, files);
    assertThat(unblind(study, 700).missing())
        .containsEntry(new ReaderId("R01"), 4)
        .containsEntry(new ReaderId("R02"), 6);
    try (StudyFile file = StudyFile.openReadOnly(study.location().database())) {
      assertThat(file.audit().getLast().payload()).contains("\"R01\":4").contains("\"R02\":6");
      assertThat(file.unblinding()).get().matches(unblinding -> unblinding.reason().equals(REASON));
      assertThat(file.verify().intact()).isTrue();
    }
    assertThat(open(study, 701).missing()).isEqualTo(10);
  }

  @Test
  void unblinding_closes_data_entry() {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    List<Path> files = study.pack();
    unblind(study, 10);
    MadeStudy.rate(files, 5, 100);
    assertThatThrownBy(() -> merge(study, files))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("closed data entry");
    assertThatThrownBy(() -> unblind(study, 20))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("was unblinded already");
  }

  @Test
  void another_studys_key_is_refused() {
    MadeStudy study = MadeStudy.of(folder.resolve("one"), 2, 1);
    MadeStudy other = MadeStudy.of(folder.resolve("two"), 2, 1);
    assertThatThrownBy(() ->
            new Unblinding("coordinator", InstantSource.fixed(MadeStudy.SEALED_AT))
                .unblind(
                    study.location(),
                    other.location().key(),
                    Passphrase.of(MadeStudy.KEY_WORDS),
                    REASON))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is not the key that the study was sealed with");
  }

  @Test
  void a_changed_key_is_refused() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Files.writeString(study.location().key(), Files.readString(study.location().key()) + " ");
    assertThatThrownBy(() -> unblind(study, 10))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is not the key");
  }

  @Test
  void a_reason_is_asked_for() {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    assertThatThrownBy(() ->
            new Unblinding("coordinator", InstantSource.fixed(MadeStudy.SEALED_AT))
                .unblind(
                    study.location(),
                    study.location().key(),
                    Passphrase.of(MadeStudy.KEY_WORDS),
                    "  "))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("needs a reason");
  }

  @Test
  void every_view_of_results_is_an_entry_in_the_trail() {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    unblind(study, 10);
    open(study, 11);
    assertThat(actions(study)).endsWith("results_viewed");
  }

  private static Unblinding.Unblinded unblind(MadeStudy study, long minutes) {
    return unblind(study, MadeStudy.KEY_WORDS, minutes);
  }

  private static Unblinding.Unblinded unblind(MadeStudy study, String words, long minutes) {
    return new Unblinding(
            "coordinator", InstantSource.fixed(MadeStudy.SEALED_AT.plusSeconds(60 * minutes)))
        .unblind(study.location(), study.location().key(), Passphrase.of(words), REASON);
  }

  private static UnblindedRatings open(MadeStudy study, long minutes) {
    return UnblindedRatings.open(
        study.location(),
        study.location().key(),
        Passphrase.of(MadeStudy.KEY_WORDS),
        "analyze",
        new Stamp("researcher", MadeStudy.SEALED_AT.plusSeconds(60 * minutes)));
  }

  private static void merge(MadeStudy study, List<Path> files) {
    assertThat(
            new Merge(MadeStudy.office(600))
                .merge(study.location(), files, Progress.NONE, new Cancellation())
                .clean())
        .isTrue();
  }

  private static List<String> actions(MadeStudy study) {
    try (StudyFile file = StudyFile.openReadOnly(study.location().database())) {
      return file.audit().stream().map(entry -> entry.action()).toList();
    }
  }
}
