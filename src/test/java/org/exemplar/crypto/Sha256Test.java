package org.exemplar.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {
  /** FIPS 180-4 example: "abc". */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void bytes_text_stream_file_and_pieces_agree(@TempDir Path folder) throws IOException {
    byte[] abc = "abc".getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("abc"), abc);

    assertThat(Sha256.of(abc).hex()).isEqualTo(ABC);
    assertThat(Sha256.ofText("abc").hex()).isEqualTo(ABC);
    assertThat(Sha256.ofFile(file).hex()).isEqualTo(ABC);
    assertThat(Sha256.ofStream(new ByteArrayInputStream(abc)).hex()).isEqualTo(ABC);
    assertThat(Sha256.running().add(abc, 0, 1).add(abc, 1, 2).digest().hex()).isEqualTo(ABC);
    assertThat(Sha256.of(abc).checkCode()).isEqualTo("ba78 16bf 8f01 cfea");
    assertThat(Sha256.of(Sha256.of(abc).bytes())).isNotEqualTo(Sha256.of(abc));
  }

  @Test
  void refuses_what_is_no_digest_and_names_a_missing_file() {
    assertThatThrownBy(() -> new Sha256(ABC.substring(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sha256(ABC.replace('b', 'B')))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Sha256.parse(" " + ABC.toUpperCase(Locale.ROOT)).hex()).isEqualTo(ABC);
    assertThatThrownBy(() -> Sha256.ofFile(Path.of("none")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("none");
  }
}
