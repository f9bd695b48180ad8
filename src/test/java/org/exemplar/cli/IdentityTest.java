package org.exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exemplar.audit.AuditEntry;
import org.exemplar.store.StudyFile;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A computer where a coordinator and a statistician are set up. */
class IdentityTest {
  private static final String HERS = "four words of hers";
  private static final String HIS = "four words of his";

  @TempDir Path folder;
  private Shell shell = new Shell();

  @BeforeEach
  void set_people_up() {
    shell = new Shell().home(folder.resolve("home"));
    shell.passphrase(HERS);
    assertThat(shell.type("identity", "list").out()).contains("everybody may do everything");
    assertDone(shell.type("identity", "add", "M. Adeyemi", "--role", "coordinator"));
    shell.passphrase(HIS).set(IdentityOptions.VARIABLE, HERS);
    Shell.Said unsigned = shell.type("identity", "add", "S. Okoro", "--role", "statistician");
    assertThat(unsigned.exit()).isEqualTo(1);
    assertThat(unsigned.err()).contains("say who acts with --identity NAME").hasLineCount(1);
    assertDone(
        shell.type(
            "identity", "add", "S. Okoro", "--role", "statistician", "--identity", "M. Adeyemi"));
  }

  private static void assertDone(Shell.Said said) {
    assertThat(said.exit()).as(said.err()).isZero();
  }

  @Test
  void people_are_listed_with_their_roles_and_keys() {
    Shell.Said said = shell.type("identity", "list", "--json");
    assertThat(said.out()).contains("M. Adeyemi, coordinator", "S. Okoro, statistician");
    assertThat(said.json().get(1).path("role").asString()).isEqualTo("statistician");
    assertThat(said.json().get(1).path("key").asString()).hasSize(64);
  }

  @Test
  void each_act_is_that_of_the_person_who_may_and_the_trail_has_the_signature() throws Exception {
    MadeStudy made = MadeStudy.of(folder.resolve("made"), 2, 1);
    Path study = made.location().folder();
    shell.passphrase(MadeStudy.READING_WORDS);

    Shell.Said nobody = shell.type("study", "package", study);
    assertThat(nobody.exit()).isEqualTo(1);
    assertThat(nobody.err()).contains("only a coordinator may hand out reading files");
    Shell.Said his =
        shell
            .set(IdentityOptions.VARIABLE, HIS)
            .type("study", "package", study, "--identity", "S. Okoro");
    assertThat(his.exit()).isEqualTo(1);
    assertThat(his.err()).contains("S. Okoro is signed in as statistician");
    Path hers = Files.writeString(folder.resolve("hers.txt"), HERS + "\n");
    assertDone(
        shell.type(
            "study",
            "package",
            study,
            "--identity",
            "M. Adeyemi",
            "--identity-passphrase-file",
            hers));

    shell.passphrase(MadeStudy.KEY_WORDS);
    Shell.Said early = unblind(study, "M. Adeyemi", HERS);
    assertThat(early.exit()).isEqualTo(1);
    assertThat(early.err()).contains("only a statistician may unblind a study");
    assertDone(unblind(study, "S. Okoro", HIS));
    assertDone(shell.type("study", "verify", study));

    List<AuditEntry> trail = trail(study);
    assertThat(trail)
        .filteredOn(entry -> entry.action().equals("handed_out"))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.stamp().actor()).isEqualTo("coordinator M. Adeyemi");
          assertThat(entry.payload()).contains("\"by\":{\"key\":", "\"name\":\"M. Adeyemi\"");
        });
    assertThat(trail)
        .filteredOn(entry -> entry.action().equals("unblinded"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.stamp().actor()).isEqualTo("statistician S. Okoro"));
    assertThat(trail).anyMatch(entry -> entry.payload().contains("not a statistician"));
  }

  private Shell.Said unblind(Path study, String who, String passphrase) {
    return shell
        .set(IdentityOptions.VARIABLE, passphrase)
        .type(
            "study",
            "unblind",
            study,
            "--key",
            study.resolve("unblinding-key.json"),
            "--reason",
            "Reading is closed as planned.",
            "--identity",
            who);
  }

  private static List<AuditEntry> trail(Path study) {
    try (StudyFile file = StudyFile.openReadOnly(study.resolve("study.db"))) {
      return file.audit();
    }
  }
}
