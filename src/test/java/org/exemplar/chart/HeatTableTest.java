package org.exemplar.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exemplar.chart.HeatTable.Cell;
import org.junit.jupiter.api.Test;

class HeatTableTest {
  private static final List<List<Cell>> CELLS =
      List.of(
          List.of(new Cell(Double.NaN, "9"), new Cell(0.5, "4")),
          List.of(new Cell(0.5, "4"), new Cell(Double.NaN, "9")));

  @Test
  void a_larger_share_is_deeper_and_no_share_has_no_number() {
    Drawing drawing =
        new HeatTable(Palette.LIGHT).draw(List.of("0.50", "0.90"), CELLS, "Shared.", 400);
    assertThat(words(drawing)).contains("4").doesNotContain("9");
    assertThat(drawing.description()).isEqualTo("Shared.");
  }

  @Test
  void cells_without_room_have_no_number() {
    Drawing drawing =
        new HeatTable(Palette.LIGHT).draw(List.of("0.50", "0.90"), CELLS, "Shared.", 60);
    assertThat(words(drawing)).doesNotContain("4");
  }

  private static List<String> words(Drawing drawing) {
    return drawing.marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).words())
        .toList();
  }
}
