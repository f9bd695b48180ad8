package org.exemplar.demo;

import org.exemplar.demo.anatomy.Chest;
import org.exemplar.demo.anatomy.Mediastinum;
import org.exemplar.demo.beam.Draw;
import org.exemplar.demo.beam.Layer;
import org.exemplar.demo.beam.Layer.Matter;
import org.exemplar.demo.beam.Stroke;

/** Lines, tubes and electrodes, as they lie in and on people in bed; not findings. */
final class Hardware {
  private static final Matter WIRE = Matter.plain(0.22);

  private final Chest chest;
  private final Draw draw;

  private Hardware(Chest chest) {
    this.chest = chest;
    this.draw = chest.person().draw("hardware");
  }

  /** Puts in what this person has. */
  static void into(Chest chest) {
    Hardware hardware = new Hardware(chest);
    boolean portable = chest.person().portable();
    hardware.perhaps(portable ? 0.38 : 0.01, hardware::windpipe);
    hardware.perhaps(portable ? 0.4 : 0.05, hardware::centralLine);
    hardware.perhaps(portable ? 0.3 : 0.01, hardware::stomachTube);
    hardware.perhaps(portable ? 0.7 : 0.1, hardware::electrodes);
    hardware.perhaps(chest.person().age() > 60 ? 0.07 : 0.01, hardware::pacemaker);
    hardware.perhaps(chest.person().age() > 55 ? 0.06 : 0.005, hardware::sternalWires);
  }

  private void perhaps(double probability, java.util.function.Consumer<Layer> painter) {
    if (draw.chance(probability)) {
      chest.anywhere(painter);
    }
  }

  private double lift() {
    return new Mediastinum(chest).lift();
  }

  private void windpipe(Layer layer) {
    Draw own = draw.fork("windpipe");
    double end = -96 - 0.5 * lift() + own.between(-18, 16);
    Stroke tube = new Stroke();
    tube.to(own.between(-6, 6), -260, 10, 5).to(1, -180, 8, 5).to(2, end, 0, 5);
    layer.tube(tube.smooth(5), new Matter(0.001, 0.028, 0.8, 1));
    Stroke marker = new Stroke();
    marker.to(3, -260, 10, 0.7).to(4, -180, 8, 0.7).to(4, end, 0, 0.7);
    layer.tube(marker.smooth(5), Matter.plain(0.16));
  }

  private void centralLine(Layer layer) {
    Draw own = draw.fork("central line");
    double end = -18 - lift() + own.between(-28, 30);
    Stroke line = new Stroke();
    if (own.chance(0.5)) {
      line.to(-62, -240, 40, 1.1).to(-42, -190, 30, 1.1).to(-26, -140, 15, 1.1);
    } else {
      line.to(-128, -118, 60, 1.1).to(-92, -132, 50, 1.1).to(-45, -128, 30, 1.1);
    }
    line.to(-21, -95, 10, 1.1).to(-22 + chest.shift(), end, 10, 1.1);
    layer.tube(line.smooth(8), Matter.plain(0.13));
  }

  private void stomachTube(Layer layer) {
    Draw own = draw.fork("stomach tube");
    Stroke tube = new Stroke();
    tube.to(0, -260, -10, 1.7).to(3, -150, -30, 1.7).to(-1, -60, -38, 1.7);
    tube.to(4 + chest.shift(), 40, -35, 1.7).to(16, 105, -20, 1.7);
    tube.to(own.between(35, 65), own.between(135, 165), 10, 1.7);
    layer.tube(tube.smooth(8), new Matter(0.05, 0.04, 0.5, 1));
  }

  private void electrodes(Layer layer) {
    Draw own = draw.fork("electrodes");
    int number = 3 + own.below(3);
    for (int i = 0; i < number; i++) {
      double side = i % 2 == 0 ? -1 : 1;
      double x = side * own.between(75, 150);
      double y = i < 2 ? own.between(-130, -90) : own.between(70, 150);
      layer.ball(new double[] {x, y, 125}, new double[] {6.5, 6.5}, 0, 0.22);
      layer.ball(new double[] {x, y, 125}, new double[] {2.4, 2.4}, 0, 0.9);
      Stroke lead = new Stroke();
      lead.to(x, y, 125, 0.65);
      lead.to(x * 0.75 + own.between(-25, 25), y + own.between(30, 70), 125, 0.65);
      lead.to(x * 0.4 + own.between(-50, 50), 150 + own.between(-30, 30), 125, 0.65);
      lead.to(own.between(-60, 60), 270, 125, 0.65);
      layer.tube(lead.smooth(10), WIRE);
    }
  }

  private void pacemaker(Layer layer) {
    Draw own = draw.fork("pacemaker");
    double x = 108 + own.between(-8, 12);
    double y = -88 + own.between(-12, 16);
    layer.block(new double[] {x, y, 110}, new double[] {23, 21}, 0.3, 1.1);
    layer.block(new double[] {x + 3, y + 5, 110}, new double[] {15, 11}, 0.3, 1.4);
    layer.block(new double[] {x - 6, y - 18, 110}, new double[] {12, 5}, 0.3, 0.5);
    double apex = 62 * chest.heart() + chest.shift();
    for (int i = 0; i < 2; i++) {
      Stroke lead = new Stroke();
      lead.to(x - 10, y - 20, 105, 0.95).to(70, -128 - 3 * i, 60, 0.95);
      lead.to(20, -122, 30, 0.95).to(-16, -96, 12, 0.95).to(-24 + chest.shift(), -20, 10, 0.95);
      if (i == 0) {
        lead.to(-8, 58 - lift(), 30, 0.95).to(apex - 8, 78 - lift(), 50, 0.95);
      } else {
        lead.to(-32 + chest.shift(), 30 - lift(), 20, 0.95).to(-22, 12 - lift(), 50, 1.1);
      }
      layer.tube(lead.smooth(8), WIRE);
    }
  }

  private void sternalWires(Layer layer) {
    Draw own = draw.fork("wires");
    for (int i = 0; i < 6; i++) {
      double y = -100 + 27.0 * i + own.between(-2, 2);
      Stroke wire = new Stroke();
      wire.to(-7, y + own.between(-2, 2), 105, 0.75).to(-2, y + 4, 108, 0.75);
      wire.to(3, y - 4, 108, 0.75).to(7, y + own.between(-2, 2), 105, 0.75);
      wire.to(0, y + 1, 110, 0.75).to(-6, y + own.between(-4, 4), 105, 0.75);
      layer.tube(wire.smooth(5), Matter.plain(0.5));
    }
  }
}
