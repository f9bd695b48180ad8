package org.exemplar.classifier.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PickleReaderTest {
  private static final PickleGlobals NONE_ALLOWED =
      new PickleGlobals() {
        @Override
        public Object find(String module, String name, int depth) {
          throw new Problem("refused " + module + "." + name + " at depth " + depth);
        }

        @Override
        public Object persistent(Object id) {
          return "stored " + id;
        }
      };

  private static Object read(byte[] bytes) throws IOException {
    return PickleReader.read(new ByteArrayInputStream(bytes), NONE_ALLOWED);
  }

  private static Object hex(String hex) throws IOException {
    return read(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  private static Object text(String latin1) throws IOException {
    return read(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** {@code pickle.dumps({'a': [1, 2.5, None, True], 'b': (b'x', -3)}, protocol)}, Python 3.11. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "8002 7d71 0028 5801 0000 0061 7101 5d71 0228 4b01 4740 0400 0000 0000 004e 8865 5801 0000"
            + " 0062 7103 4301 7871 044a fdff ffff 8671 0575 2e",
        "8004 952b 0000 0000 0000 007d 9428 8c01 6194 5d94 284b 0147 4004 0000 0000 0000 4e88 658c"
            + " 0162 9443 0178 944a fdff ffff 8694 752e"
      })
  void plain_values_of_every_protocol_are_read(String pickle) throws IOException {
    assertThat(hex(pickle)).isInstanceOf(Map.class);
    Map<?, ?> map = (Map<?, ?>) hex(pickle);
    assertThat(map.get("a")).isEqualTo(List.of(1L, 2.5, PickleNone.NONE, true));
    var tuple = (PickleTuple) map.get("b");
    assertThat(tuple.values().get(0)).isEqualTo(new byte[] {'x'});
    assertThat(tuple.values().get(1)).isEqualTo(-3L);
  }

  @Test
  void text_protocol_values_are_read() throws IOException {
    assertThat(text("(lp0\nI1\naI01\naF2.5\naL7L\naS'x'\na."))
        .isEqualTo(List.of(1L, true, 2.5, 7L, "x"));
  }

  @Test
  void long_integers_are_exact() throws IOException {
    assertThat(hex("8002 8a0a 6cfc 9c46 f920 6aa8 5019 2e"))
        .isEqualTo(new BigInteger("1950a86a20f9469cfc6c", 16));
    assertThat(hex("8002 8a01 ff2e")).isEqualTo(-1L);
  }

  @Test
  void sets_and_persistent_ids_are_read() throws IOException {
    assertThat(hex("8004 8f28 4b01 4b02 902e")).isEqualTo(java.util.Set.of(1L, 2L));
    assertThat(hex("8002 4b07 512e")).isEqualTo("stored 7");
  }

  @Test
  void a_name_that_is_not_allowed_is_refused_before_anything_is_called() {
    assertThatThrownBy(() -> text("cos\nsystem\n(S'true'\ntR."))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("os.system at depth 0");
    assertThatThrownBy(() -> hex("8002 7d58 0100 0000 6163 6f73 0a73 7973 7465 6d0a"))
        .hasMessageContaining("os.system at depth 2");
  }

  @Test
  void calling_a_value_is_refused() {
    assertThatThrownBy(() -> hex("8002 4b01 2952 2e")).isInstanceOf(PickleFormatException.class);
  }

  @Test
  void a_pickle_that_ends_too_early_is_refused() {
    assertThatThrownBy(() -> hex("8002 58ff 0000 0061")).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> hex("8002 58ff ffff 7f61")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> hex("8002")).isInstanceOf(EOFException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8002 2e", "8002 74 2e", "8002 6805 2e", "8002 7d4b 0173 2e", "8002 ff 2e"})
  void broken_pickles_are_refused(String pickle) {
    assertThatThrownBy(() -> hex(pickle)).isInstanceOf(PickleFormatException.class);
  }

  @Test
  void keys_whose_hash_could_run_in_circles_are_refused() {
    assertThatThrownBy(() -> hex("8002 7d5d 4b01 732e")).isInstanceOf(PickleFormatException.class);
  }
}
