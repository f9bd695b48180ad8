package org.exemplar.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ContentKeyTest {
  private final SecureDraw draw = new SecureDraw();

  @Test
  void pieces_open_only_under_their_name_and_key() {
    ContentKey key = ContentKey.fresh(draw);
    byte[] piece = key.encrypt(new byte[] {1, 2, 3}, "image/1", draw);

    assertThat(piece).hasSize(3 + ContentKey.OVERHEAD);
    assertThat(key.decrypt(piece, "image/1").orElseThrow()).containsExactly(1, 2, 3);
    assertThat(key.decrypt(piece, "image/2")).isEmpty();
    assertThat(ContentKey.fresh(draw).decrypt(piece, "image/1")).isEmpty();
    assertThat(key.decrypt(Arrays.copyOf(piece, 5), "image/1")).isEmpty();
  }

  @Test
  void travels_in_a_box() {
    ContentKey key = ContentKey.fresh(draw);
    Passphrase passphrase = Passphrase.of("p");
    byte[] box = key.wrap(passphrase, Stretching.NONE_FOR_TESTS, draw);
    byte[] piece = key.encrypt(new byte[] {7}, "n", draw);

    assertThat(ContentKey.unwrap(box, passphrase).orElseThrow().decrypt(piece, "n")).isPresent();
    assertThat(ContentKey.unwrap(box, Passphrase.of("q"))).isEmpty();
    assertThatThrownBy(() -> ContentKey.of(new byte[5]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
