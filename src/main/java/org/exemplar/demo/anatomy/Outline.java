package org.exemplar.demo.anatomy;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.demo.beam.Curve;
import org.exemplar.demo.beam.Draw;
import org.exemplar.demo.beam.Slice;
import org.exemplar.demo.beam.Solid;

/** The outside: trunk with neck and shoulders, arms, breasts. */
public final class Outline {
  private static final Curve SHOULDER =
      Curve.of(
          -240, 60, -218, 62, -204, 72, -192, 96, -183, 128, -172, 160, -158, 184, -140, 197, -115,
          199, -88, 190, -62, 178, -35, 168, -10, 158, 20, 140, 40, 100);
  private static final Curve THICK =
      Curve.of(-240, 62, -200, 66, -170, 74, -140, 88, -90, 104, -30, 114, 60, 120, 240, 122);

  private final Chest chest;
  private final Cage cage;

  /** Of one chest. */
  public Outline(Chest chest, Cage cage) {
    this.chest = chest;
    this.cage = cage;
  }

  /** All of it, as solids whose union is soft tissue. */
  public List<Solid> solids() {
    List<Solid> solids = new ArrayList<>();
    solids.add(trunk());
    solids.add(arm(-1));
    solids.add(arm(1));
    if (chest.person().woman()) {
      solids.add(breast(-1));
      solids.add(breast(1));
    }
    return solids;
  }

  private Solid trunk() {
    double fat = chest.person().fat();
    return y -> {
      double wall = cage.halfWidth(y) + 13 + 0.75 * fat + 0.1 * Math.max(0, y - 60);
      double shoulder = SHOULDER.at(y) + 0.4 * fat * Math.clamp((y + 210) / 60, 0, 1);
      double apart = shoulder - wall * Math.clamp((y + 150) / 60, 0, 1);
      double half = shoulder - apart / 2 + Math.sqrt(apart * apart / 4 + 40);
      double thick = THICK.at(y) + 0.6 * fat;
      return new Slice(-half, half, -thick, thick, 0.35);
    };
  }

  private Solid arm(int side) {
    Draw draw = chest.person().draw(side < 0 ? "right arm" : "left arm");
    double out = chest.person().portable() ? draw.between(0, 0.12) : draw.between(0.16, 0.42);
    double radius = 41 + 0.45 * chest.person().fat() + draw.between(-4, 4);
    double x = 188 + 0.3 * chest.person().fat();
    return y -> {
      double end = Math.min(1, (y + 165) / radius);
      if (end <= 0) {
        return Slice.NONE;
      }
      double r = radius * Math.sqrt(end * (2 - end)) * (1 - 0.0004 * Math.max(0, y));
      double middle = side * (x + out * (y + 120) + (chest.person().portable() ? 24 : 0));
      return new Slice(middle - r, middle + r, -r, r, 0);
    };
  }

  private Solid breast(int side) {
    Draw draw = chest.person().draw("breasts");
    double fat = chest.person().fat();
    double wide = draw.between(54, 64) + 0.3 * fat;
    double low = draw.between(38, 52) + 0.3 * fat;
    double thick = draw.between(22, 42) + 0.7 * fat;
    double y0 = draw.between(48, 84) + 0.5 * fat;
    double x = side * (draw.between(76, 90) + 0.2 * fat) + draw.between(-3, 3) * side;
    double front = THICK.at(y0) + 0.6 * fat - 14;
    return y -> {
      double v = (y - y0) / (y < y0 ? 120 : low);
      if (Math.abs(v) >= 1) {
        return Slice.NONE;
      }
      double s = Math.sqrt(1 - v * v);
      double out = y < y0 ? s * s * s : s;
      return new Slice(x - wide * s, x + wide * s, front - 60 * s, front + thick * out, 0);
    };
  }
}
