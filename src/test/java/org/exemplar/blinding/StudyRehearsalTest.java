package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.crypto.Stretching;
import org.exemplar.radiograph.PixelRegion;
import org.exemplar.study.ReaderId;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.BurnedInNames;
import org.exemplar.testing.MadeComparison;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyRehearsalTest {
  private static final List<ReaderId> READERS = List.of(new ReaderId("R01"), new ReaderId("R02"));

  @TempDir Path folder;

  private final BuildOptions.Chance chance = BuildOptions.Chance.fresh(new SecureDraw());

  @Test
  void its_leak_test_is_the_one_of_the_seal() {
    MadeComparison made = MadeComparison.of(folder, 40);
    StudyRehearsal rehearsal = rehearse(made);
    assertThat(rehearsal.pictures()).isEqualTo(9);
    assertThat(rehearsal.found()).isEmpty();
    BuiltStudy built = build(made, TextHandling.KEEP);
    assertThat(rehearsal.leakTest()).isEqualTo(built.checks().leakTest());
  }

  @Test
  void every_region_that_it_finds_is_treated_in_the_build_as_a_person_decided() {
    MadeComparison made = MadeComparison.of(folder, 40);
    BurnedInNames.into(made, i -> i % 2 == 0);
    StudyRehearsal rehearsal = rehearse(made);
    assertThat(rehearsal.found()).isNotEmpty();
    Map<String, List<PixelRegion>> masks = new HashMap<>();
    rehearsal.found().forEach(found -> masks.put(found.imageId(), found.regions()));
    masks.put(rehearsal.found().getFirst().imageId(), List.of());
    BuiltStudy built = build(made, TextHandling.decided(masks));
    int regions = rehearsal.found().stream().mapToInt(found -> found.regions().size()).sum();
    assertThat(built.checks().text().regions()).isEqualTo(regions);
    assertThat(built.checks().text().masked())
        .isEqualTo(regions - rehearsal.found().getFirst().regions().size());
  }

  @Test
  void the_draw_is_never_printed() {
    assertThat(chance.toString())
        .isEqualTo("Chance[hidden]")
        .doesNotContain(Long.toString(chance.seed().orElseThrow()));
  }

  private StudyRehearsal rehearse(MadeComparison made) {
    return StudyRehearsal.of(sources(made), READERS, chance, Progress.NONE, new Cancellation());
  }

  private BuiltStudy build(MadeComparison made, TextHandling text) {
    return new StudyBuild(
            InstantSource.fixed(MadeStudy.SEALED_AT), MadeStudy.SOFTWARE, Stretching.NONE_FOR_TESTS)
        .build(
            new BuildOptions(sources(made), READERS, chance, text, folder.resolve("study")),
            Passphrase.of("x"),
            Progress.NONE,
            new Cancellation());
  }

  private static BuildOptions.Sources sources(MadeComparison made) {
    return new BuildOptions.Sources(made.comparison(), made.images(), made.protocol(4, 1, 0));
  }
}
