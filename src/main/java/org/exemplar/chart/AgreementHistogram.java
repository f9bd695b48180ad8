package org.exemplar.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.exemplar.chart.Mark.Box;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Rectangle;
import org.exemplar.chart.Mark.Text;

/** How many images agree how much; what lies below the cut, the PIEs, in their colour. */
public final class AgreementHistogram {
  private static final double LEFT = 40;
  private static final double TOP = 20;
  private static final double BOTTOM = 38;

  private final Palette palette;

  public AgreementHistogram(Palette palette) {
    this.palette = palette;
  }

  /**
   * Draws at a size.
   *
   * @param agreements of all images; NaN is left out
   * @param pie whether each image is a PIE
   * @param cut agreement of the last PIE; empty where there is none
   * @param width in pixels
   * @param height in pixels
   */
  public Drawing draw(
      double[] agreements, boolean[] pie, OptionalDouble cut, double width, double height) {
    Bins bins = Bins.of(agreements, pie);
    double right = width - 8;
    double bottom = height - BOTTOM;
    double most = Math.max(1, bins.highest());
    List<Mark> marks = new ArrayList<>();
    double bar = (right - LEFT) / bins.counts().size();
    for (int i = 0; i < bins.counts().size(); i++) {
      double x = LEFT + i * bar;
      double pies = bins.pies().get(i) / most * (bottom - TOP);
      double others = (bins.counts().get(i) - bins.pies().get(i)) / most * (bottom - TOP);
      add(marks, new Rectangle(x, bottom - pies, bar - 1, pies), palette.arms().pie());
      add(
          marks,
          new Rectangle(x, bottom - pies - others, bar - 1, others),
          palette.arms().nonPie());
    }
    axes(marks, bins, new Rectangle(LEFT, TOP, right - LEFT, bottom - TOP));
    if (cut.isPresent()) {
      double x =
          LEFT + (cut.getAsDouble() - bins.low()) / (bins.high() - bins.low()) * (right - LEFT);
      Pen pen = Pen.of(palette.arms().pieText(), 1).dashed(3.0, 3.0);
      marks.add(Path.line(x, TOP - 4, x, bottom, pen));
      String words = "PIE \u2264 " + Figures.decimals(cut.getAsDouble(), 2);
      marks.add(
          new Text(x + 5, TOP + 4, words, Lettering.of(11, palette.arms().pieText()).strong()));
    }
    return new Drawing(width, height, bins.describe(), marks);
  }

  private static void add(List<Mark> marks, Rectangle place, String colour) {
    if (place.height() > 0) {
      marks.add(new Box(place, 0, Fill.of(colour), null));
    }
  }

  private void axes(List<Mark> marks, Bins bins, Rectangle plot) {
    double bottom = plot.y() + plot.height();
    Lettering word = Lettering.of(11, palette.ink().muted());
    marks.add(
        Path.line(
            plot.x(), bottom, plot.x() + plot.width(), bottom, Pen.of(palette.ink().muted(), 1)));
    for (int i = 0; i <= 4; i++) {
      double value = bins.low() + i / 4.0 * (bins.high() - bins.low());
      double x = plot.x() + i / 4.0 * plot.width();
      Lettering type = i == 0 ? word : i == 4 ? word.right() : word.centred();
      marks.add(new Text(x, bottom + 16, Figures.decimals(value, 2), type));
    }
    double middle = plot.x() + plot.width() / 2;
    String words = "agreement of dense and pruned (Spearman)";
    marks.add(new Text(middle, bottom + 32, words, word.centred()));
    marks.add(new Text(plot.x() - 6, plot.y() + 4, Integer.toString(bins.highest()), word.right()));
    marks.add(new Text(plot.x() - 6, bottom + 4, "0", word.right()));
  }

  /** Equal steps over the range of the values. */
  private record Bins(double low, double high, List<Integer> counts, List<Integer> pies) {
    private static final int STEPS = 40;

    static Bins of(double[] agreements, boolean[] pie) {
      double low = 1;
      for (double value : agreements) {
        low = value < low ? value : low;
      }
      low = Math.max(-1, Math.min(0.9, Math.floor(low * 10) / 10));
      int[] counts = new int[STEPS];
      int[] pies = new int[STEPS];
      for (int i = 0; i < agreements.length; i++) {
        if (!Double.isNaN(agreements[i])) {
          int bin = Math.clamp((int) ((agreements[i] - low) / (1 - low) * STEPS), 0, STEPS - 1);
          counts[bin]++;
          pies[bin] += pie[i] ? 1 : 0;
        }
      }
      return new Bins(low, 1, boxed(counts), boxed(pies));
    }

    int highest() {
      return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    String describe() {
      int images = counts.stream().mapToInt(Integer::intValue).sum();
      int chosen = pies.stream().mapToInt(Integer::intValue).sum();
      return "Agreement of " + images + " images, " + chosen + " of them PIEs.";
    }

    private static List<Integer> boxed(int[] numbers) {
      return Arrays.stream(numbers).boxed().toList();
    }
  }
}
