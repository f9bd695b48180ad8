package org.exemplar.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.StoredPixels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** High-throughput JPEG 2000: a codestream of 12-bit values that OpenJPH wrote without loss. */
class HighThroughputTest {
  private static final int ROWS = 48;
  private static final int COLUMNS = 64;
  private static final Path FILE = Path.of("film.dcm");

  private static byte[] codestream() throws IOException {
    try (InputStream in = HighThroughputTest.class.getResourceAsStream("/dicom/htj2k_ramp.j2c")) {
      return in.readAllBytes();
    }
  }

  private static byte[] film(TransferSyntax syntax, byte[] codestream) {
    return TestDicom.row("MONOCHROME2", 12, false, 0)
        .words(Tag.ROWS, ROWS)
        .words(Tag.COLUMNS, COLUMNS)
        .fragments(codestream)
        .file(syntax);
  }

  @ParameterizedTest
  @EnumSource(names = {"HTJ2K_LOSSLESS", "HTJ2K_LOSSLESS_RPCL", "HTJ2K"})
  void decodes_to_the_values_that_were_encoded(TransferSyntax syntax) throws IOException {
    StoredPixels pixels = new DicomReader().read(FILE, film(syntax, codestream())).pixels();

    for (int y = 0; y < ROWS; y++) {
      for (int x = 0; x < COLUMNS; x++) {
        assertThat(pixels.value(y, x)).isEqualTo((37 * x + 91 * y + x * y) % 4096);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTJ2K_LOSSLESS", "HTJ2K"})
  void a_codestream_that_was_cut_short_is_refused_and_never_completed(TransferSyntax syntax)
      throws IOException {
    byte[] whole = codestream();
    for (int length = whole.length - 2; length > 16; length -= 97) {
      byte[] file = film(syntax, Arrays.copyOf(whole, length & ~1));
      assertThatThrownBy(() -> new DicomReader().read(FILE, file))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("film.dcm")
          .message()
          .doesNotContain("\n");
    }
  }
}
