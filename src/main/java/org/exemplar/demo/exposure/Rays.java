package org.exemplar.demo.exposure;

import java.util.List;
import org.exemplar.demo.anatomy.Cage;
import org.exemplar.demo.anatomy.Chest;
import org.exemplar.demo.anatomy.Lung;
import org.exemplar.demo.anatomy.Mediastinum;
import org.exemplar.demo.anatomy.Outline;
import org.exemplar.demo.beam.Beam;
import org.exemplar.demo.beam.Grid;
import org.exemplar.demo.beam.Slice;
import org.exemplar.demo.beam.Solid;

/**
 * How much soft tissue, lung and pleura each ray passes: solids overlap, so each ray's stretches
 * through them are united and subtracted, row by row.
 */
final class Rays {
  /** In mm, row by row. */
  @SuppressWarnings("ArrayRecordComponent") // whole frames; never compared
  record Paths(float[] soft, float[][] lung, float[] pleura) {}

  /** A solid's stretch on each ray of a row; {@code near > far} where it is missed. */
  private static final class Stretch {
    private final Solid solid;
    private final double depth;
    private final double[] near;
    private final double[] far;
    private int first;
    private int last;

    Stretch(Solid solid, double depth, int side) {
      this.solid = solid;
      this.depth = depth;
      this.near = new double[side];
      this.far = new double[side];
    }
  }

  private final Beam beam;
  private final Grid grid;
  private final Stretch[] body;
  private final Stretch[] blockers;
  private final Stretch[] met;
  private int meeting;
  private final SideRays[] sides = new SideRays[2];
  private final double[] from = new double[24];
  private final double[] to = new double[24];
  private int pieces;

  private record SideRays(
      Lung lung,
      boolean whole,
      boolean pleuralAir,
      Stretch space,
      Stretch tissue,
      Stretch dome,
      Stretch peeled,
      double fluidFrom) {}

  Rays(Chest chest, Beam beam, Grid grid) {
    this.beam = beam;
    this.grid = grid;
    Cage cage = new Cage(chest);
    body = stretches(new Outline(chest, cage).solids());
    blockers = stretches(new Mediastinum(chest).solids());
    met = new Stretch[blockers.length];
    for (Lung lung : Lung.values()) {
      Chest.Side side = chest.side(lung);
      sides[lung.place()] =
          new SideRays(
              lung,
              side.air() + side.fluid() + side.rind() + side.cap() == 0,
              side.air() > 0,
              stretch(cage.space(lung)),
              stretch(cage.lung(lung, 0)),
              stretch(cage.dome(lung, 0)),
              stretch(cage.lung(lung, side.air() > 0 ? 0.65 : 0)),
              side.fluid() > 0 ? cage.base(lung) - side.fluid() : Double.POSITIVE_INFINITY);
    }
  }

  private Stretch[] stretches(List<Solid> solids) {
    return solids.stream().map(this::stretch).toArray(Stretch[]::new);
  }

  private Stretch stretch(Solid solid) {
    double depth = 0;
    for (double y = -200; y <= 200; y += 10) {
      Slice slice = solid.at(y);
      if (!slice.empty()) {
        depth = (slice.back() + slice.front()) / 2;
        break;
      }
    }
    return new Stretch(solid, depth, grid.side());
  }

  Paths trace() {
    int side = grid.side();
    float[] soft = new float[grid.count()];
    float[][] lung = new float[2][grid.count()];
    float[] pleura = new float[grid.count()];
    Paths paths = new Paths(soft, lung, pleura);
    for (int row = 0; row < side; row++) {
      trace(row);
      for (int column = 0; column < side; column++) {
        int i = row * side + column;
        soft[i] = (float) body(column);
        for (SideRays rays : sides) {
          inChest(rays, row, column, i, paths);
        }
      }
    }
    return paths;
  }

  private void trace(int row) {
    double y = grid.y(row);
    for (Stretch stretch : body) {
      trace(stretch, y);
    }
    meeting = 0;
    for (Stretch stretch : blockers) {
      trace(stretch, y);
      if (stretch.last >= stretch.first) {
        met[meeting++] = stretch;
      }
    }
    for (SideRays rays : sides) {
      trace(rays.space, y);
      if (!rays.whole) {
        trace(rays.tissue, y);
      }
      trace(rays.dome, y);
      if (rays.pleuralAir) {
        trace(rays.peeled, y);
      }
    }
  }

  private void trace(Stretch stretch, double filmY) {
    stretch.first = 0;
    stretch.last = -1;
    double y = beam.yAt(filmY, stretch.depth);
    Slice slice = stretch.solid.at(y);
    if (slice.empty()) {
      return;
    }
    double middle = (slice.left() + slice.right()) / 2;
    double half = (slice.right() - slice.left()) / 2;
    double z = (slice.back() + slice.front()) / 2;
    double deep = (slice.front() - slice.back()) / 2;
    double start = beam.xAt(grid.x(0), y, z);
    double step = (beam.xAt(grid.x(grid.side()), y, z) - start) / grid.side();
    double turn = Math.sin(beam.rotation());
    stretch.first = (int) Math.max(0, Math.ceil((middle - half - start) / step));
    stretch.last = (int) Math.min(grid.side() - 1, Math.floor((middle + half - start) / step));
    for (int column = stretch.first; column <= stretch.last; column++) {
      double u = (start + column * step - middle) / half;
      double square = u * u;
      double h = deep * Math.sqrt(Math.max(0, (1 - square) * (1 + slice.square() * square)));
      double centre = z - u * half * turn;
      stretch.near[column] = centre - h;
      stretch.far[column] = centre + h;
    }
  }

  private double body(int column) {
    pieces = 0;
    for (Stretch stretch : body) {
      add(stretch, column, -1e9, 1e9);
    }
    return united();
  }

  private void inChest(SideRays rays, int row, int column, int i, Paths paths) {
    Stretch space = rays.space;
    if (column < space.first || column > space.last) {
      return;
    }
    double near = space.near[column];
    double far = space.far[column];
    double free = far - near - blocked(rays, column, near, far);
    if (free <= 0) {
      return;
    }
    double aerated = rays.whole ? free : lungWithin(rays, rays.tissue, column);
    boolean fluid = grid.y(row) > rays.fluidFrom - 1 || !rays.pleuralAir;
    paths.lung[rays.lung.place()][i] = (float) aerated;
    paths.soft[i] -= (float) (fluid ? aerated : free);
    if (rays.pleuralAir) {
      paths.pleura[i] += (float) Math.max(0, aerated - lungWithin(rays, rays.peeled, column));
    }
  }

  private double lungWithin(SideRays rays, Stretch tissue, int column) {
    if (column < tissue.first || column > tissue.last) {
      return 0;
    }
    double near = Math.max(tissue.near[column], rays.space.near[column]);
    double far = Math.min(tissue.far[column], rays.space.far[column]);
    return far <= near ? 0 : Math.max(0, far - near - blocked(rays, column, near, far));
  }

  private double blocked(SideRays rays, int column, double near, double far) {
    pieces = 0;
    for (int i = 0; i < meeting; i++) {
      add(met[i], column, near, far);
    }
    add(rays.dome, column, near, far);
    return united();
  }

  private void add(Stretch stretch, int column, double near, double far) {
    if (column < stretch.first || column > stretch.last) {
      return;
    }
    double a = Math.max(near, stretch.near[column]);
    double b = Math.min(far, stretch.far[column]);
    if (b <= a) {
      return;
    }
    int place = pieces++;
    while (place > 0 && from[place - 1] > a) {
      from[place] = from[place - 1];
      to[place] = to[place - 1];
      place--;
    }
    from[place] = a;
    to[place] = b;
  }

  private double united() {
    double sum = 0;
    double reached = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < pieces; i++) {
      if (to[i] > reached) {
        sum += to[i] - Math.max(from[i], reached);
        reached = to[i];
      }
    }
    return sum;
  }
}
