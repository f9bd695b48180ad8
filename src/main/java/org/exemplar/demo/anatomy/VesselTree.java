package org.exemplar.demo.anatomy;

import org.exemplar.demo.beam.Draw;
import org.exemplar.demo.beam.Layer;
import org.exemplar.demo.beam.Layer.Matter;
import org.exemplar.demo.beam.Slice;
import org.exemplar.demo.beam.Solid;
import org.exemplar.demo.beam.Stroke;

/**
 * Pulmonary vessels: they leave the hilum, branch by Murray's law (cubes of radii add up) and end
 * at the pleura; more and wider ones below than above, as in someone upright. Painted in mm of
 * blood.
 */
public final class VesselTree {
  private static final Matter BLOOD = Matter.plain(1);
  private static final double THINNEST = 0.34;

  private final Chest chest;
  private final Lung lung;
  private final Solid room;
  private final Layer layer;
  private final Draw draw;

  private VesselTree(Chest chest, Lung lung, Solid room, Layer layer) {
    this.chest = chest;
    this.lung = lung;
    this.room = room;
    this.layer = layer;
    this.draw = chest.person().draw("vessels " + lung);
  }

  /** Adds a lung's vessels. */
  public static void paint(Chest chest, Lung lung, Solid room, Layer layer) {
    VesselTree tree = new VesselTree(chest, lung, room, layer);
    tree.trunk();
    tree.arteries();
  }

  private double rise() {
    return 20 * chest.person().inspiration();
  }

  private void trunk() {
    int s = lung.sign();
    double shift = chest.shift();
    double wide = 1 + 0.35 * chest.congestion();
    Stroke main = new Stroke();
    if (lung == Lung.RIGHT) {
      main.to(-10 + shift, -32 - rise(), 0, 9 * wide);
      main.to(-32 + shift, -24 - rise(), -4, 8.5 * wide);
      main.to(-42 + shift, -4 - rise(), -12, 7.6 * wide);
      main.to(-49 + shift, 20 - rise(), -20, 6.0 * wide);
      main.to(-58 + shift, 44 - rise(), -28, 4.4 * wide);
      main.to(-70 + shift, 66 - rise(), -34, 2.8 * wide);
    } else {
      main.to(16 + shift, -40 - rise(), 0, 9 * wide);
      main.to(36 + shift, -42 - rise(), -8, 8.8 * wide);
      main.to(46 + shift, -26 - rise(), -20, 7.8 * wide);
      main.to(51 + shift, 2 - rise(), -30, 6.0 * wide);
      main.to(58 + shift, 30 - rise(), -36, 4.4 * wide);
      main.to(70 + shift, 54 - rise(), -38, 2.8 * wide);
    }
    layer.tube(main.smooth(5), BLOOD);
    Stroke vein = new Stroke();
    vein.to(s * 18 + shift, 6 - rise(), 0, 6.5 * wide);
    vein.to(s * 36 + shift, 18 - rise(), 4, 5 * wide);
    vein.to(s * 62 + shift, 34 - rise(), 6, 3.2 * wide);
    layer.tube(vein.smooth(4), BLOOD);
  }

  private void arteries() {
    int s = lung.sign();
    int number = 24;
    for (int i = 0; i < number; i++) {
      double share = (i + 0.5) / number;
      double angle = -1.35 + 2.75 * share + draw.between(-0.1, 0.1);
      boolean lower = angle > 0.15;
      double hilumY = -24 - rise() + 52 * share + (lung == Lung.LEFT ? -6 : 0);
      double hilumX = s * (36 + 16 * Math.sin(Math.PI * share)) + chest.shift();
      double depth = draw.between(-0.75, 0.75);
      double calibre = lower ? draw.between(2.7, 4.4) : draw.between(2.0, 3.2);
      calibre *= lower ? 1 + 0.1 * chest.congestion() : 1 + 0.8 * chest.congestion();
      calibre *= Math.sqrt(chest.vessels());
      double level = Math.hypot(1, depth);
      double[] way = {s * Math.cos(angle) / level, Math.sin(angle) / level, depth / level};
      double[] from = {hilumX, hilumY, draw.between(-22, 8)};
      branch(from, way, calibre, 0);
    }
  }

  private void branch(double[] from, double[] way, double radius, int depth) {
    if (radius < THINNEST || depth > 11 || (depth > 1 && !inside(from))) {
      return;
    }
    double length = (9 + 7.5 * radius) * draw.between(0.7, 1.35);
    double[] bent = turned(way, 0.3);
    double[] middle = along(from, way, length / 2);
    double[] to = along(middle, bent, length / 2);
    double end = radius * 0.88;
    Stroke stroke = new Stroke();
    stroke.to(from[0], from[1], from[2], radius);
    stroke.to(middle[0], middle[1], middle[2], (radius + end) / 2);
    stroke.to(to[0], to[1], to[2], end);
    layer.tube(stroke, BLOOD);
    double thinner = draw.between(0.42, 0.78) * Math.sqrt(chest.vessels());
    double large = Math.cbrt(Math.max(0.25, 1 - thinner * thinner * thinner));
    branch(to, turned(bent, 0.36), end * large * 0.97, depth + 1);
    branch(to, turned(bent, 0.75), end * thinner, depth + 1);
  }

  private boolean inside(double[] at) {
    Slice slice = room.at(at[1]);
    if (slice.empty()) {
      return false;
    }
    double u = (2 * at[0] - slice.left() - slice.right()) / (slice.right() - slice.left());
    double v = (2 * at[2] - slice.back() - slice.front()) / (slice.front() - slice.back());
    double square = u * u + v * v;
    return square < 0.96 || (Math.abs(u) < 0.97 && Math.abs(v) < 0.5 && square < 1.3);
  }

  private double[] turned(double[] way, double spread) {
    double x = way[0] + spread * draw.between(-1, 1);
    double y = way[1] + spread * draw.between(-1, 1);
    double z = way[2] + spread * draw.between(-1, 1);
    double length = Math.max(1e-6, Math.sqrt(x * x + y * y + z * z));
    return new double[] {x / length, y / length, z / length};
  }

  private static double[] along(double[] from, double[] way, double length) {
    return new double[] {
      from[0] + way[0] * length, from[1] + way[1] * length, from[2] + way[2] * length
    };
  }
}
