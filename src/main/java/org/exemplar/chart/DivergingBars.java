package org.exemplar.chart;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.chart.Mark.Box;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Rectangle;
import org.exemplar.chart.Mark.Text;

/**
 * Ratings of both arms as stacked bars that diverge from the middle of the scale: what is more
 * PIE-like grows to the right. Per cent stand inside where they fit.
 */
public final class DivergingBars {
  private static final double LABEL = 64;
  private static final double BAR = 18;
  private static final double ROW = 24;
  private static final double TOP = 18;

  private final Palette palette;

  public DivergingBars(Palette palette) {
    this.palette = palette;
  }

  /**
   * One question's bars.
   *
   * @param left words for the less PIE-like side, e.g. "agrees"
   * @param right words for the more PIE-like side
   * @param bars from top to bottom
   */
  public record Ratings(String left, String right, List<Bar> bars) {
    public Ratings {
      bars = List.copyOf(bars);
    }
  }

  /**
   * One arm.
   *
   * @param arm its word
   * @param pie whether it is the PIE arm
   * @param counts ratings from least to most PIE-like point of the scale
   */
  public record Bar(String arm, boolean pie, List<Integer> counts) {
    public Bar {
      counts = List.copyOf(counts);
    }

    int total() {
      return counts.stream().mapToInt(Integer::intValue).sum();
    }

    double share(int point) {
      return total() == 0 ? 0 : counts.get(point) / (double) total();
    }

    /** Share on the less PIE-like side; the middle point of an odd scale lies half on it. */
    double leftShare() {
      double share = 0;
      int points = counts.size();
      for (int i = 0; i < points / 2; i++) {
        share += share(i);
      }
      return points % 2 == 0 ? share : share + share(points / 2) / 2;
    }
  }

  /**
   * The longest share on either side over several questions, so that all of them can be drawn on
   * one axis; at least 0.5.
   */
  public static double reach(List<Ratings> questions) {
    return questions.stream()
        .flatMap(ratings -> ratings.bars().stream())
        .filter(bar -> bar.total() > 0)
        .mapToDouble(bar -> Math.max(bar.leftShare(), 1 - bar.leftShare()))
        .reduce(0.5, Math::max);
  }

  /**
   * Draws a question's bars.
   *
   * @param reach share that the axis covers on either side, see {@link #reach}
   * @param width in pixels
   */
  public Drawing draw(Ratings ratings, double reach, double width) {
    List<Mark> marks = new ArrayList<>();
    double axis = LABEL + (width - LABEL) / 2;
    double unit = (width - LABEL) / 2 / reach;
    double bottom = TOP + ratings.bars().size() * ROW;
    Lettering word = Lettering.of(10, palette.ink().muted());
    marks.add(new Text(axis - 6, 11, "\u2190 " + ratings.left(), word.right()));
    marks.add(new Text(axis + 6, 11, ratings.right() + " \u2192", word));
    marks.add(
        Path.line(axis, TOP - 2, axis, bottom, Pen.of(palette.ink().muted(), 1).dashed(3.0, 3.0)));
    double y = TOP;
    for (Bar bar : ratings.bars()) {
      row(marks, bar, axis, unit, y);
      y += ROW;
    }
    return new Drawing(width, bottom + 2, describe(ratings), marks);
  }

  /** The numbers of a question's bars: one row for each arm and point of the scale. */
  public static Chart.Data data(Ratings ratings) {
    List<List<String>> rows = new ArrayList<>();
    for (Bar bar : ratings.bars()) {
      for (int point = 0; point < bar.counts().size(); point++) {
        rows.add(
            List.of(
                bar.arm(),
                Integer.toString(point + 1),
                Integer.toString(bar.counts().get(point)),
                Chart.cell(100 * bar.share(point))));
      }
    }
    return new Chart.Data(List.of("arm", "point_from_less_pie_like", "ratings", "per_cent"), rows);
  }

  private void row(List<Mark> marks, Bar bar, double axis, double unit, double y) {
    String colour = bar.pie() ? palette.arms().pieText() : palette.arms().nonPieText();
    marks.add(
        new Text(
            LABEL - 10, y + BAR / 2 + 4, bar.arm(), Lettering.of(11, colour).strong().right()));
    if (bar.total() == 0) {
      marks.add(
          new Text(
              axis + 6, y + BAR / 2 + 4, "no ratings", Lettering.of(11, palette.ink().muted())));
      return;
    }
    double x = axis - bar.leftShare() * unit;
    for (int point = 0; point < bar.counts().size(); point++) {
      double length = bar.share(point) * unit;
      if (length > 0) {
        String fill = colour(point, bar.counts().size());
        double gap = length > 2 ? 1 : 0;
        marks.add(new Box(new Rectangle(x, y, length - gap, BAR), 1.5, Fill.of(fill), null));
        if (length >= 17) {
          String ink = isDark(fill) ? "#ffffff" : "#1f2328";
          String words = Figures.percent(bar.share(point));
          marks.add(
              new Text(x + length / 2, y + BAR / 2 + 4, words, Lettering.of(11, ink).centred()));
        }
        x += length;
      }
    }
  }

  /** The colour of a point: ends of the scale are strongest, the middle of an odd one is gray. */
  private String colour(int point, int points) {
    List<String> scale = palette.scale();
    double place = points == 1 ? 0.5 : point / (points - 1.0);
    if (points == 2) {
      return point == 0 ? scale.getFirst() : scale.getLast();
    }
    return scale.get((int) Math.round(place * (scale.size() - 1)));
  }

  private static boolean isDark(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    double light = 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
    return light < 140;
  }

  private static String describe(Ratings ratings) {
    List<String> parts = new ArrayList<>();
    for (Bar bar : ratings.bars()) {
      parts.add(
          bar.arm()
              + ": "
              + Figures.percent(1 - bar.leftShare())
              + " per cent on the side \""
              + ratings.right()
              + "\", "
              + bar.total()
              + " ratings");
    }
    return "Ratings by arm. " + String.join("; ", parts) + ".";
  }
}
