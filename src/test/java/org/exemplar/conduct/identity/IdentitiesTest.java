package org.exemplar.conduct.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.exemplar.audit.Signer;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.Stretching;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentitiesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Passphrase RIGHT = Passphrase.of("four words of hers");
  private static final Passphrase WRONG = Passphrase.of("four words of his");

  @TempDir Path folder;

  private Identities identities() {
    return new Identities(folder.resolve("identities.json"), Stretching.NONE_FOR_TESTS);
  }

  private Signer coordinator() {
    var _ = identities().add("M. Adeyemi", Role.COORDINATOR, RIGHT, Optional.empty());
    return identities().signIn("M. Adeyemi", RIGHT, NOW);
  }

  @Test
  void a_person_signs_in_with_the_passphrase_and_signs_with_the_same_key_each_time() {
    assertThat(identities().none()).isTrue();
    Signer first = coordinator();
    Signer again = identities().signIn("m. adeyemi", RIGHT, NOW);
    assertThat(again.name()).isEqualTo("M. Adeyemi");
    assertThat(again.key().verifyingKey()).isEqualTo(first.key().verifyingKey());
    assertThat(identities().all().getFirst().key()).isEqualTo(first.key().verifyingKey());
    assertThat(Stamp.of(first, NOW).actor()).isEqualTo("coordinator M. Adeyemi");
  }

  @Test
  void only_a_coordinator_who_signed_in_adds_others() {
    assertThatThrownBy(
            () -> identities().add("S. Okoro", Role.STATISTICIAN, RIGHT, Optional.empty()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("first person is a coordinator");
    Signer coordinator = coordinator();
    assertThatThrownBy(
            () -> identities().add("S. Okoro", Role.STATISTICIAN, RIGHT, Optional.empty()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Only a coordinator who signed in may add people");
    var _ = identities().add("S. Okoro", Role.STATISTICIAN, WRONG, Optional.of(coordinator));
    Signer statistician = identities().signIn("S. Okoro", WRONG, NOW);
    assertThatThrownBy(
            () -> identities().add("Third", Role.COORDINATOR, RIGHT, Optional.of(statistician)))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(
            () -> identities().add("s. okoro ", Role.COORDINATOR, RIGHT, Optional.of(coordinator)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("on this computer already");
    assertThat(identities().all()).hasSize(2);
  }

  @Test
  void each_role_may_do_its_own_and_not_the_others() {
    Signer coordinator = coordinator();
    var _ = identities().add("S. Okoro", Role.STATISTICIAN, WRONG, Optional.of(coordinator));
    Signer statistician = identities().signIn("S. Okoro", WRONG, NOW);
    for (Deed deed : Deed.values()) {
      Signer may = deed.role() == Role.COORDINATOR ? coordinator : statistician;
      Signer mayNot = deed.role() == Role.COORDINATOR ? statistician : coordinator;
      deed.require(Stamp.of(may, NOW));
      deed.require(new Stamp("anybody", NOW));
      assertThatThrownBy(() -> deed.require(Stamp.of(mayNot, NOW)))
          .isInstanceOf(Problem.class)
          .hasMessageContainingAll(
              mayNot.name(), "only a " + deed.role().word() + " may " + deed.words());
    }
  }

  @Test
  void after_five_wrong_passphrases_waiting_grows_and_a_new_start_does_not_shorten_it() {
    var _ = coordinator();
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> identities().signIn("M. Adeyemi", WRONG, NOW))
          .hasMessageContaining("is wrong");
    }
    assertThatThrownBy(() -> identities().signIn("M. Adeyemi", RIGHT, NOW.plusSeconds(29)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("5 wrong passphrases in a row: wait 2 s");
    Instant later = NOW.plusSeconds(31);
    assertThatThrownBy(() -> identities().signIn("M. Adeyemi", WRONG, later))
        .hasMessageContaining("is wrong");
    assertThatThrownBy(() -> identities().signIn("M. Adeyemi", RIGHT, later.plusSeconds(59)))
        .hasMessageContaining("6 wrong passphrases in a row");
    assertThat(identities().signIn("M. Adeyemi", RIGHT, later.plusSeconds(60)).name())
        .isEqualTo("M. Adeyemi");
    // The count starts again after the right one.
    assertThatThrownBy(() -> identities().signIn("M. Adeyemi", WRONG, later.plusSeconds(61)))
        .hasMessageContaining("is wrong");
    assertThat(identities().signIn("M. Adeyemi", RIGHT, later.plusSeconds(61))).isNotNull();
    assertThat(Patience.after(4)).isZero();
    assertThat(Patience.after(7)).isEqualTo(Duration.ofSeconds(120));
    assertThat(Patience.after(100)).isEqualTo(Patience.after(15));
  }

  @Test
  void a_passphrase_is_changed_and_the_key_stays() {
    Signer before = coordinator();
    assertThatThrownBy(() -> identities().change("M. Adeyemi", RIGHT, Passphrase.of("short"), NOW))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("8 characters");
    identities().change("M. Adeyemi", RIGHT, WRONG, NOW);
    assertThatThrownBy(() -> identities().signIn("M. Adeyemi", RIGHT, NOW))
        .hasMessageContaining("is wrong");
    assertThat(identities().signIn("M. Adeyemi", WRONG, NOW).key().verifyingKey())
        .isEqualTo(before.key().verifyingKey());
  }

  @Test
  void the_file_holds_no_passphrase_and_a_damaged_one_is_refused() throws IOException {
    Signer signer = coordinator();
    Path file = folder.resolve("identities.json");
    byte[] secret = signer.key().encoded();
    assertThat(Files.readString(file))
        .contains("M. Adeyemi", signer.key().verifyingKey().hex())
        .doesNotContain("four words", java.util.Base64.getEncoder().encodeToString(secret));
    Files.writeString(file, Files.readString(file).substring(0, 60));
    assertThatThrownBy(() -> identities().all())
        .isInstanceOf(Problem.class)
        .hasMessageContaining("identities.json is damaged");
  }
}
