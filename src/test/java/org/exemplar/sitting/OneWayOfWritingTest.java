package org.exemplar.sitting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.exemplar.store.ReadingJournal;
import org.exemplar.store.SmallStudy;
import org.junit.jupiter.api.Test;

/**
 * Ratings come into being in one way, whoever reads: the reading room and simulated readers go
 * through {@link Sitting}, which alone writes into a reading file.
 */
class OneWayOfWritingTest {
  private static final ArchRule ONLY_SITTING_WRITES =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.exemplar.sitting..")
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "a rating is written past the sitting", OneWayOfWritingTest::writes));

  @Test
  void only_the_sitting_writes_into_a_reading_file() {
    JavaClasses production = classesBeside(Scribe.class);
    assertThat(production.contain(Scribe.class)).isTrue();
    ONLY_SITTING_WRITES.check(production);
  }

  /** The tests of the store write by themselves, so the rule must object to them. */
  @Test
  void the_rule_can_fail() {
    JavaClasses tests = classesBeside(SmallStudy.class);
    assertThat(ONLY_SITTING_WRITES.evaluate(tests).hasViolation()).isTrue();
  }

  /** Everything compiled into the same folder as {@code known}. */
  private static JavaClasses classesBeside(Class<?> known) {
    return new ClassFileImporter()
        .importUrl(known.getProtectionDomain().getCodeSource().getLocation());
  }

  private static boolean writes(JavaMethodCall call) {
    return call.getTargetOwner().isEquivalentTo(ReadingJournal.class)
        && call.getTarget().getName().startsWith("record")
        && !call.getOriginOwner().isEquivalentTo(ReadingJournal.class);
  }
}
