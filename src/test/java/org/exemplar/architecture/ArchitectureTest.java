package org.exemplar.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The house: each rule holds for the program, and each is shown to be able to fail by a class that
 * breaks it.
 */
class ArchitectureTest {
  private static JavaClasses house;

  @TempDir static Path temporary;

  private record RuleWithFixtures(ArchRule rule, List<Fixture> breaking) {}

  @BeforeAll
  static void readTheHouse() {
    house =
        new ClassFileImporter()
            .importUrl(Problem.class.getProtectionDomain().getCodeSource().getLocation());
  }

  @Test
  void the_importer_saw_classes_in_every_room() {
    Set<String> seen = new TreeSet<>();
    house.forEach(c -> seen.add(House.roomOf(c.getPackageName())));
    Set<String> expected = new TreeSet<>(House.rooms());
    expected.removeAll(House.ofProfiles());
    assertThat(seen).containsAll(expected);
    assertThat(house.size()).isGreaterThan(House.rooms().size() * 2);
  }

  @Test
  void every_package_belongs_to_a_room() {
    assertThat(house)
        .allSatisfy(c ->
            assertThat(
                    c.getPackageName().equals(House.ROOT)
                        || !House.roomOf(c.getPackageName()).isEmpty())
                .as("%s lives in no room of the table", c.getName())
                .isTrue());
  }

  @Test
  void the_table_for_people_is_the_table_of_the_test() throws IOException {
    Set<String> documented = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("docs/house.md"))) {
      if (line.startsWith("| `")) {
        String[] cells = line.split("\\|");
        for (String room : cells[1].split(",")) {
          documented.add(room.strip().replace("`", ""));
        }
        String mayUse = cells[3].strip();
        if (!mayUse.startsWith("all but") && !mayUse.startsWith("as needed")) {
          Set<String> words = new TreeSet<>(List.of("problem", "files"));
          if (!mayUse.equals("\u2013")) {
            words.addAll(List.of(mayUse.split(", ")));
          }
          String room = cells[1].strip().replace("`", "");
          Set<String> allowed = new TreeSet<>(House.allowed(room));
          allowed.addAll(List.of("problem", "files"));
          assertThat(words).as("row of %s", room).isEqualTo(allowed);
        }
      }
    }
    assertThat(documented).isEqualTo(new TreeSet<>(House.rooms()));
  }

  @TestFactory
  Stream<DynamicTest> every_rule_holds() {
    return rules().stream()
        .map(r -> dynamicTest(r.rule().getDescription(), () -> r.rule().check(house)));
  }

  @TestFactory
  Stream<DynamicTest> every_rule_can_fail() {
    return rules().stream()
        .map(r ->
            dynamicTest(
                r.rule().getDescription(),
                () ->
                    assertThat(r.rule().evaluate(withFixtures(r.breaking())).hasViolation())
                        .as("a class that breaks the rule is caught")
                        .isTrue()));
  }

  private static JavaClasses withFixtures(List<Fixture> fixtures) {
    try {
      Path folder = Files.createTempDirectory(temporary, "fixture");
      fixtures.forEach(f -> f.writeInto(folder));
      return new ClassFileImporter().importPaths(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RuleWithFixtures> rules() {
    List<RuleWithFixtures> rules = new ArrayList<>();
    for (String room : House.rooms()) {
      String forbidden = firstForbidden(room);
      rules.add(
          new RuleWithFixtures(
              HouseRules.roomUsesOnlyItsRow(room),
              List.of(
                  Fixture.named("org.exemplar." + room + ".Intruder")
                      .knowing("org.exemplar." + forbidden + ".Neighbour"),
                  Fixture.named("org.exemplar." + forbidden + ".Neighbour"))));
    }
    rules.add(
        new RuleWithFixtures(
            HouseRules.noCycles(),
            List.of(
                Fixture.named("org.exemplar.stats.A").knowing("org.exemplar.study.B"),
                Fixture.named("org.exemplar.study.B").knowing("org.exemplar.stats.A"))));
    rules.add(
        new RuleWithFixtures(
            HouseRules.readingRoomIsBlind(),
            List.of(
                Fixture.named("org.exemplar.app.reading.Screen")
                    .knowing("org.exemplar.app.control.Helper"),
                Fixture.named("org.exemplar.app.control.Helper")
                    .knowing("org.exemplar.blinding.Secret"),
                Fixture.named("org.exemplar.blinding.Secret"))));
    rules.add(
        new RuleWithFixtures(
            HouseRules.storeDoesNotKnowBlinding(),
            List.of(
                Fixture.named("org.exemplar.store.Table").knowing("org.exemplar.blinding.Secret"),
                Fixture.named("org.exemplar.blinding.Secret"))));
    rules.add(
        new RuleWithFixtures(
            HouseRules.onlyAnalysisOpensTheKey(),
            List.of(
                Fixture.named("org.exemplar.app.coordination.Peek")
                    .calling(
                        "org.exemplar.blinding.KeyFile",
                        "box",
                        ConstantDescs.CD_byte.arrayType()))));
    rules.add(
        new RuleWithFixtures(
            HouseRules.viewModelsDoNotSeeTheScene(),
            List.of(
                Fixture.named("org.exemplar.app.reading.CaseViewModel")
                    .knowing("javafx.scene.Node"))));
    rules.add(
        new RuleWithFixtures(
            HouseRules.timeAndChanceAreArguments(),
            List.of(
                Fixture.named("org.exemplar.stats.Impatient")
                    .calling("java.time.Instant", "now", ClassDesc.of("java.time.Instant")))));
    rules.add(
        new RuleWithFixtures(
            HouseRules.timeAndChanceAreArguments(),
            List.of(
                Fixture.named("org.exemplar.stats.Gambler")
                    .calling("java.lang.Math", "random", ConstantDescs.CD_double))));
    rules.add(
        new RuleWithFixtures(
            HouseRules.noMutableStatics(),
            List.of(Fixture.named("org.exemplar.stats.Shared").withMutableStatic())));
    rules.add(
        new RuleWithFixtures(
            HouseRules.everyPackageHasADoorplate(),
            List.of(Fixture.named("org.exemplar.stats.unmarked.Nameless"))));
    rules.add(
        new RuleWithFixtures(
            HouseRules.onlyTheMainOfClusterSeesTheCommandLine(),
            List.of(
                Fixture.named("org.exemplar.cluster.Task").knowing("org.exemplar.cli.Options"),
                Fixture.named("org.exemplar.cli.Options"))));
    rules.addAll(doors());
    return rules;
  }

  private static List<RuleWithFixtures> doors() {
    Set<String> ui =
        Set.of(
            "app",
            "app.fx",
            "app.desk",
            "app.control",
            "app.chart",
            "app.reading",
            "app.coordination",
            "app.explorer",
            "app.results");
    return List.of(
        door("DJL", Set.of("classifier"), "ai.djl"),
        door("pickle", Set.of("classifier"), "net.razorvine"),
        door("SQL", Set.of("store"), "java.sql", "javax.sql", "org.sqlite"),
        door("JavaFX", ui, "javafx", "atlantafx", "org.controlsfx", "org.kordamp"),
        door("picocli", Set.of("cli"), "picocli"),
        door("cryptography", Set.of("crypto"), "javax.crypto", "java.security"),
        door("OpenCV", Set.of("radiograph"), "org.bytedeco", "org.opencv"),
        door(
            "ImageIO",
            Set.of("radiograph"),
            "javax.imageio",
            "com.twelvemonkeys",
            "com.github.jaiimageio"),
        door("JFreeChart and Batik", Set.of("chart"), "org.jfree", "org.apache.batik"),
        door("fastexcel", Set.of("export"), "org.dhatim"),
        door("Spark", Set.of("cluster"), "org.apache.spark", "scala"));
  }

  private static RuleWithFixtures door(String library, Set<String> rooms, String... prefixes) {
    return new RuleWithFixtures(
        HouseRules.oneDoor(library, rooms, prefixes),
        List.of(Fixture.named("org.exemplar.study.Stranger").knowing(prefixes[0] + ".Thing")));
  }

  private static String firstForbidden(String room) {
    return House.rooms().stream()
        .filter(other -> !other.equals(room) && !House.allowed(room).contains(other))
        .findFirst()
        .orElseThrow();
  }
}
