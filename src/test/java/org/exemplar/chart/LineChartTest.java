package org.exemplar.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exemplar.chart.LineChart.Line;
import org.exemplar.chart.LineChart.Plot;
import org.exemplar.chart.ScatterPlot.Axis;
import org.exemplar.chart.ScatterPlot.Numbers;
import org.junit.jupiter.api.Test;

class LineChartTest {
  private static final Axis SPARSITY = new Axis("sparsity", Numbers.PLAIN);
  private static final Axis AP = new Axis("mean AP", Numbers.PLAIN);

  private static Drawing draw(Line... lines) {
    return new LineChart(Palette.LIGHT)
        .draw(new Plot(List.of(0.0, 0.5, 0.9), List.of(lines), SPARSITY, AP), 600, 300);
  }

  @Test
  void every_line_is_named_at_its_end_and_names_stand_apart() {
    Drawing drawing =
        draw(
            new Line("one", List.of(0.3, 0.3, 0.2)),
            new Line("two", List.of(0.3, 0.3, 0.2001)),
            new Line("three", List.of(0.4, 0.1, 0.2002)));
    List<Double> heights =
        drawing.marks().stream()
            .filter(Mark.Text.class::isInstance)
            .map(Mark.Text.class::cast)
            .filter(text -> List.of("one", "two", "three").contains(text.words()))
            .map(Mark.Text::y)
            .sorted()
            .toList();
    assertThat(heights).hasSize(3);
    assertThat(heights.get(1) - heights.get(0)).isGreaterThanOrEqualTo(16);
    assertThat(heights.get(2) - heights.get(1)).isGreaterThanOrEqualTo(16);
  }

  @Test
  void a_value_that_is_not_there_breaks_the_line_and_the_last_one_is_told() {
    Drawing drawing = draw(new Line("one", List.of(0.25, Double.NaN, 0.125)));
    assertThat(drawing.marks()).filteredOn(Mark.Disc.class::isInstance).hasSize(2);
    assertThat(drawing.description()).isEqualTo("mean AP at sparsity 0.90: one 0.125.");
  }

  @Test
  void a_band_lies_between_its_edges() {
    Drawing drawing =
        draw(
            new Line(
                "one", List.of(0.2, 0.2, 0.2), List.of(0.1, 0.1, 0.1), List.of(0.3, 0.3, 0.3)));
    Mark.Path band =
        drawing.marks().stream()
            .filter(Mark.Path.class::isInstance)
            .map(Mark.Path.class::cast)
            .filter(Mark.Path::closed)
            .findFirst()
            .orElseThrow();
    assertThat(band.points()).hasSize(6);
    assertThat(band.points().getFirst().y()).isLessThan(band.points().getLast().y());
  }
}
