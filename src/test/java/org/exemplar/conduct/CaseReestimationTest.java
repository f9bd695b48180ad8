package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseReestimationTest {
  @TempDir Path folder;

  private static CaseReestimation.Aim aim(double power) {
    return new CaseReestimation.Aim(power, 0.05, OptionalDouble.empty(), OptionalInt.of(8), 1);
  }

  @Test
  void cases_needed_come_from_ratings_that_tell_no_arm() {
    MadeStudy study = MadeStudy.of(folder, 5, 3);
    List<Path> files = study.pack();
    StudyLocation location = study.location();
    assertThat(CaseReestimation.of(location, aim(0.8)))
        .isNotEmpty()
        .allSatisfy(each -> {
          assertThat(each.cases()).isZero();
          assertThat(each.needed().reason()).isPresent();
        });
    MadeStudy.rate(files, 1, 10);
    new Merge(MadeStudy.office(600)).merge(location, files, Progress.NONE, new Cancellation());
    List<CaseReestimation> few = CaseReestimation.of(location, aim(0.5));
    List<CaseReestimation> more = CaseReestimation.of(location, aim(0.9));
    assertThat(few).isEqualTo(CaseReestimation.of(location, aim(0.5)));
    for (int q = 0; q < few.size(); q++) {
      assertThat(few.get(q).readers()).isEqualTo(3);
      assertThat(few.get(q).cases()).isEqualTo(10);
      var fewer = few.get(q).needed().value().orElseThrow();
      var larger = more.get(q).needed().value().orElseThrow();
      assertThat(fewer.components().reader()).isZero();
      assertThat(fewer.alike().orElseThrow()).isPositive().isEven();
      assertThat(larger.alike().orElse(20_001)).isGreaterThan(fewer.alike().orElseThrow());
      assertThat(larger.differ().orElse(20_001))
          .isGreaterThanOrEqualTo(larger.alike().orElseThrow());
    }
  }

  @Test
  void impossible_aims_are_problems_in_words() {
    assertThatThrownBy(() -> aim(1)).isInstanceOf(Problem.class).hasMessageContaining("between");
    assertThatThrownBy(
            () -> new CaseReestimation.Aim(0.8, 0.05, OptionalDouble.of(2), OptionalInt.empty(), 1))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(
            () -> new CaseReestimation.Aim(0.8, 0.05, OptionalDouble.empty(), OptionalInt.of(1), 1))
        .isInstanceOf(Problem.class);
  }
}
