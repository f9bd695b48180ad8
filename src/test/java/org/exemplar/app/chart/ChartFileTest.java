package org.exemplar.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.app.control.figure.FigureMenu;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.chart.Mark;
import org.exemplar.chart.Palette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartFileTest {
  private static final DotRows DOTS =
      new DotRows(
          "Two numbers.",
          Scale.decimals(0, 1, "", 2),
          OptionalDouble.of(0.5),
          List.of(
              new DotRows.Row(
                  "R01",
                  OptionalDouble.of(0.62),
                  OptionalDouble.of(0.5),
                  OptionalDouble.of(0.74),
                  DotRows.Dot.PLAIN),
              DotRows.Row.of("R02", OptionalDouble.empty())));

  @TempDir Path folder;

  @Test
  void a_chart_is_saved_as_svg_png_and_pdf_and_says_that_it_is_simulated() throws IOException {
    for (FigureMenu.Kind kind : FigureMenu.Kind.values()) {
      ChartFile.write(DOTS, true, kind, folder.resolve("chart." + kind.ending()));
    }
    assertThat(Files.readString(folder.resolve("chart.svg")))
        .contains("Simulated ratings, not from radiologists")
        .contains("0.62");
    assertThat(Files.readAllBytes(folder.resolve("chart.png"))).startsWith(0x89, 'P', 'N', 'G');
    assertThat(
            new String(
                Files.readAllBytes(folder.resolve("chart.pdf")), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-");
  }

  @Test
  void every_row_is_a_point_that_says_name_value_and_interval() {
    assertThat(DOTS.paint(Palette.DARK, 500).spots().stream().map(Spot::words))
        .containsExactly("R01 0.62, 95 % 0.50–0.74", "R02 not defined");
    assertThat(DOTS.data().tabbed()).startsWith("name\tvalue\tlow\thigh\nR01\t0.62\t0.5\t0.74\n");
  }

  @Test
  void names_of_lines_are_pushed_apart_and_stay_inside() {
    List<Lines.Series> close =
        java.util.stream.IntStream.range(0, 6)
            .mapToObj(i ->
                new Lines.Series(
                    "L" + i, List.of(new Mark.Point(0, 0), new Mark.Point(10, 0.01 * i)), i == 0))
            .toList();
    Lines lines =
        new Lines(
            "Close.",
            Scale.decimals(0, 10, "", 0),
            Scale.percent(0, 1, ""),
            close,
            new Lines.Extras(Optional.empty(), List.of(), 200));
    double[] y =
        lines.paint(Palette.LIGHT, 600).drawing().marks().stream()
            .filter(m -> m instanceof Mark.Text t && t.words().startsWith("L"))
            .mapToDouble(m -> ((Mark.Text) m).y())
            .toArray();
    for (int i = 1; i < y.length; i++) {
      assertThat(y[i] - y[i - 1]).isGreaterThanOrEqualTo(15.99);
    }
    assertThat(y[y.length - 1]).isLessThan(200);
  }
}
