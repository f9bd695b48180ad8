package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.Sha256;
import org.exemplar.crypto.Stretching;
import org.exemplar.problem.Problem;
import org.exemplar.store.StudyFile;
import org.exemplar.study.CaseCode;
import org.exemplar.study.PracticeReference;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Worklist;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeComparison;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyBuildTest {
  private static final String SALT = "00112233445566778899aabbccddeeff";
  private static final List<ReaderId> READERS = List.of(new ReaderId("R01"), new ReaderId("R02"));

  @TempDir Path folder;

  @Test
  void a_built_study_is_sealed_with_its_cases_readers_and_the_digest_of_its_key() {
    MadeStudy study = MadeStudy.of(folder, 4, 2);
    try (StudyFile file = StudyFile.openReadOnly(study.location().database())) {
      assertThat(file.cases(false)).hasSize(8).isSorted();
      assertThat(file.cases(true)).hasSize(1);
      assertThat(file.readers()).isEqualTo(READERS);
      assertThat(file.seal().orElseThrow().keyDigest())
          .isEqualTo(Sha256.ofFile(study.location().key()));
      assertThat(file.audit().stream().map(entry -> entry.action()))
          .containsExactly("sealed", "text_checked");
      assertThat(file.audit().getFirst().payload())
          .contains(Sha256.ofFile(study.location().key()).hex());
      assertThat(file.verify().intact()).isTrue();
    }
    assertThat(study.built().arms().values()).containsOnly(Arm.PIE, Arm.NON_PIE).hasSize(8);
    assertThat(study.built().checks().leakTest().passed()).isTrue();
    assertThat(study.built().toString()).doesNotContain("PIE");
  }

  @Test
  void the_same_seed_and_salt_build_the_same_study() {
    MadeComparison made = MadeComparison.of(folder, 60);
    Content one = content(made, 7, SALT, "one");
    assertThat(content(made, 7, SALT, "two")).isEqualTo(one);
    assertThat(content(made, 8, SALT, "three")).isNotEqualTo(one);
    assertThat(content(made, 7, SALT.replace('0', 'f'), "four").worklists())
        .isNotEqualTo(one.worklists());
  }

  @Test
  void repeats_and_practice_are_in_every_worklist() {
    MadeComparison made = MadeComparison.of(folder, 60);
    MadeStudy study = MadeStudy.of(made, made.protocol(6, 2, 3), folder.resolve("s"), 2);
    try (StudyFile file = StudyFile.openReadOnly(study.location().database())) {
      for (ReaderId reader : file.readers()) {
        Worklist worklist = file.worklist(reader);
        assertThat(worklist.practice()).hasSize(2);
        assertThat(worklist.cases().stream().filter(item -> item.repeat())).hasSize(3);
      }
    }
  }

  @Test
  void too_few_pies_is_one_sentence_and_nothing_is_written() throws Exception {
    MadeComparison made = MadeComparison.of(folder, 20);
    Path out = folder.resolve("study");
    assertThatThrownBy(() -> build(made, made.protocol(5, 1, 0), out))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("The comparison has 4 PIEs, but the protocol asks for 5");
    requireNothingWritten(out);
  }

  @Test
  void images_whose_size_tells_the_arm_are_refused_and_nothing_is_written() throws Exception {
    MadeComparison made = MadeComparison.of(folder, 40, i -> i % 5 == 0 ? 32 : 24);
    Path out = folder.resolve("study");
    assertThatThrownBy(() -> build(made, made.protocol(6, 0, 0), out))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("could tell the arms apart by width (AUC 1.00)");
    requireNothingWritten(out);
  }

  @Test
  void an_image_that_changed_since_the_comparison_stops_the_build() throws Exception {
    MadeComparison made = MadeComparison.of(folder, 20);
    for (String id : made.ids()) {
      Path file = made.images().resolve("hospital-north").resolve(id);
      Files.write(file, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
    }
    Path out = folder.resolve("study");
    assertThatThrownBy(() -> build(made, made.protocol(2, 0, 0), out))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is not the image that was compared");
    requireNothingWritten(out);
  }

  @Test
  void what_lies_at_the_place_of_the_study_is_not_touched() throws Exception {
    MadeComparison made = MadeComparison.of(folder, 20);
    Path out = Files.createDirectories(folder.resolve("study"));
    Files.writeString(out.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> build(made, made.protocol(2, 0, 0), out))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("exists already");
    assertThat(out.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void an_empty_folder_and_what_a_crash_left_are_no_hindrance() throws Exception {
    MadeComparison made = MadeComparison.of(folder, 20);
    Path out = Files.createDirectories(folder.resolve("study"));
    Path left = Files.createDirectories(folder.resolve(".study.building"));
    Files.writeString(left.resolve("study.db"), "half");
    assertThat(build(made, made.protocol(2, 0, 0), out).folder()).isDirectory();
    assertThat(left).doesNotExist();
  }

  @Test
  void cancelling_leaves_nothing_behind() throws Exception {
    MadeComparison made = MadeComparison.of(folder, 20);
    Path out = folder.resolve("study");
    Cancellation cancellation = new Cancellation();
    Progress stopsAtTheImages =
        (stage, done, total) -> {
          if (stage.startsWith("Making")) {
            cancellation.cancel();
          }
        };
    Path protocol = made.protocol(2, 0, 0);
    assertThatThrownBy(() ->
            builder()
                .build(
                    BuildOptions.of(sources(made, protocol), READERS, OptionalLong.of(1), out),
                    Passphrase.of("x"),
                    stopsAtTheImages,
                    cancellation))
        .isInstanceOf(CancellationException.class);
    requireNothingWritten(out);
  }

  @Test
  void two_readers_of_one_name_are_refused() {
    MadeComparison made = MadeComparison.of(folder, 20);
    assertThatThrownBy(() ->
            BuildOptions.of(
                sources(made, made.protocol(2, 0, 0)),
                List.of(READERS.getFirst(), READERS.getFirst()),
                OptionalLong.empty(),
                folder.resolve("study")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("same name");
  }

  @Test
  void practice_is_drawn_from_the_images_that_the_team_answered_and_shows_their_answers()
      throws Exception {
    MadeComparison made = MadeComparison.of(folder, 60);
    Path answers =
        Files.writeString(
            folder.resolve("answers.csv"),
            """
            image_id,question,answer,explanation
            %1$s,image_quality,4,"Sharp, but rotated."
            %1$s,label_disagreement,agree,
            """
                .formatted(made.ids().getLast()));
    Path out = folder.resolve("answered");
    BuiltStudy built = answered(made, answers, out);
    assertThat(built.warnings())
        .contains(
            "1 of 2 practice cases have no answers of the study team: readers get no feedback on"
                + " them.");
    try (StudyFile file = StudyFile.openReadOnly(out.resolve("study.db"))) {
      List<PracticeReference> references =
          file.cases(true).stream().map(code -> file.content(code).reference()).toList();
      assertThat(references)
          .filteredOn(reference -> !reference.answers().isEmpty())
          .singleElement()
          .satisfies(reference -> {
            assertThat(reference.to("image_quality").orElseThrow().answer().code()).hasValue(4);
            assertThat(reference.to("image_quality").orElseThrow().explanation())
                .isEqualTo("Sharp, but rotated.");
            assertThat(reference.to("label_disagreement").orElseThrow().answer().kind())
                .isEqualTo("agree");
          });
      assertThat(file.cases(false))
          .allSatisfy(code -> assertThat(file.content(code).reference().answers()).isEmpty());
    }
  }

  @Test
  void answers_that_cannot_be_meant_are_refused_with_their_line() throws Exception {
    MadeComparison made = MadeComparison.of(folder, 60);
    String id = made.ids().getFirst();
    assertRefused(made, id + ",image_quality,9,", "line 2: image_quality does not offer \"9\"");
    assertRefused(made, id + ",beauty,1,", "line 2: the protocol asks no question \"beauty\"");
    assertRefused(made, "nobody,image_quality,1,", "the comparison has no image \"nobody\"");
    assertThat(folder.resolve("refused")).doesNotExist();
  }

  private void assertRefused(MadeComparison made, String row, String why) throws Exception {
    Path answers =
        Files.writeString(
            folder.resolve("answers.csv"), "image_id,question,answer,explanation\n" + row + "\n");
    assertThatThrownBy(() -> answered(made, answers, folder.resolve("refused")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(why);
  }

  private static BuiltStudy answered(MadeComparison made, Path answers, Path out) {
    BuildOptions.Sources sources =
        new BuildOptions.Sources(
            made.comparison(), made.images(), made.protocol(4, 2, 0), Optional.of(answers));
    return builder()
        .build(
            BuildOptions.of(sources, READERS, OptionalLong.of(1), out),
            Passphrase.of("x"),
            Progress.NONE,
            new Cancellation());
  }

  private record Content(List<CaseCode> cases, List<Worklist> worklists, Map<CaseCode, Arm> arms) {}

  private Content content(MadeComparison made, long seed, String salt, String name) {
    Path out = folder.resolve(name);
    BuiltStudy built =
        builder()
            .build(
                new BuildOptions(
                    sources(made, made.protocol(4, 1, 1)),
                    READERS,
                    new BuildOptions.Chance(OptionalLong.of(seed), Optional.of(salt)),
                    TextHandling.KEEP,
                    out),
                Passphrase.of("x"),
                Progress.NONE,
                new Cancellation());
    try (StudyFile file = StudyFile.openReadOnly(out.resolve("study.db"))) {
      List<Worklist> worklists = new ArrayList<>();
      file.readers().forEach(reader -> worklists.add(file.worklist(reader)));
      return new Content(file.cases(false), worklists, built.arms());
    }
  }

  private static BuiltStudy build(MadeComparison made, Path protocol, Path out) {
    return builder()
        .build(
            BuildOptions.of(sources(made, protocol), READERS, OptionalLong.of(1), out),
            Passphrase.of("x"),
            Progress.NONE,
            new Cancellation());
  }

  private static StudyBuild builder() {
    return new StudyBuild(
        InstantSource.fixed(MadeStudy.SEALED_AT), MadeStudy.SOFTWARE, Stretching.NONE_FOR_TESTS);
  }

  private static BuildOptions.Sources sources(MadeComparison made, Path protocol) {
    return new BuildOptions.Sources(made.comparison(), made.images(), protocol);
  }

  private void requireNothingWritten(Path out) throws Exception {
    assertThat(out).doesNotExist();
    try (var beside = Files.list(folder)) {
      assertThat(beside.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.contains("building"));
    }
  }
}
