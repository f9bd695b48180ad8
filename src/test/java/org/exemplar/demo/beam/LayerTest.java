package org.exemplar.demo.beam;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LayerTest {
  private static final Beam STRAIGHT = new Beam(false, 1e7, 0, 0, 0);
  private static final Grid GRID = new Grid(256, 256, 0, 0);

  private static double at(Layer layer, int column, int row) {
    return layer.values()[row * GRID.side() + column];
  }

  @Test
  void a_ray_through_a_tube_passes_its_chord() {
    Layer layer = new Layer(STRAIGHT, GRID);
    layer.tube(
        new Stroke().to(-80, 0.5, 0, 20).to(0, 0.5, 0, 20).to(80, 0.5, 0, 20),
        Layer.Matter.plain(1));
    assertThat(at(layer, 100, 128)).isCloseTo(40, Offset.offset(0.01));
    assertThat(at(layer, 100, 140)).isCloseTo(2 * Math.sqrt(400 - 144), Offset.offset(0.01));
    assertThat(at(layer, 128, 128)).as("at the joint, once").isCloseTo(40, Offset.offset(0.01));
    assertThat(at(layer, 100, 150)).isZero();
  }

  @Test
  void a_tube_that_leans_towards_the_beam_is_longer_along_the_ray() {
    Layer layer = new Layer(STRAIGHT, GRID);
    layer.tube(new Stroke().to(-40, 0.5, -40, 10).to(40, 0.5, 40, 10), Layer.Matter.plain(1));
    assertThat(at(layer, 128, 128)).isCloseTo(20 * Math.sqrt(2), Offset.offset(0.05));
  }

  @Test
  void a_hollow_bone_is_brightest_at_its_edges() {
    Layer layer = new Layer(STRAIGHT, GRID);
    layer.tube(new Stroke().to(-80, 0.5, 0, 20).to(80, 0.5, 0, 20), new Layer.Matter(0, 1, 4, 1));
    assertThat(at(layer, 128, 128)).isCloseTo(8, Offset.offset(0.01));
    assertThat(at(layer, 128, 144)).isCloseTo(24, Offset.offset(0.1));
  }

  @Test
  void an_ellipsoid_has_the_depth_of_its_section() {
    Solid ball = Solid.ellipsoid(new double[] {10, 5, 3}, new double[] {40, 30, 20});
    Slice slice = ball.at(5);
    assertThat(slice).isEqualTo(new Slice(-30, 50, -17, 23, 0));
    assertThat(ball.at(36).empty()).isTrue();
    Slice turned =
        Solid.turned(new double[] {0, 0, 0}, new double[] {40, 30, 20}, Math.PI / 2).at(0);
    assertThat(turned.right()).isCloseTo(30, Offset.offset(1e-9));
  }

  @Test
  void what_lies_nearer_to_the_source_is_larger_on_the_film() {
    Beam behind = new Beam(false, 1800, 0, 0, 0);
    assertThat(behind.filmX(100, 0, -80)).isGreaterThan(behind.filmX(100, 0, 80));
    Beam infront = new Beam(true, 1000, 0, 0, 0);
    assertThat(infront.filmX(100, 0, 80)).isGreaterThan(1.1 * infront.filmX(100, 0, -80));
    assertThat(behind.xAt(behind.filmX(37, 12, 20), 12, 20)).isCloseTo(37, Offset.offset(1e-9));
    assertThat(behind.yAt(behind.filmY(12, 20), 20)).isCloseTo(12, Offset.offset(1e-9));
  }
}
