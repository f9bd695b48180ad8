package org.exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.exemplar.testing.MadeComparison;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that two people keep, from the seal to the results. */
class TwoPeopleTest {
  @TempDir Path folder;

  private final Shell shell = new Shell();
  private Path study = Path.of("");
  private Path second = Path.of("");

  @BeforeEach
  void build_for_two_people() throws Exception {
    MadeComparison comparison = MadeComparison.of(folder, 60);
    study = folder.resolve("study");
    second = Files.writeString(folder.resolve("second.txt"), "what the other knows\n");
    Shell.Said said = build(comparison, "what one knows");
    assertThat(said.exit()).as(said.err()).isZero();
  }

  @Test
  void neither_opens_the_key_alone_and_both_do_together() throws Exception {
    Shell.Said alone = unblind(null);
    assertThat(alone.exit()).isEqualTo(2);
    assertThat(alone.err())
        .contains("Second passphrase of the unblinding key is needed", "--second-passphrase-file")
        .hasLineCount(1);

    Path wrong = Files.writeString(folder.resolve("wrong.txt"), "guess");
    Shell.Said guessed = unblind(wrong);
    assertThat(guessed.exit()).isEqualTo(1);
    assertThat(guessed.err()).contains("two passphrases together do not open").hasLineCount(1);

    assertThat(unblind(second).exit()).isZero();
    Shell.Said exported =
        shell.type(
            "export",
            study,
            "--format",
            "csv",
            "--out",
            folder.resolve("ratings.csv"),
            "--key",
            study.resolve("unblinding-key.json"),
            "--second-passphrase-file",
            second);
    assertThat(exported.exit()).as(exported.err()).isZero();
  }

  @Test
  void two_people_with_one_passphrase_are_refused() throws Exception {
    MadeComparison comparison = MadeComparison.of(folder.resolve("again"), 60);
    study = folder.resolve("refused");
    Shell.Said said = build(comparison, "what the other knows");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("two different passphrases").hasLineCount(1);
    assertThat(study).doesNotExist();
  }

  private Shell.Said build(MadeComparison comparison, String first) {
    return shell
        .passphrase(first)
        .type(
            "study",
            "build",
            "--comparison",
            comparison.comparison(),
            "--images",
            comparison.images(),
            "--protocol",
            comparison.protocol(2, 1, 0),
            "--readers",
            "R01",
            "--two-people",
            "--second-passphrase-file",
            second,
            "--out",
            study);
  }

  private Shell.Said unblind(@Nullable Path other) {
    Path key = study.resolve("unblinding-key.json");
    return other == null
        ? shell.type("study", "unblind", study, "--key", key, "--reason", "all are back")
        : shell.type(
            "study",
            "unblind",
            study,
            "--key",
            key,
            "--reason",
            "all are back",
            "--second-passphrase-file",
            other);
  }
}
