package org.exemplar.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.exemplar.chart.ScatterPlot.Axis;
import org.exemplar.chart.ScatterPlot.Numbers;

/**
 * From the values of an axis to pixels, with 4 % of room at both ends so that no point lies on the
 * frame.
 *
 * @param axis what it shows
 * @param low the lowest value with room below, a natural logarithm on a logarithmic axis
 * @param high the highest, above {@code low}
 * @param from the pixel of {@code low}
 * @param to the pixel of {@code high}
 */
record ScatterScale(Axis axis, double low, double high, double from, double to) {
  private static final double ROOM = 0.04;
  private static final double[] LEADS = {1, 2, 5};

  static ScatterScale of(DoubleStream all, Axis axis, double from, double to) {
    double[] values =
        all.filter(v -> usable(v, axis))
            .map(v -> axis.numbers() == Numbers.LOGARITHMIC ? Math.log(v) : v)
            .sorted()
            .toArray();
    double low = values.length == 0 ? 0 : values[0];
    double high = values.length == 0 ? 0 : values[values.length - 1];
    double room = low < high ? ROOM * (high - low) : 0.5;
    return new ScatterScale(axis, low - room, high + room, from, to);
  }

  static boolean usable(double value, Axis axis) {
    return Double.isFinite(value) && (axis.numbers() != Numbers.LOGARITHMIC || value > 0);
  }

  /** The value in the space in which equal steps are equally long. */
  double linear(double value) {
    return axis.numbers() == Numbers.LOGARITHMIC ? Math.log(value) : value;
  }

  /** The pixel of a value of that space. */
  double place(double linear) {
    return from + (linear - low) / (high - low) * (to - from);
  }

  double at(double value) {
    return place(linear(value));
  }

  /** Round values on the axis, at most {@code most}. */
  List<Double> ticks(int most) {
    return axis.numbers() == Numbers.LOGARITHMIC ? ratios(most) : steps(most);
  }

  private List<Double> steps(int most) {
    List<Double> ticks = new ArrayList<>();
    double step = step(most);
    for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }

  private double step(int most) {
    double power = Math.pow(10, Math.floor(Math.log10((high - low) / most)));
    for (double lead : new double[] {1, 2, 5, 10}) {
      if ((high - low) / (lead * power) <= most) {
        return lead * power;
      }
    }
    return 10 * power;
  }

  /** 1, 2, 5 times powers of ten; powers of ten alone where those are too many. */
  private List<Double> ratios(int most) {
    List<Double> all = new ArrayList<>();
    List<Double> powers = new ArrayList<>();
    for (int exponent = (int) Math.floor(low / Math.log(10)); exponent <= 12; exponent++) {
      for (double lead : LEADS) {
        double value = lead * Math.pow(10, exponent);
        if (Math.log(value) >= low && Math.log(value) <= high) {
          all.add(value);
          if (lead == 1) {
            powers.add(value);
          }
        }
      }
    }
    return all.size() <= most + 1 || powers.size() < 2 ? all : powers;
  }

  String words(double value) {
    return switch (axis.numbers()) {
      case PERCENT -> Figures.percent(value) + (Math.abs(value) < 1e-9 ? "" : " %");
      case LOGARITHMIC -> Figures.decimals(value, value < 1 ? 2 : 0);
      case PLAIN -> Figures.decimals(value, step(5) >= 1 ? 0 : step(5) >= 0.1 - 1e-12 ? 1 : 2);
    };
  }
}
