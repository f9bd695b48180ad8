package org.exemplar.app.explorer.findings;

import java.util.List;
import org.exemplar.app.chart.Painter;
import org.exemplar.app.chart.Plot;
import org.exemplar.app.control.figure.FigureData;
import org.exemplar.app.explorer.findings.FindingsModel.Look;
import org.exemplar.chart.Figures;
import org.exemplar.chart.Palette;
import org.exemplar.chart.ScatterPlot;
import org.exemplar.chart.ScatterPlot.Numbers;
import org.exemplar.chart.ScatterPlot.Tone;
import org.exemplar.pie.FindingPair;
import org.exemplar.pie.PairRegression.Distance;

/**
 * How often two findings occur together against how differently they are forgotten; pairs of the
 * finding in focus in its colour.
 *
 * @param height px of the design
 */
record PairsChart(Forgetting forgetting, Look look, Distance distance, double height)
    implements Painter {
  static double length(FindingPair pair, Distance distance) {
    return distance == Distance.EUCLIDEAN ? pair.euclidean() : pair.frechet();
  }

  private List<FindingPair> pairs() {
    return forgetting.scores().pairs().pairs();
  }

  private Scatter scatter() {
    int slot = look.slot(look.focus());
    List<ScatterPlot.Point> points =
        pairs().stream()
            .map(pair -> {
              boolean own = pair.a() == look.focus() || pair.b() == look.focus();
              return new ScatterPlot.Point(
                  pair.standard().iouQuarter(),
                  length(pair, distance),
                  "",
                  own && slot >= 0 ? Tone.highlight(slot) : Tone.PLAIN);
            })
            .toList();
    return new Scatter(
        new ScatterPlot.Plot(
            points,
            new ScatterPlot.Axis("occur together (fourth root of IoU)", Numbers.PLAIN),
            new ScatterPlot.Axis("distance of curves", Numbers.PLAIN),
            true),
        height);
  }

  /** {@code "ρ = −0.21, p = 0.004 over 190 pairs"}. */
  String correlation() {
    return forgetting
        .withCoOccurrence(distance)
        .value()
        .map(c ->
            "ρ = "
                + Figures.decimals(c.coefficient(), 2)
                + ", "
                + Figures.equation(c.p())
                + " over "
                + scatter().size()
                + " pairs")
        .orElse("too few pairs to correlate");
  }

  @Override
  public Plot paint(Palette palette, double width) {
    String description = "Co-occurrence and distance of the curves: " + correlation() + ".";
    return scatter().paint(palette, width, description, 5, i -> words(pairs().get(i)));
  }

  private String words(FindingPair pair) {
    return forgetting.name(pair.a())
        + " and "
        + forgetting.name(pair.b())
        + ": "
        + pair.both()
        + " images with both, IoU "
        + Figures.decimals(pair.standard().iou(), 3)
        + ", distance "
        + Figures.decimals(length(pair, distance), 2);
  }

  /** The finding to go to from a point: the partner of the one in focus, else the first. */
  int findingAt(int spot) {
    int point = scatter().pointAt(spot);
    if (point < 0) {
      return -1;
    }
    FindingPair pair = pairs().get(point);
    return pair.a() == look.focus() ? pair.b() : pair.a();
  }

  @Override
  public FigureData data() {
    return new FigureData(
        List.of("finding_a", "finding_b", "images_with_both", "iou", "euclidean", "frechet"),
        pairs().stream()
            .map(p ->
                List.of(
                    forgetting.name(p.a()),
                    forgetting.name(p.b()),
                    Integer.toString(p.both()),
                    Double.toString(p.standard().iou()),
                    Double.toString(p.euclidean()),
                    Double.toString(p.frechet())))
            .toList());
  }
}
