package org.exemplar.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.exemplar.chart.FirstDrops.Row;
import org.junit.jupiter.api.Test;

class FirstDropsTest {
  @Test
  void what_is_forgotten_first_stands_at_the_top_and_what_never_is_at_the_bottom() {
    Drawing drawing =
        new FirstDrops(Palette.LIGHT)
            .draw(
                List.of(
                    new Row("Never", OptionalDouble.empty(), OptionalDouble.empty()),
                    new Row("Late", OptionalDouble.of(0.8), OptionalDouble.of(0.9)),
                    new Row("Early", OptionalDouble.of(0.4), OptionalDouble.empty())),
                0.95,
                600);
    assertThat(y(drawing, "Early")).isLessThan(y(drawing, "Late"));
    assertThat(y(drawing, "Late")).isLessThan(y(drawing, "Never"));
    assertThat(drawing.description()).isEqualTo("Forgotten first: Early at 0.40, Late at 0.80.");
    assertThat(drawing.marks()).filteredOn(Mark.Disc.class::isInstance).hasSize(2);
  }

  private static double y(Drawing drawing, String words) {
    return drawing.marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(Mark.Text.class::cast)
        .filter(text -> text.words().equals(words))
        .mapToDouble(Mark.Text::y)
        .findFirst()
        .orElseThrow();
  }
}
