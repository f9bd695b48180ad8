package org.exemplar.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.transitivelyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Set;
import java.util.function.Predicate;

/** The rules of the house as ArchUnit rules, each with the reason it exists. */
final class HouseRules {
  private static final String R = House.ROOT + ".";

  private HouseRules() {}

  static ArchRule roomUsesOnlyItsRow(String room) {
    Set<String> allowed = House.allowed(room);
    return classes()
        .that(liveIn(room))
        .should(
            new ArchCondition<>("use only " + allowed) {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                  JavaClass target = dependency.getTargetClass().getBaseComponentType();
                  if (!target.getPackageName().startsWith(House.ROOT)) {
                    continue;
                  }
                  String used = House.roomOf(target.getPackageName());
                  if (!used.equals(room) && !allowed.contains(used)) {
                    events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                  }
                }
              }
            })
        .as("room " + room + " uses only " + allowed)
        .because("the table in docs/house.md says so")
        .allowEmptyShould(House.ofProfiles().contains(room));
  }

  static ArchRule noCycles() {
    return SlicesRuleDefinition.slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                String room = House.roomOf(javaClass.getPackageName());
                return room.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(room);
              }

              @Override
              public String getDescription() {
                return "rooms";
              }
            })
        .should()
        .beFreeOfCycles()
        .because("a knot of rooms can neither be read nor changed one at a time");
  }

  static ArchRule readingRoomIsBlind() {
    return noClasses()
        .that(liveIn("app.reading"))
        .should(
            transitivelyDependOnClassesThat(
                inRooms("pie", "classifier", "blinding", "analysis", "export")))
        .as("app.reading reaches nothing that knows an arm, not even through helpers")
        .because("a reader's screen must not be able to show an arm");
  }

  static ArchRule storeDoesNotKnowBlinding() {
    return noClasses()
        .that(liveIn("store"))
        .should(transitivelyDependOnClassesThat(inRooms("blinding")))
        .as("store does not know blinding")
        .because("the study file holds no arm");
  }

  /** Only the named rooms may touch classes whose package starts with one of the prefixes. */
  static ArchRule oneDoor(String library, Set<String> rooms, String... prefixes) {
    return noClasses()
        .that(
            DescribedPredicate.describe(
                "live outside " + rooms, c -> !rooms.contains(House.roomOf(c.getPackageName()))))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are of " + library,
                c -> {
                  for (String prefix : prefixes) {
                    if (c.getPackageName().equals(prefix)
                        || c.getPackageName().startsWith(prefix + ".")) {
                      return true;
                    }
                  }
                  return false;
                }))
        .as(library + " has one door: " + rooms)
        .because("a library that can be met anywhere can never be replaced");
  }

  /** The box inside a key file and the reader of its content are for {@code analysis} only. */
  static ArchRule onlyAnalysisOpensTheKey() {
    return noClasses()
        .that(
            DescribedPredicate.describe(
                "live outside analysis and are not the key's own classes",
                c ->
                    !House.roomOf(c.getPackageName()).equals("analysis")
                        && !c.getName().startsWith(R + "blinding.Key")))
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "opens the unblinding key",
                call ->
                    (call.getTargetOwner().getName().equals(R + "blinding.KeyFile")
                            && call.getName().equals("box"))
                        || (call.getTargetOwner().getName().equals(R + "blinding.KeyJson")
                            && call.getName().equals("read"))))
        .as("only analysis opens the unblinding key")
        .because("unblinding has one door");
  }

  static ArchRule onlyTheMainOfClusterSeesTheCommandLine() {
    return noClasses()
        .that(
            DescribedPredicate.describe(
                "are of cluster and not its main",
                c ->
                    House.roomOf(c.getPackageName()).equals("cluster")
                        && !c.getName().equals(R + "cluster.CompareOnSpark")))
        .should()
        .dependOnClassesThat(inRooms("cli"))
        .as("of cluster only CompareOnSpark sees the command line")
        .because("what runs on executors has no terminal")
        .allowEmptyShould(true);
  }

  static ArchRule viewModelsDoNotSeeTheScene() {
    return noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx.scene..")
        .because("a screen's behaviour is tested without a screen");
  }

  static ArchRule timeAndChanceAreArguments() {
    Predicate<JavaCodeUnitAccess<?>> forbidden =
        access -> {
          AccessTarget.CodeUnitAccessTarget target = access.getTarget();
          String owner = target.getOwner().getName();
          String name = target.getName();
          boolean noArguments = target.getRawParameterTypes().isEmpty();
          return switch (owner) {
            case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
            case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
            case "java.time.Instant",
                "java.time.LocalDate",
                "java.time.LocalDateTime",
                "java.time.ZonedDateTime",
                "java.time.OffsetDateTime" ->
                name.equals("now") && noArguments;
            case "java.time.Clock", "java.time.InstantSource" -> name.startsWith("system");
            case "java.util.Random", "java.util.SplittableRandom" ->
                name.equals("<init>") && noArguments;
            case "java.util.concurrent.ThreadLocalRandom" -> name.equals("current");
            case "java.util.UUID" -> name.equals("randomUUID");
            case R + "sitting.SittingClock" -> name.equals("system");
            default -> false;
          };
        };
    return classes()
        .that(DescribedPredicate.describe("are no composition root", c -> !isCompositionRoot(c)))
        .should(
            new ArchCondition<>("take time and chance as arguments") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                item.getAccessesFromSelf().stream()
                    .filter(JavaCodeUnitAccess.class::isInstance)
                    .map(a -> (JavaCodeUnitAccess<?>) a)
                    .filter(forbidden)
                    .forEach(
                        a -> events.add(SimpleConditionEvent.violated(item, a.getDescription())));
              }
            })
        .because(
            "a study must come out the same on every machine, and a test must be able to set the clock");
  }

  /**
   * Where clocks are made and handed down: the command line, the window's root, {@code Main}; and
   * the factory of a sitting's two clocks, which only these may call.
   */
  private static boolean isCompositionRoot(JavaClass c) {
    String room = House.roomOf(c.getPackageName());
    return room.equals("cli")
        || room.equals("app")
        || c.getPackageName().equals(House.ROOT)
        || c.getName().equals(R + "sitting.SittingClock");
  }

  static ArchRule noMutableStatics() {
    return noFields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
        .should()
        .notBeFinal()
        .because("shared mutable state makes every test depend on every other");
  }

  static ArchRule everyPackageHasADoorplate() {
    return classes()
        .that()
        .resideInAPackage(House.ROOT + "..")
        .should(
            new ArchCondition<>("live behind a doorplate (@NullMarked package-info)") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                boolean marked =
                    item.getPackage()
                        .tryGetAnnotationOfType("org.jspecify.annotations.NullMarked")
                        .isPresent();
                if (!marked) {
                  events.add(
                      SimpleConditionEvent.violated(
                          item, item.getPackageName() + " has no @NullMarked package-info"));
                }
              }
            })
        .because(
            "a package comment is where a newcomer starts, and nullness is part of every signature");
  }

  static DescribedPredicate<JavaClass> liveIn(String room) {
    return DescribedPredicate.describe(
        "live in room " + room, c -> House.roomOf(c.getPackageName()).equals(room));
  }

  private static DescribedPredicate<JavaClass> inRooms(String... rooms) {
    Set<String> wanted = Set.of(rooms);
    return DescribedPredicate.describe(
        "live in " + wanted, c -> wanted.contains(House.roomOf(c.getPackageName())));
  }
}
