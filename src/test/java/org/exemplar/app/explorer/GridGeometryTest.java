package org.exemplar.app.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridGeometryTest {
  private final GridGeometry grid = GridGeometry.of(1000, 134, 12, 52);

  @Test
  void films_fill_the_width() {
    assertThat(grid.columns()).isEqualTo(7);
    double right = grid.left(6) + grid.side();
    assertThat(right).isBetween(985.0, 996.0);
  }

  @Test
  void every_tile_is_found_where_it_lies() {
    for (int i = 0; i < 30; i++) {
      assertThat(grid.indexAt(grid.left(i) + 3, grid.top(i) + 3, 30)).isEqualTo(i);
    }
    assertThat(grid.indexAt(grid.left(2) + 3, grid.top(30) + 3, 30)).isEqualTo(-1);
  }

  @Test
  void a_narrow_window_still_has_one_column() {
    assertThat(GridGeometry.of(50, 134, 12, 52).columns()).isEqualTo(1);
  }
}
