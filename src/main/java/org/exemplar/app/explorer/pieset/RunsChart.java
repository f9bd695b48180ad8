package org.exemplar.app.explorer.pieset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.exemplar.app.chart.Painter;
import org.exemplar.app.chart.Plot;
import org.exemplar.app.control.figure.FigureData;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.Figures;
import org.exemplar.chart.Mark;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Palette;
import org.exemplar.pie.PieSelection;
import org.exemplar.pie.PieStability;

/**
 * How surely images are PIEs when runs are drawn again: the most certain left, PIEs as squares.
 *
 * @param fact the main fact in a sentence
 * @param images with a chance above 0, the most certain first, at most {@value #MOST}
 * @param height px of the design
 */
record RunsChart(String fact, List<Image> images, double height) implements Painter {
  private static final int MOST = 400;
  private static final double LEFT = 48;
  private static final double TOP = 10;
  private static final double BOTTOM = 40;
  private static final double SURE = 0.8;

  RunsChart {
    images = List.copyOf(images);
  }

  /**
   * One image.
   *
   * @param index in the comparison
   * @param pie whether it is one now
   */
  record Image(int index, String id, double chance, boolean pie) {}

  static RunsChart of(
      PieSelection selection, PieStability stability, IntFunction<String> id, double height) {
    boolean[] pie = selection.flags();
    List<Image> images =
        IntStream.range(0, pie.length)
            .filter(i -> stability.probabilities().get(i) > 0)
            .mapToObj(i -> new Image(i, id.apply(i), stability.probabilities().get(i), pie[i]))
            .sorted(Comparator.comparingDouble((Image i) -> -i.chance()))
            .toList();
    long sure = images.stream().filter(i -> i.pie() && i.chance() >= SURE - 1e-9).count();
    long others = images.stream().filter(i -> !i.pie() && i.chance() >= 1 - SURE).count();
    String fact =
        sure
            + " of the "
            + selection.pies().size()
            + " PIEs stay in at least 80 % of the draws; "
            + others
            + (others == 1 ? " other image enters" : " other images enter")
            + " in at least 20 %.";
    return new RunsChart(fact, images.subList(0, Math.min(MOST, images.size())), height);
  }

  @Override
  public Plot paint(Palette palette, double width) {
    double bottom = height - BOTTOM;
    LinearAxis up = new LinearAxis(0, 1, bottom, TOP);
    LinearAxis across = new LinearAxis(0, Math.max(1, images.size() - 1), LEFT + 8, width - 12);
    List<Mark> marks = new ArrayList<>();
    List<Spot> spots = new ArrayList<>();
    Lettering word = Lettering.of(11, palette.ink().muted());
    for (double tick : List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0)) {
      marks.add(
          Path.line(LEFT, up.at(tick), width - 8, up.at(tick), Pen.of(palette.ink().line(), 1)));
      marks.add(
          new Mark.Text(LEFT - 8, up.at(tick) + 4, Figures.percent(tick) + " %", word.right()));
    }
    marks.add(
        new Mark.Text(
            (LEFT + width) / 2,
            height - 10,
            "images by their chance of being a PIE with other runs",
            word.centred()));
    for (int i = 0; i < images.size(); i++) {
      Image image = images.get(i);
      double x = across.at(i);
      double y = up.at(image.chance());
      marks.add(
          image.pie()
              ? new Mark.Box(
                  new Mark.Rectangle(x - 3.5, y - 3.5, 7, 7),
                  0,
                  Fill.of(palette.arms().pie()),
                  null)
              : new Mark.Disc(x, y, 3.5, Fill.of(palette.arms().nonPie())));
      spots.add(Spot.around(x, y, 5, words(image)));
    }
    return new Plot(new Drawing(width, height, fact, marks), spots);
  }

  private static String words(Image image) {
    return image.id()
        + (image.pie() ? ", PIE" : "")
        + ": "
        + Figures.percent(image.chance())
        + " % of the draws";
  }

  @Override
  public FigureData data() {
    return new FigureData(
        List.of("image_id", "probability", "pie"),
        images.stream()
            .map(i -> List.of(i.id(), Double.toString(i.chance()), i.pie() ? "1" : "0"))
            .toList());
  }
}
