package org.exemplar.app.coordination.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.exemplar.blinding.BuildOptions;
import org.exemplar.blinding.BuiltStudy;
import org.exemplar.blinding.StudyBuild;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.Stretching;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Design;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.BurnedInNames;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignViewModelTest {
  @TempDir Path folder;

  private static List<String> blockers(DesignViewModel model) {
    return Readiness.of(model).blockers().stream().map(Readiness.Check::title).toList();
  }

  private static String detail(DesignViewModel model, String title) {
    return Readiness.of(model).checks().stream()
        .filter(check -> check.title().equals(title))
        .findFirst()
        .orElseThrow()
        .detail();
  }

  private DraftOfTest whole() {
    return new DraftOfTest(folder, 60).typed(folder.resolve("study"), 4).looked();
  }

  @Test
  void an_empty_draft_says_what_is_missing_and_where() {
    DesignViewModel model = new DraftOfTest(folder, 20).model;
    assertThat(blockers(model))
        .containsExactly(
            "No comparison is chosen", "No protocol is chosen", "The study has no place");
    assertThatThrownBy(model::options).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_is_ready_becomes_a_sealed_study_under_this_very_draw() {
    DraftOfTest whole = whole().rehearsed();
    assertThat(blockers(whole.model)).isEmpty();
    BuildOptions options = whole.model.options();
    BuiltStudy built = build(options, "key words of one person");
    assertThat(built.checks().leakTest())
        .isEqualTo(whole.model.rehearsal().value().orElseThrow().leakTest());
    assertThat(built.checks().balance())
        .isEqualTo(whole.model.preview().value().orElseThrow().balance().orElseThrow());
    try (StudyFile study = StudyFile.openReadOnly(built.folder().resolve("study.db"))) {
      assertThat(study.seal()).isPresent();
      assertThat(study.readers()).hasSize(3);
      assertThat(study.cases(false)).hasSize(8);
    }
  }

  @Test
  void a_protocol_error_blocks_with_its_line() {
    DraftOfTest whole = whole();
    whole.model.protocol(whole.model.protocol().text().replace("  block: 8", "  block: many"));
    assertThat(blockers(whole.model)).contains("The protocol has an error");
    assertThat(detail(whole.model, "The protocol has an error")).contains("line ", "order.block");
    assertThat(whole.model.protocol().line().orElseThrow()).isGreaterThan(40);
  }

  @Test
  void too_few_pies_are_said_with_how_many_there_are_and_what_to_change() {
    DraftOfTest whole = whole();
    whole.model.edit(protocol -> protocol.with("arms.PIE", 20));
    whole.looked();
    assertThat(blockers(whole.model)).contains("Too few PIEs");
    assertThat(detail(whole.model, "Too few PIEs"))
        .contains("has 12 PIEs", "asks for 20", "Below percentile 34");
    whole.model.edit(p -> p.with("arms.PIE", 4).with("arms.NON_PIE", 90));
    whole.looked();
    assertThat(blockers(whole.model)).contains("Too few controls");
  }

  @Test
  void an_imbalance_that_matching_leaves_blocks_until_it_is_taken_as_it_is() {
    DraftOfTest whole = whole();
    whole.model.edit(p ->
        p.with("sampling.match_on", List.of("number_of_findings", "findings"))
            .with("sampling.controls", "matched")
            .with("arms.PIE", 12)
            .with("arms.NON_PIE", 12));
    whole.looked();
    // Each draft draws a seed of its own: one that leaves an imbalance comes soon.
    for (int i = 0; i < 100 && !blockers(whole.model).contains("The arms are not balanced"); i++) {
      whole.model.drawAgain();
      whole.looked();
    }
    assertThat(blockers(whole.model)).contains("The arms are not balanced");
    assertThat(detail(whole.model, "The arms are not balanced")).contains("above 0.1");
    whole.model.acceptBalance();
    assertThat(blockers(whole.model)).doesNotContain("The arms are not balanced");
    assertThat(detail(whole.model, "The arms are not balanced, taken as they are"))
        .contains("The report says so");
    whole.model.drawAgain();
    whole.looked();
    assertThat(whole.model.balanceAccepted()).isFalse();
  }

  @Test
  void an_order_that_cannot_be_blocks() {
    DraftOfTest whole = whole();
    whole.model.edit(p -> p.with("repeats.cases", 8).with("repeats.minimum_gap", 500));
    whole.looked();
    assertThat(blockers(whole.model)).contains("No reading order keeps every rule");
  }

  @Test
  void a_container_fact_that_tells_the_arm_blocks() {
    DraftOfTest wide = new DraftOfTest(folder, 60);
    org.exemplar.testing.MadeComparison.of(folder.resolve("source"), 60, i -> i % 5 == 0 ? 32 : 24);
    wide.typed(folder.resolve("study"), 6).looked().rehearsed();
    assertThat(blockers(wide.model)).containsExactly("Width gives the arm away");
    assertThat(detail(wide.model, "Width gives the arm away")).contains("AUC 1.00");
  }

  @Test
  void text_in_pictures_blocks_until_each_region_is_cleared_or_masked() {
    DraftOfTest named = new DraftOfTest(folder, 60);
    BurnedInNames.into(named.made, i -> i % 2 == 0);
    named.typed(folder.resolve("study"), 4).looked();
    assertThat(blockers(named.model)).containsExactly("The pictures were not looked at yet");
    named.rehearsed();
    int regions = named.model.text().count();
    assertThat(regions).isPositive();
    assertThat(blockers(named.model)).singleElement().asString().contains("look");
    for (int i = 0; i < regions; i++) {
      named.model.decide(i, i == 0 ? TextDecisions.Verdict.CLEARED : TextDecisions.Verdict.MASKED);
    }
    assertThat(blockers(named.model)).isEmpty();
    BuiltStudy built = build(named.model.options(), "key words");
    assertThat(built.checks().text().regions()).isEqualTo(regions);
    assertThat(built.checks().text().masked()).isEqualTo(regions - 1);
  }

  @Test
  void a_change_after_the_pictures_were_looked_at_asks_to_look_again() {
    DraftOfTest whole = whole().rehearsed();
    Inputs before = whole.model.inputs().orElseThrow();
    whole.model.readersProperty().set("R01, R02");
    whole.looked();
    assertThat(blockers(whole.model)).containsExactly("The pictures were not looked at yet");
    whole.model.rehearsed(before, Found.problem("an old answer"));
    assertThat(whole.model.rehearsal().waiting()).isTrue();
  }

  @Test
  void passphrases_of_reading_files_warn_when_missing_and_block_when_they_differ() {
    DraftOfTest whole = whole().rehearsed();
    assertThat(Readiness.of(whole.model).warnings())
        .anyMatch(check -> check.title().startsWith("Reading files have no passphrase"));
    whole.model.filePassphraseProperty().set("one");
    whole.model.fileAgainProperty().set("other");
    assertThat(blockers(whole.model))
        .containsExactly("The two passphrases of the reading files differ");
    whole.model.readersProperty().set("R01, R01");
    assertThat(blockers(whole.model)).contains("No readers are named");
  }

  @Test
  void numbers_are_written_into_the_document_and_an_anchor_can_be_taken_back() {
    DraftOfTest whole = whole();
    whole.model.edit(p ->
        p.with("overlap.design", "anchor")
            .with("overlap.anchor_cases", 2)
            .with("overlap.readers_per_case", 1));
    whole.looked();
    assertThat(whole.model.protocol().read().orElseThrow().design().overlap())
        .isEqualTo(new Design.Overlap(Design.Overlap.Kind.ANCHOR, 2, 1));
    assertThat(whole.model.preview().value().orElseThrow().coverage().perReader())
        .allMatch(each -> each.cases() == 4);
    whole.model.edit(p ->
        p.without("overlap.anchor_cases")
            .without("overlap.readers_per_case")
            .with("overlap.design", "all"));
    assertThat(whole.model.protocol().read().orElseThrow().design().overlap())
        .isEqualTo(Design.Overlap.ALL);
  }

  @Test
  void a_draft_on_the_disk_names_no_image_no_arm_and_no_seed() throws IOException {
    DraftOfTest whole = whole().rehearsed();
    String seed = Long.toString(whole.model.options().chance().seed().orElseThrow());
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder.resolve("drafts"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    assertThat(all.toString()).contains("R01, R02, R03").doesNotContain(seed);
    assertThat(whole.made.ids()).noneMatch(id -> all.toString().contains(id));
    Draft again = whole.drafts.all().getFirst();
    DesignViewModel opened = new DesignViewModel(again, whole.drafts.protocol(again.id()));
    assertThat(opened.protocol()).isEqualTo(whole.model.protocol());
    assertThat(opened.inputs().orElseThrow().chance())
        .isNotEqualTo(whole.model.inputs().orElseThrow().chance());
    whole.drafts.remove(again.id());
    assertThat(whole.drafts.all()).isEmpty();
  }

  @Test
  void a_key_of_two_people_needs_two_different_passphrases_and_opens_for_neither_alone() {
    SealViewModel seal = new SealViewModel("reading words");
    assertThat(seal.missingProperty().get()).contains("Think of");
    seal.firstProperty().set("reading words");
    seal.firstAgainProperty().set("reading words");
    assertThat(seal.missingProperty().get()).isEmpty();
    assertThat(seal.warningProperty().get()).contains("every reader could open");
    seal.twoProperty().set(true);
    assertThat(seal.missingProperty().get()).contains("second person");
    seal.secondProperty().set("reading words");
    seal.secondAgainProperty().set("reading words");
    assertThat(seal.missingProperty().get()).contains("two different");
    seal.secondProperty().set("the words of another");
    assertThat(seal.missingProperty().get()).contains("second person differ");
    seal.secondAgainProperty().set("the words of another");
    try (Passphrase together = seal.take()) {
      assertThat(together.people()).isEqualTo(2);
    }
    assertThat(seal.firstProperty().get()).isEmpty();
  }

  private static BuiltStudy build(BuildOptions options, String words) {
    return new StudyBuild(
            InstantSource.fixed(MadeStudy.SEALED_AT), MadeStudy.SOFTWARE, Stretching.NONE_FOR_TESTS)
        .build(options, Passphrase.of(words), Progress.NONE, new Cancellation());
  }
}
