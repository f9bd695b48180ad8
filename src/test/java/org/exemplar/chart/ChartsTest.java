package org.exemplar.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.exemplar.stats.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ChartsTest {
  @TempDir Path folder;

  private static Document parsed(Drawing drawing) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(SvgWriter.svg(drawing).getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Drawing drawing) {
    return drawing.marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).words())
        .toList();
  }

  private static List<Mark.Box> boxes(Drawing drawing) {
    return drawing.marks().stream()
        .filter(Mark.Box.class::isInstance)
        .map(Mark.Box.class::cast)
        .toList();
  }

  @Test
  void bars_diverge_from_the_middle_and_carry_per_cent() throws Exception {
    var ratings =
        new DivergingBars.Ratings(
            "better",
            "worse",
            List.of(
                new DivergingBars.Bar("PIE", true, List.of(10, 20, 40, 20, 10)),
                new DivergingBars.Bar("non-PIE", false, List.of(100, 0, 0, 0, 0))));
    Drawing drawing = new DivergingBars(Palette.LIGHT).draw(ratings, 1, 464);
    assertThat(texts(drawing)).contains("PIE", "non-PIE", "10", "20", "40", "100");
    assertThat(texts(drawing)).contains("\u2190 better", "worse \u2192");
    List<Mark.Box> bars = boxes(drawing);
    assertThat(bars).hasSize(6);
    Mark.Rectangle middle = bars.get(2).place();
    double axis = 64 + 200;
    assertThat(middle.x() + (middle.width() + 1) / 2).isCloseTo(axis, within(1e-9));
    Mark.Rectangle left = bars.get(5).place();
    assertThat(left.x() + left.width() + 1).isCloseTo(axis, within(1e-9));
    assertThat(parsed(drawing).getElementsByTagName("rect").getLength()).isEqualTo(6);
    assertThat(drawing.description()).contains("50 per cent");
  }

  @Test
  void an_arm_without_ratings_says_so() {
    var ratings =
        new DivergingBars.Ratings(
            "a", "b", List.of(new DivergingBars.Bar("PIE", true, List.of(0, 0))));
    assertThat(texts(new DivergingBars(Palette.DARK).draw(ratings, 1, 300))).contains("no ratings");
    assertThat(DivergingBars.reach(List.of(ratings))).isEqualTo(0.5);
  }

  @Test
  void a_forest_has_a_row_per_reader_and_a_diamond() throws Exception {
    var rows =
        List.of(
            new ForestPlot.Row(
                "R01", OptionalDouble.of(0.68), Optional.of(new Interval(0.54, 0.83))),
            new ForestPlot.Row("R02", OptionalDouble.empty(), Optional.empty()));
    var overall =
        new ForestPlot.Row("Overall", OptionalDouble.of(0.6), Optional.of(new Interval(-0.2, 1.3)));
    Drawing drawing =
        new ForestPlot(Palette.LIGHT)
            .draw(new ForestPlot.Estimates(rows, Optional.of(overall), 0.5), 400);
    assertThat(texts(drawing)).contains("R01", "0.68", "0.54 to 0.83", "R02", "\u2013");
    assertThat(texts(drawing)).contains("Overall", "\u22120.20 to 1.30");
    assertThat(boxes(drawing)).hasSize(1);
    assertThat(parsed(drawing).getElementsByTagName("polygon").getLength()).isEqualTo(1);
    for (Mark mark : drawing.marks()) {
      if (mark instanceof Mark.Path path) {
        assertThat(path.points()).allMatch(point -> point.x() >= 0 && point.x() <= 400);
      }
    }
  }

  @Test
  void curves_highlight_at_most_four_and_break_where_undefined() throws Exception {
    var curve =
        new ForgettingCurves.Curve(
            "Hernia",
            List.of(-.1, Double.NaN, -.8, -.9),
            List.of(-.2, Double.NaN, -.9, -1.),
            List.of(.1, Double.NaN, -.5, -.7));
    var other =
        new ForgettingCurves.Curve(
            "Mass & \"more\"",
            List.of(0., 0., -.1, -.5),
            List.of(0., 0., -.1, -.5),
            List.of(0., 0., -.1, -.5));
    var curves =
        new ForgettingCurves.Curves(
            List.of(.25, .5, .75, .95), List.of(curve, other), List.of("Hernia"));
    Drawing drawing = new ForgettingCurves(Palette.DARK).draw(curves, 700, 380);
    assertThat(texts(drawing)).contains("Hernia", "1 other", "20 % drop", "\u2212100 %");
    Document svg = parsed(drawing);
    assertThat(svg.getElementsByTagName("polygon").getLength()).isEqualTo(1);
    assertThat(drawing.description()).contains("Hernia \u221290 per cent");
  }

  @Test
  void no_point_of_a_scatter_plot_lies_on_the_frame_and_names_do_not_cover_each_other() {
    var points = new java.util.ArrayList<ScatterPlot.Point>();
    for (int i = 0; i < 12; i++) {
      points.add(
          new ScatterPlot.Point(
              10 + i % 4, -.8 - .01 * (i / 4), "Finding " + i, ScatterPlot.Tone.PLAIN));
    }
    var plot =
        new ScatterPlot.Plot(
            points,
            new ScatterPlot.Axis("images", ScatterPlot.Numbers.LOGARITHMIC),
            new ScatterPlot.Axis("change", ScatterPlot.Numbers.PERCENT),
            true);
    assertThat(ScatterPlot.places(plot, 760, 420))
        .hasSize(12)
        .allSatisfy(p -> {
          assertThat(p.x()).isBetween(56 + 20.0, 744 - 20.0);
          assertThat(p.y()).isBetween(12 + 10.0, 378 - 10.0);
        });
    List<Mark.Text> names =
        new ScatterPlot(Palette.LIGHT)
            .draw(plot, 760, 420).marks().stream()
                .filter(Mark.Text.class::isInstance)
                .map(Mark.Text.class::cast)
                .filter(t -> t.words().startsWith("Finding"))
                .toList();
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < i; j++) {
        double apartX = Math.abs(names.get(i).x() - names.get(j).x());
        double apartY = Math.abs(names.get(i).y() - names.get(j).y());
        assertThat(apartX > 50 || apartY > 11).as("names %d and %d", i, j).isTrue();
      }
    }
  }

  @Test
  void the_histogram_colours_what_lies_below_the_cut() {
    double[] agreements = {.1, .2, .8, .9, .9, Double.NaN};
    boolean[] pie = {true, true, false, false, false, false};
    Drawing drawing =
        new AgreementHistogram(Palette.LIGHT)
            .draw(agreements, pie, OptionalDouble.of(.2), 500, 200);
    long orange =
        boxes(drawing).stream()
            .filter(box -> box.fill() != null && box.fill().colour().equals("#e69f00"))
            .count();
    assertThat(orange).isEqualTo(2);
    assertThat(drawing.description()).isEqualTo("Agreement of 5 images, 2 of them PIEs.");
  }

  @Test
  void numbers_are_written_as_people_read_them() {
    assertThat(Figures.decimals(-0.004, 2)).isEqualTo("0.00");
    assertThat(Figures.decimals(-1.5, 1)).isEqualTo("\u22121.5");
    assertThat(Figures.equation(0.0004)).isEqualTo("p < 0.001");
    assertThat(Figures.equation(0.0412)).isEqualTo("p = 0.041");
    assertThat(Figures.probability(0.9999)).isEqualTo("> 0.999");
    assertThat(Figures.probability(1)).isEqualTo("1");
  }

  @Test
  void a_drawing_is_saved_whole() throws Exception {
    Drawing drawing = new Drawing(10, 10, "Less < than", List.of());
    Path file = folder.resolve("a.svg");
    SvgWriter.write(drawing, file);
    assertThat(Files.readString(file)).startsWith("<?xml").contains("Less &lt; than");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
