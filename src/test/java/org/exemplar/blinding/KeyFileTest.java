package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.SealedBox;
import org.exemplar.crypto.Sha256;
import org.exemplar.crypto.Stretching;
import org.exemplar.problem.Problem;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  @TempDir Path folder;

  @Test
  void the_box_holds_the_whole_key_and_the_file_says_nothing_of_it() throws Exception {
    Path file = folder.resolve(KeyFile.NAME);
    KeyFile written =
        KeyFile.write(file, key(), Passphrase.of("open sesame"), Stretching.NONE_FOR_TESTS);
    KeyFile read = KeyFile.read(file);
    assertThat(read.digest()).isEqualTo(written.digest()).isEqualTo(Sha256.ofFile(file));
    assertThat(read.studyId()).isEqualTo("study-1");
    byte[] plain = SealedBox.open(read.box(), Passphrase.of("open sesame")).orElseThrow();
    assertThat(KeyJson.read(new String(plain, StandardCharsets.UTF_8))).isEqualTo(key());
    assertThat(Files.readString(file)).doesNotContain("PIE", "film.png", "salt", "seed", "BBBB");
    assertThat(SealedBox.open(read.box(), Passphrase.of("open"))).isEmpty();
    assertThat(read.sharesPassphrase(Passphrase.of("open sesame"))).isTrue();
    assertThat(read.sharesPassphrase(Passphrase.of("open"))).isFalse();
  }

  @Test
  void a_key_of_two_people_is_opened_by_both_passphrases_in_their_order_only() {
    Passphrase one = Passphrase.of("one");
    Passphrase other = Passphrase.of("other");
    Path file = folder.resolve(KeyFile.NAME);
    KeyFile.write(file, key(), Passphrase.together(one, other), Stretching.NONE_FOR_TESTS);
    KeyFile read = KeyFile.read(file);

    assertThat(read.people()).isEqualTo(2);
    assertThat(SealedBox.open(read.box(), Passphrase.together(one, other))).isPresent();
    assertThat(SealedBox.open(read.box(), Passphrase.together(other, one))).isEmpty();
    assertThat(SealedBox.open(read.box(), one)).isEmpty();
    assertThat(SealedBox.open(read.box(), Passphrase.of("oneother"))).isEmpty();
    assertThatThrownBy(() -> read.requirePeople(one))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("give both passphrases");
    assertThatThrownBy(() -> Passphrase.together(one, Passphrase.of("one")))
        .hasMessageContaining("two different passphrases");
  }

  @Test
  void another_json_is_not_taken_for_a_key() throws Exception {
    Path file = folder.resolve("other.json");
    Files.writeString(file, "{\"format\":\"exemplar-results/1\"}");
    assertThatThrownBy(() -> KeyFile.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("other.json is not an unblinding key");
    Files.writeString(file, "not json");
    assertThatThrownBy(() -> KeyFile.read(file)).isInstanceOf(Problem.class);
  }

  @Test
  void sizes_leave_practice_apart() {
    assertThat(key().sizes()).containsEntry(Arm.PIE, 1L).containsEntry(Arm.NON_PIE, 0L);
  }

  private static UnblindingKey key() {
    Sha256 digest = Sha256.ofText("x");
    return new UnblindingKey(
        "study-1",
        new UnblindingKey.Chance(7, "00ff"),
        new UnblindingKey.Source(
            digest,
            digest,
            digest,
            new Design.Criterion(0.9, 5),
            Optional.of(new UnblindingKey.Origin(120, 118, 6, Map.of("it cannot be decoded", 2)))),
        List.of(
            keyCase("CCCC", true, Arm.NON_PIE, digest), keyCase("BBBB", false, Arm.PIE, digest)));
  }

  private static UnblindingKey.KeyCase keyCase(
      String drawn, boolean practice, Arm arm, Sha256 digest) {
    return new UnblindingKey.KeyCase(
        CaseCode.ofDrawn(drawn),
        arm,
        practice,
        0,
        new UnblindingKey.SourceImage("film.png", digest));
  }
}
