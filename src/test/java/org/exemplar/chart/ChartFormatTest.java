package org.exemplar.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.InflaterInputStream;
import org.exemplar.problem.Problem;
import org.exemplar.stats.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartFormatTest {
  @TempDir Path folder;

  private static Chart chart() {
    ForestPlot.Estimates estimates =
        new ForestPlot.Estimates(
            List.of(
                new ForestPlot.Row(
                    "R01", OptionalDouble.of(2 / 3.0), Optional.of(new Interval(0.5, 0.83))),
                new ForestPlot.Row("R02, left", OptionalDouble.empty(), Optional.empty())),
            Optional.of(
                new ForestPlot.Row(
                    "Overall \u03b1 \u2264 \u2212", OptionalDouble.of(0.6), Optional.empty())),
            0.5);
    return new Chart(
        new ForestPlot(Palette.LIGHT).draw(estimates, 300), ForestPlot.data(estimates));
  }

  private Path saved(String name) {
    Path file = folder.resolve(name);
    ChartFormat.of(file).write(chart(), file);
    return file;
  }

  @Test
  void png_has_the_size_of_the_drawing_at_300_to_the_inch_and_ink_on_white() throws IOException {
    byte[] bytes = Files.readAllBytes(saved("forest.PNG"));
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      assertThat(in.readLong()).isEqualTo(0x89504E470D0A1A0AL);
      assertThat(in.readInt()).isEqualTo(13);
      in.skipBytes(4);
      int width = in.readInt();
      int height = in.readInt();
      assertThat(width).isEqualTo((int) Math.ceil(300 * 300.0 / 96));
      in.skipBytes(5 + 4 + 4 + 4 + 9 + 4);
      byte[] data = new byte[in.readInt()];
      in.skipBytes(4);
      in.readFully(data);
      byte[] rows = new InflaterInputStream(new ByteArrayInputStream(data)).readAllBytes();
      assertThat(rows).hasSize(height * (1 + 3 * width));
      assertThat(rows[1]).isEqualTo((byte) 255);
      int dark = 0;
      for (int at = 0; at < rows.length; at++) {
        dark += at % (1 + 3 * width) != 0 && (rows[at] & 255) < 80 ? 1 : 0;
      }
      assertThat(dark).isBetween(2000, rows.length / 10);
    }
  }

  @Test
  void pdf_says_where_its_objects_lie_and_how_long_its_content_is() throws IOException {
    String pdf = Files.readString(saved("forest.pdf"), StandardCharsets.ISO_8859_1);
    assertThat(pdf).startsWith("%PDF-1.4\n").endsWith("%%EOF\n").contains("/MediaBox [0 0 225 ");
    int table = Integer.parseInt(pdf.replaceFirst("(?s).*startxref\n(\\d+)\n.*", "$1"));
    String[] lines = pdf.substring(table).split("\n");
    assertThat(lines[0]).isEqualTo("xref");
    for (int object = 1; object <= 5; object++) {
      int place = Integer.parseInt(lines[2 + object].substring(0, 10));
      assertThat(pdf.substring(place)).startsWith(object + " 0 obj");
    }
    int length = Integer.parseInt(pdf.replaceFirst("(?s).*/Length (\\d+) .*", "$1"));
    int start = pdf.indexOf("stream\n") + 7;
    assertThat(pdf.substring(start + length)).startsWith("\nendstream");
    assertThat(pdf.substring(start, start + length))
        .contains(" c\n", "S\n", "f\n")
        .doesNotContain("NaN");
  }

  @Test
  void svg_and_csv_hold_shapes_and_numbers() throws IOException {
    assertThat(Files.readString(saved("forest.svg"))).startsWith("<?xml").contains(">R02, left<");
    assertThat(Files.readAllLines(saved("forest.csv")))
        .containsExactly(
            "reader,estimate,ci_low,ci_high",
            "R01,0.6666666667,0.5,0.83",
            "\"R02, left\",,,",
            "Overall \u03b1 \u2264 \u2212,0.6,,");
  }

  @Test
  void a_name_without_a_format_is_refused() {
    assertThatThrownBy(() -> ChartFormat.of(Path.of("forest.gif")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(".svg, .png, .pdf or .csv");
  }
}
