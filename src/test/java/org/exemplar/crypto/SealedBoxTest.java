package org.exemplar.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;

class SealedBoxTest {
  private static final byte[] PLAIN =
      "what only a passphrase opens".getBytes(StandardCharsets.UTF_8);
  private final SecureDraw draw = new SecureDraw();
  private final Passphrase right = Passphrase.of("correct horse");

  @Test
  void opens_with_the_right_passphrase_and_tells_a_wrong_one() {
    byte[] box = SealedBox.seal(PLAIN, right, Stretching.NONE_FOR_TESTS, draw);

    assertThat(SealedBox.open(box, right)).hasValueSatisfying(p -> assertThat(p).isEqualTo(PLAIN));
    assertThat(SealedBox.open(box, Passphrase.of("correct house"))).isEmpty();
    assertThat(new String(box, StandardCharsets.ISO_8859_1)).doesNotContain("passphrase");
  }

  @Test
  void a_change_to_any_byte_is_noticed() {
    byte[] box = SealedBox.seal(PLAIN, right, Stretching.NONE_FOR_TESTS, draw);
    for (int i = 0; i < box.length; i++) {
      byte[] changed = box.clone();
      changed[i] ^= 1;
      boolean noticed;
      try {
        // Rounds in the header may become millions; they are not worth waiting for here.
        noticed = (i >= 5 && i < 8) || SealedBox.open(changed, right).isEmpty();
      } catch (Problem e) {
        noticed = true;
      }
      assertThat(noticed).as("byte " + i).isTrue();
    }
  }

  @Test
  void a_damaged_box_is_not_called_a_wrong_passphrase() {
    byte[] box = SealedBox.seal(PLAIN, right, Stretching.NONE_FOR_TESTS, draw);
    box[box.length - 1] ^= 1;
    assertThatThrownBy(() -> SealedBox.open(box, right))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("The passphrase is right, but");
    assertThatThrownBy(() -> SealedBox.open(Arrays.copyOf(box, 20), right))
        .isInstanceOf(Problem.class);
    byte[] newer = SealedBox.seal(PLAIN, right, Stretching.NONE_FOR_TESTS, draw);
    newer[4] = 2;
    assertThatThrownBy(() -> SealedBox.open(newer, right)).hasMessageContaining("update it");
  }

  @Test
  void the_application_stretches_600000_times_and_says_so_in_the_box() {
    byte[] box = SealedBox.seal(PLAIN, right, draw);
    assertThat(SealedBox.stretching(box)).isEqualTo(new Stretching(600_000));
    assertThat(SealedBox.stretching(box).standard()).isTrue();
    assertThat(Stretching.NONE_FOR_TESTS.standard()).isFalse();
    assertThat(SealedBox.open(box, right)).isPresent();
  }

  /** PBKDF2-HMAC-SHA256 of RFC 7914, section 11: first 32 of 64 bytes. */
  @Test
  void stretching_is_pbkdf2_as_published() {
    byte[] salt = "salt".getBytes(StandardCharsets.UTF_8);
    assertThat(new Stretching(1).stretch(Passphrase.of("passwd"), salt))
        .isEqualTo(
            HexFormat.of()
                .parseHex("55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"));
  }

  @Test
  void a_wiped_passphrase_opens_nothing_and_never_prints_itself() {
    char[] typed = "secret".toCharArray();
    Passphrase passphrase = Passphrase.taking(typed);
    assertThat(typed).containsOnly('\0');
    assertThat(passphrase.toString()).doesNotContain("secret");
    assertThat(passphrase.sameAs(Passphrase.of("secret"))).isTrue();
    assertThat(passphrase.sameAs(Passphrase.of("secre"))).isFalse();
    passphrase.close();
    assertThatThrownBy(() -> SealedBox.seal(PLAIN, passphrase, Stretching.NONE_FOR_TESTS, draw))
        .isInstanceOf(IllegalStateException.class);
  }
}
