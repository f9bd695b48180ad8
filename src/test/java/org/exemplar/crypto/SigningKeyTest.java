package org.exemplar.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
  /** RFC 8032, section 7.1, test 3. */
  @Test
  void signs_as_the_standard_says() {
    HexFormat hex = HexFormat.of();
    byte[] encoded =
        hex.parseHex(
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
    SigningKey key = SigningKey.decode(encoded);
    byte[] message = hex.parseHex("af82");

    assertThat(hex.formatHex(key.sign(message)))
        .isEqualTo(
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
    assertThat(key.encoded()).isEqualTo(encoded);
    assertThat(key.verifyingKey().verifies(message, key.sign(message))).isTrue();
    assertThat(key.verifyingKey().verifies(hex.parseHex("af83"), key.sign(message))).isFalse();
    assertThat(key.verifyingKey().verifies(message, new byte[3])).isFalse();
  }

  @Test
  void keys_survive_encoding_and_halves_must_match() {
    SigningKey key = SigningKey.fresh();
    assertThat(SigningKey.decode(key.encoded()).verifyingKey()).isEqualTo(key.verifyingKey());
    assertThat(VerifyingKey.decode(key.verifyingKey().encoded())).isEqualTo(key.verifyingKey());
    byte[] mixed = key.encoded();
    System.arraycopy(SigningKey.fresh().encoded(), 0, mixed, 0, 32);
    assertThatThrownBy(() -> SigningKey.decode(mixed)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SigningKey.decode(new byte[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
