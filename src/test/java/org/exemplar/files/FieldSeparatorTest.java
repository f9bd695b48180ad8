package org.exemplar.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldSeparatorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,a,b | ,",
        "id;a;\"b, c, d, e\" | ;",
        "id;a;b, c | ;",
        "id | ,",
        "\"id;x\",a | ,"
      })
  void the_header_decides(String header, char separator) {
    assertThat(FieldSeparator.of(header + "\n1;2;3;4,5,6,7\n")).isEqualTo(separator);
  }

  @Test
  void tabs_are_known() {
    assertThat(FieldSeparator.of("id\ta\tb")).isEqualTo('\t');
  }
}
