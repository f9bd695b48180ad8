package org.exemplar.app.explorer.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.exemplar.app.chart.Painter;
import org.exemplar.app.chart.Plot;
import org.exemplar.app.control.figure.FigureData;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.app.explorer.findings.FindingsModel.Look;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.Figures;
import org.exemplar.chart.ForgettingCurves;
import org.exemplar.chart.ForgettingCurves.Curve;
import org.exemplar.chart.ForgettingCurves.Curves;
import org.exemplar.chart.Palette;

/**
 * The forgettability curves.
 *
 * @param fact the main fact in a sentence
 * @param curves one for each finding, in the order of the columns
 * @param height px of the design
 */
record CurvesChart(String fact, Curves curves, double height) implements Painter {
  static CurvesChart of(Forgetting forgetting, Look look, double height) {
    List<Curve> curves =
        IntStream.range(0, forgetting.findings()).mapToObj(f -> curve(forgetting, f)).toList();
    String lifted = look.lifted() < 0 ? "" : forgetting.name(look.lifted());
    return new CurvesChart(
        fact(forgetting, look.focus()),
        new Curves(
            forgetting.sparsities(),
            curves,
            look.coloured().stream().map(forgetting::name).toList(),
            new ForgettingCurves.Focus(forgetting.name(look.focus()), lifted)),
        height);
  }

  private static Curve curve(Forgetting forgetting, int finding) {
    var curve = forgetting.finding(finding).curve();
    return new Curve(
        forgetting.name(finding),
        curve.median(),
        curve.low(),
        curve.high(),
        new ForgettingCurves.Drops(forgetting.significant(finding), forgetting.twenty(finding)));
  }

  /** {@code "Hernia: first significant drop at 0.85, 20 % drop at 0.76, −90 % at 0.95."} */
  static String fact(Forgetting forgetting, int finding) {
    double last = forgetting.finding(finding).curve().atHighestSparsity();
    return forgetting.name(finding)
        + ": first significant drop "
        + at(forgetting.significant(finding))
        + ", 20 % drop "
        + at(forgetting.twenty(finding))
        + ", "
        + (Double.isFinite(last) ? Figures.percent(last) + " %" : "undefined")
        + " at "
        + Figures.decimals(forgetting.sparsities().getLast(), 2)
        + ".";
  }

  private static String at(OptionalDouble sparsity) {
    return sparsity.isPresent() ? "at " + Figures.decimals(sparsity.getAsDouble(), 2) : "nowhere";
  }

  @Override
  public Plot paint(Palette palette, double width) {
    Drawing drawn = new ForgettingCurves(palette).draw(curves, width, height);
    List<Spot> spots =
        ForgettingCurves.places(curves, width, height).stream()
            .map(p -> Spot.around(p.x(), p.y(), 6, words(p)))
            .toList();
    return new Plot(new Drawing(width, height, fact, drawn.marks()), spots);
  }

  private String words(ForgettingCurves.Place place) {
    Curve curve = curves.curves().get(place.curve());
    int k = place.point();
    return curve.finding()
        + " at "
        + Figures.decimals(curves.sparsities().get(k), 2)
        + ": "
        + Figures.percent(curve.change().get(k))
        + " %, runs "
        + Figures.percent(curve.low().get(k))
        + " to "
        + Figures.percent(curve.high().get(k))
        + " %";
  }

  /** The finding that a point belongs to. */
  int findingAt(int spot) {
    List<ForgettingCurves.Place> places = ForgettingCurves.places(curves, 400, 300);
    return spot >= 0 && spot < places.size() ? places.get(spot).curve() : -1;
  }

  @Override
  public FigureData data() {
    List<List<String>> rows = new ArrayList<>();
    for (Curve curve : curves.curves()) {
      for (int k = 0; k < curves.sparsities().size(); k++) {
        rows.add(
            List.of(
                curve.finding(),
                curves.sparsities().get(k).toString(),
                curve.change().get(k).toString(),
                curve.low().get(k).toString(),
                curve.high().get(k).toString()));
      }
    }
    return new FigureData(
        List.of("finding", "sparsity", "median_relative_change", "lowest", "highest"), rows);
  }
}
